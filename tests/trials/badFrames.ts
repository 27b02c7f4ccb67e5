import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { presence, syncMessage } from '../helpers/rawClient.ts'

/** Chance: a whole number below the given one. */
export type Pick = (below: number) => number

/** What somebody sends who means no good, or is broken. */
export interface BadFrames {
  readonly role: 'editor' | 'observer'
  readonly frames: readonly (Uint8Array | string)[]
  /** The code that ends their connection; null where chance may have made something that is allowed. */
  readonly code: 4400 | 4403 | 4413 | null
}

/** A board as everybody on it knows it, and the presence ids of people who draw there. */
export interface Scene {
  readonly board: Y.Doc
  readonly people: readonly number[]
}

type Maker = (pick: Pick, scene: Scene) => BadFrames

const bad = (frames: BadFrames['frames'], code: BadFrames['code'] = 4400): BadFrames => ({
  role: 'editor',
  frames,
  code,
})

/** One of each class that costs nobody more than a moment, by its name. */
export const BAD_FRAMES: Readonly<Record<string, Maker>> = {
  'random bytes': (pick) => bad([randomBytes(pick, pick(200))], null),
  'random update': (pick) => bad([syncMessage(2, randomBytes(pick, 1 + pick(100)))], null),
  'random state vector': (pick) => bad([syncMessage(0, randomBytes(pick, 1 + pick(40)))], null),
  'bits of an update flipped': (pick, scene) =>
    bad([syncMessage(2, flipped(pick, anUpdate(pick, scene)))], null),
  'bits of a message flipped': (pick, scene) =>
    bad([flipped(pick, syncMessage(2, anUpdate(pick, scene)))], null),
  'update cut short': (pick, scene) => bad([syncMessage(1 + pick(2), cut(pick, anUpdate(pick, scene)))]),
  'message cut short': (pick, scene) => bad([cut(pick, syncMessage(2, anUpdate(pick, scene)))]),
  'more bytes claimed than sent': (pick) =>
    bad([numbers(0, 2, 1 + pick(5_000), 1, 1, 7, 0, 4, 1, 1, 97, 200)]),
  'builds on unknown edits': (pick) => bad([syncMessage(2, dangling(pick))]),
  'deletes unknown edits': (pick) => bad([syncMessage(2, numbers(0, 1, 1 + pick(2 ** 31), 1, pick(9), 1))]),
  'unknown message': (pick) => bad([numbers(pick(2) ? 4 + pick(90) : 102 + pick(9_000), 1, 0)]),
  'unknown sync message': (pick) => bad([numbers(0, 3 + pick(9_000), 1, 0)]),
  text: (pick) => bad([pick(2) ? '{"type":"edit"}' : 'x'.repeat(1 + pick(500))]),
  'huge numbers': (pick) => bad([hugeNumber(pick)]),
  'huge counts': (pick) =>
    bad([syncMessage(pick(3), numbers(...Array(1 + pick(4)).fill(2 ** 40 + pick(2 ** 30))))]),
  'lengths beyond counting': (pick) => bad([syncMessage(2, hugeLengths(1 + pick(2 ** 31), 2 + pick(40)))]),
  'structs of no length': (pick) => bad([syncMessage(2, numbers(1, 1, 1 + pick(2 ** 31), 0, 0, 0, 0))]),
  'deletions of no length': (_, { board }) => bad([syncMessage(2, numbers(0, 1, authorIn(board), 1, 0, 0))]),
  'deletions repeated': (pick, { board }) =>
    bad([syncMessage(2, repeatedDeletions(authorIn(board), 2 + pick(500)))]),
  'values too deep': (pick) => bad([syncMessage(2, deepValue(pick, 33 + pick(4_000)))]),
  'maps too deep': (pick) => bad([syncMessage(2, deepMaps(pick, 33 + pick(300)))]),
  'presence that is no JSON': (pick) => bad([presence([1 + pick(999), 1, '{"x":'.repeat(1 + pick(9))])]),
  'presence of fewer than it says': (pick) => bad([encodedPresence(2 + pick(2 ** 30))]),
  'presence too large': (pick) =>
    bad([presence([1 + pick(999), 1, JSON.stringify('x'.repeat(66_000))])], 4413),
  'presence of many': (pick) => bad([presence(...states(pick, 300))], null),
  'presence again and again': (pick) =>
    bad(
      Array.from({ length: 20 }, () => presence(...states(pick, 1))),
      null,
    ),
  'presence of other people': (pick, { people }) =>
    bad([presence(...people.map((id) => [id, 2 ** 30 + pick(999), pick(2) ? 'null' : '{}'] as const))], null),
  'edit by an observer': (pick, scene) => ({
    ...bad([syncMessage(2, freshUpdate(pick, scene))], 4403),
    role: 'observer',
  }),
  'edit under another’s id by an observer': (pick, { board }) => ({
    // Null: whoever it is may have drawn on meanwhile; then it says nothing new, and is passed over.
    ...bad([syncMessage(1 + pick(2), inTheNameOf(board, pick))], null),
    role: 'observer',
  }),
}

