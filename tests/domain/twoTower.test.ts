import { describe, expect, it } from 'vitest'
import { featureSide, type TwoTowerFacts, towerFaults } from '../../src/domain/twoTower.ts'

const sound: TwoTowerFacts = {
  query: { name: 'User tower', inputs: ['user id', 'history', 'context'], dim: 128, version: 'v7' },
  item: { name: 'Item tower', inputs: ['item id', 'content', 'user ratings'], dim: 128, version: 'v7' },
  index: { dim: 128, version: 'V7 ', fedBy: 'item' },
  similarity: 'cosine',
}

function faults(change: {
  query?: Partial<TwoTowerFacts['query']>
  item?: Partial<TwoTowerFacts['item']>
  index?: Partial<TwoTowerFacts['index']>
}) {
  const { query, item, index } = sound
  const facts = {
    ...sound,
    query: { ...query, ...change.query },
    item: { ...item, ...change.item },
    index: { ...index, ...change.index },
  }
  return towerFaults(facts).map(({ kind, parts, text }) => [kind, parts.join(' '), text])
}

describe('what is broken in a two-tower model', () => {
  it('is nothing where all parts agree, or where nobody wrote down what they are', () => {
    expect(faults({})).toEqual([])
    const layers = ['Dense 512', 'MLP 512 → 128', 'Dropout 0.2', 'Normalise']
    expect(faults({ query: { layers }, item: { layers: ['Dense'] } })).toEqual([])
    expect(
      faults({ query: { dim: null, version: '' }, item: { version: '' }, index: { dim: null } }),
    ).toEqual([])
  })

  it.each([
    [
      'towers of unequal length',
      { query: { dim: 64 } },
      ['dimension', 'query item', 'Cosine needs vectors of one length: u has 64 numbers, v has 128.'],
    ],
    [
      'a last dense layer of another width',
      { query: { layers: ['Embeddings', 'Dense 128', 'MLP 512 → 256', 'Normalise'] } },
      ['layers', 'query', 'User tower ends in “MLP 512 → 256”, u has 128 numbers: both must be as many.'],
    ],
    [
      'an index of another length',
      { index: { dim: 256 } },
      ['dimension', 'index', 'The index takes vectors of 256 numbers, v has 128.'],
    ],
    [
      'an index of another version',
      { index: { version: 'v6' } },
      [
        'version',
        'index',
        'Only vectors of one version can be compared: User tower v7, Item tower v7, index v6.',
      ],
    ],
    [
      'a tower of another version, where the other has none',
      { query: { version: 'v8' }, item: { version: '' } },
      ['version', 'query index', 'Only vectors of one version can be compared: User tower v8, index V7.'],
    ],
    [
      'an index filled by the wrong tower',
      { index: { fedBy: 'query' } },
      ['feed', 'index', 'User tower fills the index, so a search finds no items: fill it from Item tower.'],
    ],
    [
      'a user feature in the item tower',
      { item: { inputs: ['item id', 'user age'] } },
      [
        'features',
        'item',
        '“user age” is known of the other side: it belongs in User tower, not in Item tower.',
      ],
    ],
    [
      'a cross feature',
      { query: { inputs: ['user × item clicks'] } },
      ['features', 'query', '“user × item clicks” crosses user and item: it belongs in the ranker.'],
    ],
  ] as const)('%s', (_, change, fault) => {
    expect(faults(change)).toEqual([fault])
  })

  it.each([
    'Dense 128 + L2 norm',
    'Dense 128, dropout 0.1',
    'Projection to 128, L2-normalised',
    'Dense 512,128',
    'Dense 2x128',
    'Linear 128 v1.2',
    'MLP, dropout 0.5',
  ])('is not a last dense layer of that width, or of none: %s', (layer) => {
    expect(faults({ query: { layers: [layer] } })).toEqual([])
  })

  it('reads thousands as one number', () => {
    const towers = { query: { dim: 1024, layers: ['Dense 1,024'] }, item: { dim: 1024 } }
    expect(faults({ ...towers, index: { dim: 1024 } })).toEqual([])
  })

  it('is found at once where a layer is written endlessly long', () => {
    const layer = `Dense ${'1'.repeat(10_000)} x9`
    expect(faults({ query: { layers: [layer] } }).map(([kind]) => kind)).toEqual(['layers'])
  })

  it('is listed one by one, where several things are', () => {
    const all = faults({ query: { dim: 64, version: 'v9' }, index: { fedBy: 'other', version: 'v6' } })
    expect(all.map(([kind, parts]) => `${kind}: ${parts}`)).toEqual([
      'dimension: query item',
      'version: query item index',
      'feed: index',
    ])
  })
})

describe('whom a feature is known of', () => {
  it.each([
    ['user × item', 'both'],
    ['user id x item id', 'both'],
    ['cross features', 'both'],
    ['user_item_clicks', 'both'],
    ['affinity of user to item', 'both'],
    ['user id', 'query'],
    ['User’s country', 'query'],
    ['query text', 'query'],
    ['item id', 'item'],
    ['candidate price', 'item'],
    ['id', null],
    ['language', null],
    ['history of items', null],
    ['item history', null],
    ['user ratings', null],
    ['users who liked it', null],
    ['genre affinity', null],
    ['cross-selling group', null],
    ['metadata', null],
    ['', null],
  ])('%j: %s', (input, side) => expect(featureSide(input)).toBe(side))
})
