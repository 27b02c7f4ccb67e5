import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CardKind,
  describe as describeKind,
  drawCards,
  isCalled,
} from '../../../src/domain/drill/cards.ts'

const kind = (id: string, change: Partial<CardKind> = {}): CardKind => ({
  id,
  name: id,
  synonyms: [],
  code: id.slice(0, 3),
  group: 'models',
  outline: 'process',
  purpose: `What ${id} does.`,
  ...change,
})

const kinds = Array.from({ length: 40 }, (_, n) =>
  kind(`kind ${n}`, { outline: n % 2 ? 'cylinder' : 'process', group: n % 3 ? 'storage' : 'models' }),
)
const seed = fc.nat()

describe('a set of cards', () => {
  it('asks for 20 different kinds, 6 of them by symbol, with the right one among four', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const cards = drawCards(kinds, { seed: n, cards: 20, symbols: 6 })
        expect(new Set(cards.map((card) => card.kind.id)).size).toBe(20)
        const symbols = cards.filter((card) => card.form === 'symbol')
        expect(symbols).toHaveLength(6)
        for (const { kind: right, options } of symbols) {
          expect(options).toContain(right)
          expect(new Set(options.map(({ id }) => id)).size).toBe(4)
        }
      }),
    )
  })

  it('offers kinds of the same outline and group', () => {
    for (const card of drawCards(kinds, { seed: 7, cards: 20, symbols: 20 }))
      if (card.form === 'symbol')
        for (const { outline, group } of card.options)
          expect([outline, group]).toEqual([card.kind.outline, card.kind.group])
  })

  it('is the same for the same number, and another for another', () => {
    const ids = (n: number) =>
      drawCards(kinds, { seed: n, cards: 20, symbols: 6 }).map((card) => card.kind.id)
    fc.assert(
      fc.property(seed, (n) => {
        expect(ids(n)).toEqual(ids(n))
      }),
    )
    expect(ids(1)).not.toEqual(ids(2))
  })

  it('is full though there are few kinds, and empty where there are none', () => {
    expect(drawCards(kinds.slice(0, 3), { seed: 1, cards: 20, symbols: 6 })).toHaveLength(20)
    expect(drawCards([], { seed: 1, cards: 20, symbols: 6 })).toEqual([])
  })
})

it('hides the names of a kind in its description, and no other words', () => {
  const cache = kind('cache', {
    name: 'Cache',
    synonyms: ['Redis', 'C++ (cache)'],
    purpose: 'Caches answers, as Redis does; a cached page is no cache.',
  })
  expect(describeKind(cache)).toBe('… answers, as … does; a cached page is no ….')
})

it('knows a kind by name, synonym and code, however they are written', () => {
  const cdn = kind('kv', { name: 'Key-value store', synonyms: ['NoSQL'], code: 'kv' })
  for (const text of ['key value store', ' KEY-VALUE STORE', 'nosql', 'kv'])
    expect(isCalled(cdn, text)).toBe(true)
  for (const text of ['', 'store', 'k']) expect(isCalled(cdn, text)).toBe(false)
})
