import { describe, expect, it } from 'vitest'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { readQuickWords, readTypedLink, readTypedValues } from '../../src/canvas/quickWords.ts'

function values(kind: string, ...typed: string[]) {
  const insertable = findInsertable(kind)
  if (!insertable) throw new RangeError(`No kind “${kind}”`)
  return readTypedValues(typed, insertable)
}

describe('readQuickWords', () => {
  it('reads what is wanted, its label, its properties and what flows', () => {
    expect(readQuickWords('ann: ANN index: tracks; p99 15; > #3 top 10k; dim 128')).toEqual({
      wanted: 'ann',
      label: 'ANN index: tracks',
      link: { label: 'top 10k', seq: 3 },
      properties: ['p99 15', 'dim 128'],
    })
  })
  it('reads a name alone, and what is not finished', () => {
    const nothing = { label: '', link: { label: '' }, properties: [] }
    expect(readQuickWords('feature store')).toEqual({ wanted: 'feature store', ...nothing })
    expect(readQuickWords('fs: ; >')).toEqual({ wanted: 'fs', ...nothing })
    expect(readQuickWords('')).toEqual({ wanted: '', ...nothing })
  })
})

it.each([
  ['#3 top 10k', { label: 'top 10k', seq: 3 }],
  ['#2', { label: '', seq: 2 }],
  ['on timeout ?', { label: 'on timeout', optional: true }],
  ['?', { label: '', optional: true }],
  ['why?', { label: 'why?' }],
  ['100 of 100M', { label: '100 of 100M' }],
  ['#0 none', { label: '#0 none' }],
])('a link typed as %s', (typed, link) => {
  expect(readTypedLink(typed)).toEqual(link)
})

describe('readTypedValues', () => {
  it('knows properties by id, by name, by their beginnings and with units', () => {
    expect(
      values('ann-index', 'p99 15', 'dim=128', 'items 100M', 'ver v7', 'hours between rebuilds 6').values,
    ).toEqual({
      p99: 15,
      dim: 128,
      items: 100_000_000,
      version: 'v7',
      refresh_h: 6,
    })
    expect(values('ranker', 'in 10k', 'out 100', 'rep 200', 'calibrated').values).toEqual({
      itemsIn: 10_000,
      itemsOut: 100,
      replicas: 200,
      calibrated: true,
    })
    expect(values('feature-store', 'serves both', 'latency p99 10 ms').values).toEqual({
      mode: 'both',
      p99: 10,
    })
  })
  it('says the values as the inspector does', () => {
    expect(values('feature-store', 'p99 10', 'mo both').said).toEqual(['Latency p99 10 ms', 'Serves both'])
  })
  it.each([
    ['ann-index', 'colour red', 'ANN index has no property “colour red”.'],
    ['ann-index', 'p99', 'Latency p99: Type a value after its name.'],
    ['ann-index', 'p99 fast', 'Latency p99: “fast” is no number here. Type 200, 200 ms or 1.5 s.'],
    ['feature-store', 'mode never', 'Serves: Type online, offline, both.'],
    ['funnel', 'p99 5', 'Funnel has no property “p99 5”.'],
  ])('%s with “%s”: %s', (kind, typed, problem) => {
    expect(values(kind, typed)).toEqual({ values: {}, said: [], problem })
  })
})
