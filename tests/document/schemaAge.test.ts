import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardSchema } from '../../shapes/schemas.ts'
import { isOlder, readTag, schemaTag } from '../../src/document/schemaAge.ts'

const id = fc.oneof(
  fc.constantFrom('com.tldraw.store', 'com.tldraw.shape.component', 'shape.component', 'a-1', 'a~b', '%2E'),
  fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.startsWith('.') && text !== '__proto__'),
)
const schema = fc
  .dictionary(id, fc.nat(3), { minKeys: 1, maxKeys: 4, noNullPrototype: true })
  .map((sequences) => ({ schemaVersion: 2 as const, sequences }))

const of = (sequences: Record<string, number>) => ({ schemaVersion: 2 as const, sequences })

describe('schemaTag', () => {
  it('is what readTag reads, in any order of the sequences', () => {
    fc.assert(
      fc.property(schema, (some) => {
        const turned = of(Object.fromEntries(Object.entries(some.sequences).reverse()))
        expect(schemaTag(turned)).toBe(schemaTag(some))
        expect(readTag(schemaTag(some))).toEqual(some)
      }),
    )
  })

  it('of the board’s schema stands in a URL as it is, and is shorter than the schema', () => {
    const tag = schemaTag(boardSchema.serialize())
    expect(encodeURIComponent(tag)).toBe(tag)
    expect(tag.length).toBeLessThan(600)
    expect(readTag(tag)).toEqual(boardSchema.serialize())
  })
})

it.each(['', '~', 'a', 'a-', '-1', 'a-1~', 'a--', 'a-1.5', '%-1', '%E0%A4%A-1', `a-${'9'.repeat(16)}`])(
  'readTag reads nothing in %j',
  (tag) => expect(readTag(tag)).toBeNull(),
)

describe('isOlder', () => {
  it.each([
    ['the same', { a: 1, b: 2 }, { b: 2, a: 1 }, false],
    ['a sequence behind', { a: 1, b: 1 }, { a: 1, b: 2 }, true],
    ['a sequence ahead', { a: 1, b: 2 }, { a: 1, b: 1 }, false],
    ['one behind and one ahead', { a: 1, b: 2 }, { a: 2, b: 1 }, true],
    ['a sequence missing, though it has no version yet', { a: 1 }, { a: 1, b: 0 }, true],
    ['a sequence more', { a: 1, b: 0 }, { a: 1 }, false],
    ['a sequence called like an object’s own machinery', { a: 1 }, { constructor: 0 }, true],
  ])('compares %s', (_, mine, theirs, expected) => {
    expect(isOlder(of(mine as Record<string, number>), of(theirs as Record<string, number>))).toBe(expected)
  })

  it.each([
    undefined,
    null,
    7,
    'schema',
    [],
    {},
    { schemaVersion: 1, sequences: {} },
    { schemaVersion: 2 },
    { schemaVersion: 2, sequences: { a: '9' } },
    { schemaVersion: 2, sequences: { a: -1 } },
  ])('is false for what is no schema: %j', (junk) => {
    expect(isOlder(of({ a: 1 }), junk)).toBe(false)
    expect(isOlder(junk, of({ a: 1 }))).toBe(false)
  })

  it('says of no schema that it is older than itself, nor of one that knows both of two', () => {
    fc.assert(
      fc.property(schema, schema, (one, other) => {
        const both = { ...one.sequences }
        for (const [key, version] of Object.entries(other.sequences)) {
          both[key] = Math.max(version, Object.hasOwn(both, key) ? Number(both[key]) : 0)
        }
        expect(isOlder(one, one)).toBe(false)
        expect([isOlder(of(both), one), isOlder(of(both), other)]).toEqual([false, false])
        const same = schemaTag(of(both)) === schemaTag(one)
        expect(isOlder(one, of(both))).toBe(!same)
      }),
    )
  })
})
