import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge } from '../../server/judge.ts'

const stateOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

function boardOf(...edits: ((map: Y.Map<unknown>) => void)[]): Y.Doc {
  const doc = new Y.Doc()
  for (const edit of edits) edit(doc.getMap('x'))
  return doc
}
const set = (key: string, value: unknown) => (map: Y.Map<unknown>) => map.set(key, value)
const remove = (key: string) => (map: Y.Map<unknown>) => map.delete(key)

it('calls what the document has no news, deletions included, and does not touch it', () => {
  const doc = boardOf(set('a', 1), set('b', 2), remove('a'))
  const before = stateOf(doc)
  expect(judge(doc, Y.encodeStateAsUpdate(doc))).toMatchObject({ isDangling: false, isNews: false })
  expect(judge(doc, Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject({ isDangling: false, isNews: false })
  expect(stateOf(doc)).toBe(before)
})

it('calls an added value and a deletion alone news', () => {
  const doc = boardOf(set('a', 1))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getMap('x').delete('a')
  const deletion = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
  expect(judge(doc, deletion)).toMatchObject({ isNews: true, addsStructs: false })
  expect(judge(doc, Y.encodeStateAsUpdate(boardOf(set('b', 1))))).toMatchObject({
    isNews: true,
    addsStructs: true,
  })
})

it('calls what builds on unknown edits, or deletes them, dangling', () => {
  const other = boardOf(set('a', 1))
  const known = Y.encodeStateVector(other)
  other.getMap('x').set('a', 2)
  expect(judge(new Y.Doc(), Y.encodeStateAsUpdate(other, known)).isDangling).toBe(true)
  const full = Y.encodeStateAsUpdate(boardOf(set('a', 1), remove('a')))
  const deletion = Y.diffUpdate(full, Y.encodeStateVectorFromUpdate(full))
  expect(judge(new Y.Doc(), deletion).isDangling).toBe(true)
})

it('agrees with Yjs on edits that arrive out of order, some of them lost', () => {
  const key = fc.constantFrom('a', 'b', 'c')
  const edit = fc.record({ key, isRemoval: fc.boolean(), arrives: fc.boolean() })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const [writer, room] = [new Y.Doc(), new Y.Doc()]
      const updates: Uint8Array[] = []
      writer.on('update', (update) => updates.push(update))
      for (const { key, isRemoval, arrives } of edits) {
        if (isRemoval) writer.getMap('x').delete(key)
        else writer.getMap('x').set(key, {})
        const update = updates.pop()
        if (!arrives || !update) continue
        const { isDangling, isNews } = judge(room, update)
        if (isDangling) continue
        const before = stateOf(room)
        Y.applyUpdate(room, update)
        expect(room.store.pendingStructs).toBeNull()
        expect(room.store.pendingDs).toBeNull()
        expect(stateOf(room) !== before).toBe(isNews)
      }
    }),
  )
})

it('lets nothing through that Yjs would keep aside for ever, whatever bytes are changed', () => {
  const valid = Y.encodeStateAsUpdate(
    boardOf(set('a', { b: [1, 2] }), set('a', 'x'), remove('a'), set('c', new Y.Map())),
  )
  const change = fc.record({ at: fc.nat(valid.length - 1), to: fc.nat(255) })
  let passed = 0
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const bytes = valid.slice()
      for (const { at, to } of changes) bytes[at] = to
      const room = new Y.Doc()
      try {
        if (judge(room, bytes).isDangling) return
      } catch {
        return
      }
      passed += 1
      Y.applyUpdate(room, bytes)
      expect(room.store.pendingStructs).toBeNull()
      expect(room.store.pendingDs).toBeNull()
    }),
    { numRuns: 500 },
  )
  expect(passed).toBeGreaterThan(0)
})

it.each([
  ['struct', '010401002101077265636f7264730161010000a10100012701077265636f7264730163010101010003'],
  ['deletion', '010401002101077265636f7264730161010001a10100012701077265636f7264730163010100010000'],
])('takes a %s of no length for no update: Yjs throws half-way through it', (_, hex) => {
  const update = Uint8Array.from(Buffer.from(hex, 'hex'))
  expect(() => Y.applyUpdate(new Y.Doc(), update)).toThrow()
  expect(() => judge(new Y.Doc(), update)).toThrow(/no length/)
})

it('takes no document within a document, nor a value that Yjs would take for something else', () => {
  const within = new Y.Doc()
  within.getMap('x').set('inner', new Y.Doc({ meta: { a: 1 } }))
  expect(() => judge(new Y.Doc(), Y.encodeStateAsUpdate(within))).toThrow(/could not be read/)
  for (const value of [{ constructor: 1 }, { a: [{ constructor: 'x' }] }]) {
    // Written beside what it would be refused as, by another name of the same length.
    const named = JSON.parse(JSON.stringify(value).replace('constructor', 'konstructor'))
    const bytes = Buffer.from(Y.encodeStateAsUpdate(boardOf(set('a', named))))
    bytes.write('constructor', bytes.indexOf('konstructor'))
    expect(() => judge(new Y.Doc(), bytes)).toThrow(/could not be read/)
  }
})
