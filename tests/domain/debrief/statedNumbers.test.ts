import { describe, expect, it } from 'vitest'
import { compareWords } from '../../../shapes/compareWords.ts'
import { statedNumbers } from '../../../src/domain/debrief/statedNumbers.ts'
import type { Design, DesignCard, DesignNode } from '../../../src/domain/design.ts'
import { sketch } from '../../../src/domain/sketch.ts'

const requirement: DesignCard = {
  id: 'req',
  type: 'requirement',
  step: 1,
  fields: {
    sla: 200,
    corpus: 100e6,
    freshness_h: 24,
    positiveRate: 0.03,
    functional: 'songs for 100M people',
  },
}

/** Where each number of the card came up, by label, in a design with that beside it. */
function used(over: Partial<Design> = {}, fields: DesignCard['fields'] = requirement.fields) {
  const { cards = [], ...rest } = over
  const design = { ...sketch({ nodes: [] }), ...rest, cards: [{ ...requirement, fields }, ...cards] }
  const numbers = statedNumbers(
    { ...design, requirements: fields as Design['requirements'] },
    new Set([1]),
    compareWords,
  )
  return Object.fromEntries(numbers.map(({ label, usedIn }) => [label, usedIn]))
}

const node = (props: DesignNode['props'], over: Partial<DesignNode> = {}) =>
  sketch({ nodes: [{ id: 'n', kind: 'ann-index', label: 'Index', step: 4, props, ...over }] }).nodes

describe('a number that was agreed on', () => {
  it('is never used where nothing else is on the board', () => {
    expect(used()).toEqual({ 'Latency target': null, Items: null, 'Fresh within': null, Positives: null })
  })

  it('is used where a part has the same value in the same unit', () => {
    expect(used({ nodes: node({ items: 100e6 }) }).Items).toBe('“Index”')
    expect(used({ nodes: node({ items: 90e6 }) }).Items).toBeNull()
    expect(used({ nodes: node({ bytes: 100e6 }) }).Items).toBeNull()
    expect(used({ nodes: node({ refresh_h: 24 }) })['Fresh within']).toBe('“Index”')
    expect(
      used({ composites: [{ id: 'f', type: 'funnel', step: 2, props: { stages: [{ itemsIn: 100e6 }] } }] })
        .Items,
    ).toBe('“Funnel”')
  })

  it('is used in a text that has it with its unit, however it is written', () => {
    const card = (because: string): Partial<Design> => ({
      cards: [{ id: 'o', type: 'options', step: 4, fields: { because } }],
    })
    for (const text of ['fits 200 ms', 'within 0.2 s.', '200ms, p99'])
      expect(used(card(text))['Latency target']).toBe('the card “Options”')
    for (const text of ['200 of them', 'fits 20 ms', '1200 ms', '200'])
      expect(used(card(text))['Latency target']).toBeNull()
    expect(used(card('100,000,000 songs')).Items).toBe('the card “Options”')
    expect(used(card('100M songs')).Items).toBe('the card “Options”')
    expect(used(card('waits for 24 h'))['Fresh within']).toBeNull()
  })

  it('is used where a figure of a later part is reckoned from it', () => {
    const path = sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App', step: 7 },
        { id: 's', kind: 'model-server', label: 'Server', step: 7, props: { p99: 60 } },
      ],
      links: [{ from: 'app', to: 's' }],
    })
    expect(used(path)['Latency target']).toBe('latency headroom')
  })

  it('is not used in the first step itself, nor on another card that agrees on it', () => {
    expect(used({ nodes: node({ items: 100e6 }, { step: 1 }) }).Items).toBeNull()
    const capacity = { id: 'cap', type: 'capacity', step: null, fields: { items: 100e6 } }
    expect(used({ cards: [capacity] })).toMatchObject({ Items: null, Vectors: null })
  })

  it('is not taken for used where small counts and shares are alike by chance', () => {
    const fields = { corpus: 50, positiveRate: 0.5 }
    expect(used({ nodes: node({ replicas: 50, utilisation: 0.5 }) }, fields)).toEqual({
      Items: null,
      Positives: null,
    })
    expect(used({ nodes: node({ positiveRate: 0.5 }) }, fields).Positives).toBe('“Index”')
  })

  it('is named once where two cards say the same, and read where it was typed', () => {
    const numbers = statedNumbers(
      {
        ...sketch({ nodes: [] }),
        cards: [requirement, { ...requirement, id: 'again', fields: { sla: '200 ms' } }],
      },
      new Set([1]),
      compareWords,
    )
    expect(numbers.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Latency target: 200 ms',
      'Items: 100M',
      'Fresh within: 24 h',
      'Positives: 0.03',
    ])
  })
})