const numbers = (...values: number[]) =>
  encoding.encode((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  })

const randomBytes = (pick: Pick, length: number) => Uint8Array.from({ length }, () => pick(256))

const cut = (pick: Pick, bytes: Uint8Array) => bytes.subarray(0, pick(bytes.length))

function flipped(pick: Pick, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  for (let n = 1 + pick(3); n > 0; n--) {
    const at = pick(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << pick(8))
  }
  return copy
}

function docOf(pick: Pick, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  doc.clientID = 1 + pick(2 ** 31)
  return doc
}

/** What a change adds to a document. */
function changeOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

/** An update of every kind of content that would be taken as it is. */
function anUpdate(pick: Pick, scene: Scene): Uint8Array {
  return pick(2) ? freshUpdate(pick, scene) : changeOf(docOf(pick), fill)
}

function fill(doc: Y.Doc) {
  doc.getArray('list').push([1, 'two', { three: [null, true, 1.5] }, new Uint8Array(5)])
  doc.getText('text').insert(0, 'a text of some length', { bold: true })
  doc.getText('text').delete(3, 5)
  doc.getXmlFragment('xml').push([new Y.XmlElement('p'), new Y.XmlText('x')])
  doc.getMap('map').set('gone', new Y.Map([['a', 1]]))
  doc.getMap('map').delete('gone')
}

function freshUpdate(pick: Pick, { board }: Scene): Uint8Array {
  return changeOf(docOf(pick, board), (doc) => {
    doc.getMap('bad').set(`k${pick(5)}`, new Y.Map([['x', pick(1_000)]]))
  })
}

function dangling(pick: Pick): Uint8Array {
  const doc = docOf(pick)
  doc.getMap('bad').set('a', 1)
  return changeOf(doc, () => doc.getMap('bad').set('a', 2))
}

/** Numbers of 9 bytes and more, which no message has. */
function hugeNumber(pick: Pick): Uint8Array {
  const huge = [...Array(9 + pick(20)).fill(255), 1]
  return Uint8Array.from([[], [0], [0, 2], [0, 2, 30, 1, 1], [1]][pick(5)]?.concat(huge) ?? huge)
}

function hugeLengths(client: number, count: number): Uint8Array {
  const removed = Array.from({ length: count }, () => [0, Number.MAX_SAFE_INTEGER])
  return numbers(1, count, client, 0, ...removed.flat(), 0)
}

/** Whoever wrote the board's first edit. */
const authorIn = (board: Y.Doc): number => [...board.store.clients.keys()][0] ?? 1

function repeatedDeletions(client: number, times: number): Uint8Array {
  return numbers(0, 1, client, times, ...Array.from({ length: times }, () => [0, 1]).flat())
}

function deepValue(pick: Pick, levels: number): Uint8Array {
  const list = Array.from({ length: levels }, () => [117, 1]).flat()
  const head = numbers(1, 1, 1 + pick(2 ** 31), 0)
  return Uint8Array.from([...head, 8, 1, 1, 97, 1, ...list, 126, 0])
}

function deepMaps(pick: Pick, levels: number): Uint8Array {
  return changeOf(docOf(pick), (doc) => {
    let map = doc.getMap('bad')
    for (let level = 0; level < levels; level++) {
      const inner = new Y.Map<unknown>()
      map.set('in', inner)
      map = inner
    }
  })
}

/** An edit that says it is the next one of somebody who has drawn on the board. */
function inTheNameOf(board: Y.Doc, pick: Pick): Uint8Array {
  const doc = docOf(pick, board)
  doc.clientID = authorIn(board)
  return changeOf(doc, () => doc.getMap('bad').set('forged', pick(1_000)))
}

const states = (pick: Pick, count: number) =>
  Array.from({ length: count }, () => [1 + pick(2 ** 31), 1 + pick(99), '{"cursor":{"x":1,"y":2}}'] as const)

function encodedPresence(claimed: number): Uint8Array {
  const one = numbers(claimed, 5, 1, 2, 123, 125)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, one)
  })
}
