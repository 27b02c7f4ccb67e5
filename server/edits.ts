import * as Y from 'yjs'
import { judge, type Verdict } from './judge.ts'
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
        const refusal = refusalOf(doc, peer, bytes, size)
        if (refusal === null) return applyOrBreak(doc, peer, bytes)
        refused.add(peer)
        peer.close(...refusal)
      },
      settle: () => peer.isOpen() && acknowledge(peer),
      fail: () => {},
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

/**
 * Applies an update that was judged good.
 *
 * @throws where Yjs fails on it or keeps a part aside: then the document is lost, and its sender refused
 * for good, who would else send the same again.
 */
function applyOrBreak(doc: Y.Doc, peer: Peer, bytes: Uint8Array) {
  try {
    Y.applyUpdate(doc, bytes)
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('Yjs kept a part of an edit aside.')
  } catch (error) {
    peer.close(CLOSE.malformed, 'That edit does not hold together.')
    throw error
  }
}

/** The size of a document against its limit. */
export interface Size {
  fits(bytes: number): boolean
}

/** The size of a document against its limit: counted up by update, measured anew only near the limit. */
export function trackSize(doc: Y.Doc, limit: number): Size {
  const measure = () => Y.encodeStateAsUpdate(doc).length
  let bytes = measure()
  let isMeasured = true
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length
    isMeasured = false
  })
  return {
    fits(more) {
      if (bytes + more > limit && !isMeasured) {
        bytes = measure()
        isMeasured = true
      }
      return bytes + more <= limit
    },
  }
}
