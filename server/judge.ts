import * as Y from 'yjs'
import { deepestType } from './nesting.ts'
import { isPlain } from './plainValue.ts'

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** What an update would do to a document, found out without touching it. */
export interface Verdict {
  /** It builds on edits that the document has never seen; Yjs would keep it aside for ever. */
  readonly isDangling: boolean
  /** It says something the document does not know yet. */
  readonly isNews: boolean
  /** Its news is not deletions alone. */
  readonly addsStructs: boolean
  /** It takes away more than it adds. */
  readonly makesRoom: boolean
}

/** Judges an update against a document. @throws where the bytes are no update */
export function judge(doc: Y.Doc, update: Uint8Array): Verdict {
  const decoded = Y.decodeUpdate(update)
  if (hasEmptyPart(decoded)) throw new RangeError('A part of no length, at which Yjs throws half-way.')
  if (!hasRisingDeletions(decoded))
    throw new RangeError('Deletions that overlap, each of which costs a walk.')
  if (!decoded.structs.every(isCountable)) throw new RangeError('A number too large to be read again.')
  if (!decoded.structs.every(isReadable)) throw new RangeError('A value that could not be read again.')
  if (deepestType(doc, decoded.structs) > DEEPEST_VALUE) throw new RangeError('Types too deep to be deleted.')
  const known: Known = { doc, ends: new Map() }
  if (leavesGap(known, decoded)) {
    return { isDangling: true, isNews: true, addsStructs: true, makesRoom: false }
  }
  const isDangling =
    decoded.structs.some((struct) => !refersToKnown(struct, known)) || deletesUnknown(decoded, known)
  const adds = addsStructs(doc, decoded)
  const isNews = isDangling || adds || deletesMore(doc, decoded)
  return { isDangling, isNews, addsStructs: adds, makesRoom: deletedLength(decoded) > addedLength(decoded) }
}

function hasEmptyPart({ structs, ds }: Decoded): boolean {
  const deletions = [...ds.clients.values()].flat()
  return structs.some(({ length }) => length === 0) || deletions.some(({ len }) => len === 0)
}

/** Yjs writes the deletions of one client merged and in their order. */
function hasRisingDeletions({ ds }: Decoded): boolean {
  for (const ranges of ds.clients.values()) {
    let end = -1
    for (const { clock, len } of ranges) {
      if (clock <= end) return false
      end = clock + len - 1
    }
  }
  return true
}

/** Yjs adds up lengths, and writes sums that it then refuses to read: nobody could open the board any more. */
function isCountable({ id: { client, clock }, length }: Decoded['structs'][number]): boolean {
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock + length)
}

/** Yjs and JSON read values recursively, and Yjs deletes so; a board’s own are a few levels deep. */
const DEEPEST_VALUE = 32

function isReadable(struct: Decoded['structs'][number]): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content } = struct
  // No client of a board writes one, and its settings are a value of any depth.
  if (content instanceof Y.ContentDoc) return false
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.arr.every((value: unknown) => isPlain(value, DEEPEST_VALUE))
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed, DEEPEST_VALUE)
  return !(content instanceof Y.ContentFormat) || isPlain(content.value, DEEPEST_VALUE)
}

/** A document, and by client the clock up to which it would go with the update. */
interface Known {
  readonly doc: Y.Doc
  readonly ends: Map<number, number>
}

const endOf = ({ doc, ends }: Known, client: number) => ends.get(client) ?? Y.getState(doc.store, client)

/** Whether what the update says of a client begins beyond what is known by then. Notes how far it goes. */
function leavesGap(known: Known, { structs }: Decoded): boolean {
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const end = endOf(known, client)
    if (clock > end) return true
    known.ends.set(client, Math.max(end, clock + struct.length))
  }
  return false
}

function refersToKnown(struct: Decoded['structs'][number], known: Known): boolean {
  if (!(struct instanceof Y.Item)) return true
  const parent = struct.parent instanceof Y.ID ? struct.parent : null
  const { client, clock } = struct.id
  return [struct.origin, struct.rightOrigin, parent].every(
    (id) => id === null || id.clock < (id.client === client ? clock : endOf(known, id.client)),
  )
}

function deletesUnknown({ ds }: Decoded, known: Known): boolean {
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => clock + len > endOf(known, client))) return true
  }
  return false
}

function addsStructs(doc: Y.Doc, { structs }: Decoded): boolean {
  return structs.some(
    (struct) =>
      !(struct instanceof Y.Skip) &&
      struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client),
  )
}

function deletedLength({ ds }: Decoded): number {
  let length = 0
  for (const ranges of ds.clients.values()) for (const { len } of ranges) length += len
  return length
}

const addedLength = ({ structs }: Decoded) => structs.reduce((length, struct) => length + struct.length, 0)

function deletesMore(doc: Y.Doc, { ds }: Decoded): boolean {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? []
    const end = Y.getState(doc.store, client)
    for (const { clock, len } of ranges) {
      if (clock + len > end) return true
      if (hasLiving(structs, clock, clock + len)) return true
    }
  }
  return false
}

function hasLiving(structs: (Y.Item | Y.GC)[], from: number, to: number): boolean {
  if (from >= to) return false
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (struct === undefined || struct.id.clock >= to) return false
    if (!struct.deleted) return true
  }
  return false
}
