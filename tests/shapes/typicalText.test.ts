import { expect, it } from 'vitest'
import { findKind } from '../../shapes/catalog/index.ts'
import { typicalText } from '../../shapes/component/typicalText.ts'
import { typicalFigure } from '../../src/pages/drill/typicalFigure.ts'

it.each([
  ['YouTube: a few hundred', 'e.g. YouTube: a few hundred'],
  ['Instagram Explore: billions', 'e.g. Instagram Explore: billions'],
  ['5 to 50 ms', 'typical: 5 to 50 ms'],
  ['32 at Airbnb; 64 to 256 is usual', 'typical: 32 at Airbnb; 64 to 256 is usual'],
  ['Parquet, ORC, Avro', 'typical: Parquet, ORC, Avro'],
])('“%s” stands beside a property as “%s”', (text, shown) => expect(typicalText(text)).toBe(shown))

it('on a flash card a company’s figure is an example of the property', () => {
  const figure = (id: string) => {
    const kind = findKind(id)
    return kind && typicalFigure(kind)
  }
  expect(figure('ranker')).toBe('Items in, e.g. YouTube: a few hundred.')
  expect(figure('service')).toMatch(/^[^:]+: 5 to 50 ms\.$/)
})
