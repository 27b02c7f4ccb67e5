/** What a board uses of a browser besides its screen. */
export interface Browser {
  readonly WebSocket: typeof WebSocket
  /** Absent where the browser forbids storage. */
  readonly indexedDB?: IDBFactory | undefined
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined
}

/** The browser that this page runs in. Some throw at the mere mention of a storage that they forbid. */
export function thisBrowser(): Browser {
  const { WebSocket, BroadcastChannel } = globalThis
  try {
    return { WebSocket, BroadcastChannel, indexedDB: globalThis.indexedDB }
  } catch {
    return { WebSocket, BroadcastChannel }
  }
}
