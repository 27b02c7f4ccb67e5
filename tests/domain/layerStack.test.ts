import { describe, expect, it } from 'vitest'
import { countLayers, type Layer, totalParameters } from '../../src/domain/layerStack.ts'

const layer = (id: string, type: Layer['type'], more: Partial<Layer> = {}): Layer => ({
  ...{ id, type, text: id, units: null, rows: null, from: null },
  ...more,
})
const outcome = (layers: readonly Layer[]) =>
  countLayers(layers).map(({ id, parameters, missing }) => [id, parameters, missing.join(', ')])

describe('the parameters of layers', () => {
  it('follow from what comes in: embeddings side by side are joined, heads read the same', () => {
    const counted = countLayers([
      layer('user', 'embedding', { rows: 1000, units: 64 }),
      layer('item', 'embedding', { rows: 500, units: 32 }),
      layer('dense', 'dense', { units: 10 }),
      layer('layer norm', 'normalise'),
      layer('dropout', 'dropout'),
      layer('click', 'head', { units: 1 }),
      layer('save', 'head', { units: 2 }),
      layer('loss', 'loss'),
    ])
    expect(counted.map(({ parameters }) => parameters)).toEqual([
      64_000,
      16_000,
      96 * 10 + 10,
      20,
      0,
      11,
      22,
      0,
    ])
    expect(totalParameters(counted)).toEqual({ known: 81_023, unknown: 0 })
  })

  it('are unknown, not none, where something is not written down', () => {
    const layers = [
      layer('ids', 'embedding', { units: 64 }),
      layer('attention', 'other'),
      layer('dense', 'dense', { units: 8 }),
      layer('last', 'dense'),
    ]
    expect(outcome(layers)).toEqual([
      ['ids', null, 'rows'],
      ['attention', null, 'what “attention” learns'],
      ['dense', null, 'numbers in'],
      ['last', null, 'units'],
    ])
    expect(totalParameters(countLayers(layers))).toEqual({ known: 0, unknown: 4 })
  })

  it.each([
    ['Batch norm', 20],
    ['Layer norm', 20],
    ['RMS norm', 10],
    ['Normalise', 0],
  ])('of %s after 10 units are %d', (text, parameters) => {
    const [, , norm] = countLayers([
      layer('ids', 'embedding', { rows: 5, units: 4 }),
      layer('dense', 'dense', { units: 10 }),
      layer('norm', 'normalise', { text }),
    ])
    expect(norm?.parameters).toBe(parameters)
  })
})

describe('a skip connection', () => {
  const around = (from: string | null, units: number) =>
    countLayers([
      layer('a', 'embedding', { rows: 5, units: 16 }),
      layer('b', 'dense', { units }),
      layer('add', 'skip', { from }),
      layer('later', 'dense', { units: 16 }),
    ])[2]

  it('adds as many numbers as it meets', () => {
    expect(around('a', 16)?.fault).toBeNull()
    expect(around('a', 8)?.fault).toBe('“add” adds 16 numbers to 8: both must be as many.')
  })

  it('begins at a layer below; where that is gone or was never said, it says so', () => {
    expect(around('later', 16)?.fault).toBe('“add” adds what comes later: let it begin at a layer below.')
    for (const from of [null, 'gone'])
      expect(around(from, 16)).toMatchObject({ fault: null, missing: ['from where'] })
  })
})
