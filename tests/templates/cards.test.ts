import { describe, expect, it } from 'vitest'
import { cardFields } from '../../shapes/cards/readCard.ts'
import type { CardProps } from '../../shapes/cards/schema.ts'
import { cardShape } from '../../templates/design/cards.ts'

const card = (type: string, fields: Record<string, unknown>) => {
  const shape = cardShape({ id: 'c', type, step: null, fields })
  return shape && cardFields(shape.props as unknown as CardProps)
}

describe('a card of a design file', () => {
  it('may have lists, numbers and flags as people type them', () => {
    expect(card('metrics', { slices: 'new users, languages', metrics: [{ stage: 'Ranking' }] })).toEqual({
      slices: ['new users', 'languages'],
      metrics: [{ stage: 'Ranking' }],
    })
    expect(card('card-requirement', { sla: '1.5 s', batch: 'no', labels: 'plays' })).toEqual({
      sla: 1500,
      batch: false,
      labels: 'plays',
    })
  })

  it('keeps what it cannot read as it is, and what this version does not know', () => {
    const fields = { sla: 'soon', mood: ['good'], labels: 5 }
    expect(card('requirement', fields)).toEqual(fields)
    expect(card('tarot', { moon: 'full' })).toEqual({ moon: 'full' })
  })

  it('names the chosen option by its name or its number', () => {
    const options = [{ name: 'Trees', p99: '6 ms' }, { name: 'Two-tower' }]
    for (const chosen of ['Two-tower', 2])
      expect(card('options', { options, chosen })).toEqual({
        criteria: ['p99'],
        options,
        chosen: 'Two-tower',
      })
    expect(card('options', { options, chosen: 'Neither' })).toBeNull()
  })

  it('may hold thousands of fields, and is there within seconds all the same', { timeout: 10_000 }, () => {
    const fields = Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`of_${n}`, n]))
    expect(Object.keys(card('risk', fields) ?? {})).toHaveLength(12_000)
  })

  it('says nothing of a criterion that was removed while somebody wrote in it', () => {
    const fields = { criteria: ['p99'], options: [{ name: 'Trees', p99: '6 ms' }] }
    const made = cardShape({ id: 'c', type: 'options', step: null, fields })?.props as unknown as CardProps
    expect(cardFields({ ...made, columns: {} })).toEqual({ criteria: [], options: [{ name: 'Trees' }] })
  })

  it('is no card here where a field holds what no card can', () => {
    expect(card('risk', { deep: { a: { b: 1 } } })).toBeNull()
  })
})
