import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyUpdate, applyUpdateV2 } from '../../server/log/sharedStrings.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.string({ minLength: 40, maxLength: 60 }),
)
const value = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.array(text),
  fc.dictionary(text, text, { noNullPrototype: true }),
)
const leaves = fc.array(fc.tuple(text, fc.array(fc.tuple(text, value), { maxLength: 5 })), { maxLength: 5 })

it.each([
  ['V1', Y.encodeStateAsUpdate, applyUpdate],
  ['V2', Y.encodeStateAsUpdateV2, applyUpdateV2],
] as const)('reads whatever is in an update of %s as Yjs does', (_, encode, apply) => {
  fc.assert(
    fc.property(leaves, text, (records, note) => {
      const doc = new Y.Doc()
      doc.getText('note').insert(0, note)
      for (const [id, entries] of records) doc.getMap('records').set(id, new Y.Map(entries))
      const read = new Y.Doc()
      apply(read, encode(doc))
      expect(read.getText('note').toString()).toBe(doc.getText('note').toString())
      expect(read.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
      expect(Buffer.from(encode(read)).equals(encode(doc))).toBe(true)
    }),
  )
})

it('reads on as well after more different texts than it remembers', () => {
  const doc = new Y.Doc()
  const map = doc.getMap('records')
  for (let n = 0; n < 5_000; n++) map.set(`leaf ${n}`, `value ${n}`)
  for (let round = 0; round < 2; round++) {
    const read = new Y.Doc()
    applyUpdate(read, Y.encodeStateAsUpdate(doc))
    expect(read.getMap('records').toJSON()).toEqual(map.toJSON())
  }
})
