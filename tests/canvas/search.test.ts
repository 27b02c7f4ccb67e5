import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { search } from '../../src/canvas/search.ts'

const items = [
  { name: 'Model', synonyms: ['classifier', 'DNN'], code: 'm' },
  { name: 'Model server', synonyms: ['Triton', 'TF Serving'], code: 'ms' },
  { name: 'Model registry', synonyms: ['model store'], code: 'reg' },
  { name: 'Search index', synonyms: ['lexical retrieval', 'BM25'], code: 'idx' },
  { name: 'Cache', synonyms: ['Redis', 'local cache'], code: 'ca' },
  { name: 'Calibrator', synonyms: ['Platt scaling'], code: 'cal' },
  { name: 'API gateway', synonyms: ['edge'], code: 'gw' },
  { name: 'Key-value store', synonyms: ['DynamoDB'], code: 'kv' },
  { name: 'Feature store', synonyms: ['Feast'], code: 'fs' },
]
const names = (query: string) => search(items, query).map(({ item }) => item.name)
const first = (query: string) => search(items, query)[0]

describe('search', () => {
  it('puts an exact code before everything', () => {
    expect(names('ms')[0]).toBe('Model server')
    expect(names('m')[0]).toBe('Model')
    expect(names('CAL')[0]).toBe('Calibrator')
  })
  it('prefers exact, then prefix, then the beginning of a word, then the middle', () => {
    expect(names('model')).toEqual(['Model', 'Model server', 'Model registry'])
    expect(names('store')).toEqual(['Feature store', 'Key-value store', 'Model registry'])
    expect(names('cal')).toEqual(['Calibrator', 'Cache', 'Search index'])
  })
  it('finds by synonym and says which one, with what to underline', () => {
    expect(first('redis')).toMatchObject({ item: { name: 'Cache' }, synonym: 'Redis', ranges: [[0, 5]] })
    expect(search(items, 'cal').at(-1)).toMatchObject({ synonym: 'lexical retrieval', ranges: [[4, 7]] })
  })
  it('takes words in any order and without their hyphens', () => {
    expect(first('store feat')).toMatchObject({
      item: { name: 'Feature store' },
      ranges: [
        [0, 4],
        [8, 13],
      ],
    })
    expect(names('key value')[0]).toBe('Key-value store')
  })
  it('forgives left out and mistyped letters', () => {
    expect(names('gtwy')).toEqual(['API gateway'])
    expect(names('gatewqy')).toEqual(['API gateway'])
    expect(names('regsitry')).toEqual(['Model registry'])
  })
  it('guesses only where nothing matches as typed', () => {
    expect(names('redis')).toEqual(['Cache'])
    expect(names('model')).not.toContain('Calibrator')
  })
  it('finds nothing where nothing is meant, and everything where nothing is typed', () => {
    expect(names('zzzz')).toEqual([])
    expect(names('  ')).toEqual(items.map(({ name }) => name))
  })
  it('underlines only what exists, in order, for any query', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (query) => {
        for (const { item, synonym, ranges } of search(items, query)) {
          const text = synonym ?? item.name
          let end = 0
          for (const [from, to] of ranges) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
  it('finds every item by its own name, first or level with its namesakes', () => {
    for (const item of items) expect(first(item.name)?.item).toBe(item)
  })
})
