import { clone, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'

const SYNC = 0

/** A server that has not answered after this cannot be reached. */
const ANSWER_WITHIN_MS = 1_000

/**
 * Finds out whether edits still travel when the browser says that its network has gone, come back or changed:
 * left alone, a connection that has died stays open for half a minute. What the browser says is no proof, as a
 * server on the same machine needs no network; so the server is asked, and only silence ends the connection.
 *
 * @param network has the events `offline` and `online`
 * @returns how to stop
 */
export function askWhenNetworkChanges(
  provider: WebsocketProvider,
  network: EventTarget | undefined,
): () => void {
  let patience: ReturnType<typeof setTimeout> | undefined
  const heard = () => {
    clearTimeout(patience)
    patience = undefined
  }
  const anew = () => {
    heard()
    // Where the server has refused, or has no place now, it is not asked for this.
    if (!provider.shouldConnect) return
    provider.disconnect()
    provider.connect()
  }
  const look = () => {
    if (!provider.wsconnected) return anew()
    // For the answer the server walks through the whole board: one question at a time.
    if (patience !== undefined) return
    patience = setTimeout(anew, ANSWER_WITHIN_MS)
    ask(provider)
  }
  hearAnswers(provider, heard)
  network?.addEventListener('offline', look)
  network?.addEventListener('online', look)
  return () => {
    heard()
    network?.removeEventListener('offline', look)
    network?.removeEventListener('online', look)
  }
}

/** The shortest question that every server answers: what it has that this document lacks. */
function ask({ ws, doc }: WebsocketProvider) {
  const encoder = createEncoder()
  writeVarUint(encoder, SYNC)
  syncProtocol.writeSyncStep1(encoder, doc)
  ws?.send(toUint8Array(encoder))
}

function hearAnswers(provider: WebsocketProvider, heard: () => void) {
  const read = provider.messageHandlers[SYNC]
  provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
    if (readVarUint(clone(decoder)) === syncProtocol.messageYjsSyncStep2) heard()
    read?.(encoder, decoder, ...rest)
  }
}
