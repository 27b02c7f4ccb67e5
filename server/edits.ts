import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { META } from '../src/document/names.ts'
import { readSchema } from '../src/document/schemaAge.ts'
import { judge, type Verdict } from './judge.ts'
import { applyUpdate } from './log/sharedStrings.ts'
import { isPlain } from './plainValue.ts'
import { ackMessage, CLOSE, type CloseCode } from './protocol.ts'
import type { Peer } from './room.ts'
import type { Writer } from './writer.ts'

/** Takes peers' edits into a document: judged, applied in their turn, acknowledged once they are durable. */
export function createEditor(writer: Writer, size: Size) {
  const acked = new WeakMap<Peer, number>()
  const refused = new WeakSet<Peer>()

  function acknowledge(peer: Peer) {
    const count = (acked.get(peer) ?? 0) + 1
    acked.set(peer, count)
    if (peer.wantsAcks) peer.send(ackMessage(count))
  }

  return function takeEdit(peer: Peer, bytes: Uint8Array) {
    writer.add({
      author: peer.author,
      apply(doc) {
        // Whoever has left meanwhile is still heard: their last edits have arrived.
        if (refused.has(peer)) return
        const refusal = refusalOf(doc, peer, bytes, size) ?? applyOrBreak(doc, peer, bytes)
        if (refusal === null) return
        refused.add(peer)
        peer.close(...refusal)
      },
      settle() {
        if (peer.isOpen()) acknowledge(peer)
      },
      fail() {},
    })
  }
}

type Refusal = readonly [CloseCode, string]

/** Why a peer's update is not taken; null where it may be applied. */
function refusalOf(doc: Y.Doc, peer: Peer, bytes: Uint8Array, size: Size): Refusal | null {
  let verdict: Verdict
  try {
    verdict = judge(doc, bytes)
  } catch {
    return [CLOSE.malformed, 'That is no Yjs update.']
  }
  if (verdict.isDangling) return [CLOSE.malformed, 'That builds on edits this board has never seen.']
  if (!verdict.isNews) return null
  if (!peer.mayWrite) return [CLOSE.roleMayNot, 'With this link you can look, not draw.']
  if (verdict.addsStructs && !size.fits(bytes.length) && !fitsReserve(verdict, bytes, size)) {
    return [CLOSE.tooLarge, 'The board is full.']
  }
  return null
}

/** A client notes beside each deletion that there was one; for that little a full board has room left. */
const SMALL_BYTES = 4_096
const RESERVE_BYTES = 65_536

function fitsReserve({ makesRoom }: Verdict, { length }: Uint8Array, size: Size): boolean {
  return makesRoom && length <= SMALL_BYTES && size.fits(length - RESERVE_BYTES)
}

const NO_WHOLE: Refusal = [CLOSE.malformed, 'That edit does not hold together.']

/**
 * Applies an update that was judged good; says what was wrong with it all the same.
 *
 * @throws where Yjs fails on it: then the document is lost, and its sender refused for good, who would else
 * send the same again.
 */
function applyOrBreak(doc: Y.Doc, peer: Peer, bytes: Uint8Array): Refusal | null {
  const form = schemaIn(doc)
  try {
    applyUpdate(doc, bytes)
  } catch (error) {
    peer.close(...NO_WHOLE)
    throw error
  }
  if (takeBackSchema(doc, peer, form))
    return [CLOSE.malformed, 'That would make the board what you do not know.']
  return dropPending(doc) ? NO_WHOLE : null
}

/** What Yjs keeps aside waits for edits that never come. What it took of the update holds by itself. */
function dropPending({ store }: Y.Doc): boolean {
  if (!store.pendingStructs && !store.pendingDs) return false
  store.pendingStructs = null
  store.pendingDs = null
  return true
}

const DEEPEST_FORM = 8

const schemaIn = (doc: Y.Doc): unknown => doc.getMap(META).get('schema')

/**
 * The form of a board says who may open it: a client may set it to the form that it knows, to no other.
 * Whether it was set back to `form`.
 */
function takeBackSchema(doc: Y.Doc, { schema }: Peer, form: unknown): boolean {
  const next = schemaIn(doc)
  if (
    equalityDeep(next, form) ||
    (schema !== null && equalityDeep(readSchema(next)?.sequences, schema.sequences))
  ) {
    return false
  }
  if (form === undefined || !isPlain(form, DEEPEST_FORM)) doc.getMap(META).delete('schema')
  else doc.getMap(META).set('schema', form)
  return true
}

/** The size of a document against its limit. */
export interface Size {
  fits(bytes: number): boolean
}

/** To measure a full board takes a while, in which nobody else is served: at most this share of the time. */
const MEASURING_SHARE = 0.05
/** What a board may exceed its limit by until it is measured again. */
const SLACK_BYTES = 65_536

/** The size of a document against its limit: counted up by update, measured anew only near the limit. */
export function trackSize(doc: Y.Doc, limit: number): Size {
  let bytes = 0
  let isMeasured = false
  let mayMeasureAt = 0
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length
    isMeasured = false
  })

  function measure() {
    const startedAt = performance.now()
    bytes = Y.encodeStateAsUpdate(doc).length
    isMeasured = true
    const endedAt = performance.now()
    mayMeasureAt = endedAt + (endedAt - startedAt) / MEASURING_SHARE
  }

  measure()
  return {
    fits(more) {
      if (bytes + more <= limit) return true
      if (isMeasured) return false
      if (performance.now() < mayMeasureAt) return bytes + more <= limit + SLACK_BYTES
      measure()
      return bytes + more <= limit
    },
  }
}
