import type { Problem } from '../problem.ts'

export const deliveryTime: Problem = {
  id: 'delivery-time',
  code: 'P13',
  title: 'Delivery time prediction',
  prompt: 'Who orders food with us wants to know when it comes. Tell them.',
  level: 'medium',
  tags: ['regression', 'tabular', 'real-time input', 'calibration'],
  depth: 'compact',
  variants: [
    {
      id: 'one-pizzeria-chain',
      changes: 'scale',
      title: 'A chain of thirty pizzerias',
      prompt:
        'We are a chain of thirty pizzerias with drivers of our own. Tell people who order when the pizza comes.',
      facts: [
        { about: 'volume', now: '6k orders a day, 30 kitchens.' },
        { about: 'data', now: 'The till knows when a pizza goes into the oven; drivers carry a phone.' },
      ],
    },
    {
      id: 'guaranteed-time',
      changes: 'constraint',
      title: 'Late is free',
      prompt:
        'Tell people who order food when it comes. Marketing promises: if it comes later than we said, it costs nothing.',
      facts: [
        {
          about: 'errors',
          now: 'A late order is refunded in full, 25 € on average; an order in time earns us 5 €. Each minute promised longer loses about 1% of the orders.',
        },
      ],
    },
  ],
}
