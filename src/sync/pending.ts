import type * as Y from 'yjs'

/**
 * Forgets edits that build on others which nobody here has. Yjs keeps them waiting, and would send them to
 * the server, which refuses what it cannot place.
 */
export function leaveOutPending({ store }: Y.Doc) {
  store.pendingStructs = null
  store.pendingDs = null
}
