import type { Problem } from '../problem.ts'

export const productSearch: Problem = {
  id: 'product-search',
  code: 'P12',
  title: 'Product search ranking',
  prompt: 'Too many searches in our shop end without anything in the basket. Make the search better.',
  level: 'medium',
  tags: ['retrieval', 'ranking', 'NLP', 'real-time input'],
  depth: 'compact',
  variants: [
    {
      id: 'pharmacy',
      changes: 'scale',
      title: 'A pharmacy with 60k articles',
      prompt:
        'We are an online pharmacy: sixty thousand articles, eight thousand searches a day. Make the search better.',
      facts: [
        { about: 'catalogue', now: '60k articles, with active substances and pack sizes.' },
        { about: 'load', now: '8k searches a day.' },
        { about: 'goal', now: 'The right article; a wrong one can harm.' },
      ],
    },
    {
      id: 'three-languages',
      changes: 'constraint',
      title: 'Three languages, one catalogue',
      prompt:
        'Make the search of our shop better. Customers write Polish, German and English; products are described in whichever language the seller speaks.',
      facts: [
        { about: 'languages', now: 'Three, mixed; half of the products have a text in one of them only.' },
      ],
    },
  ],
}
