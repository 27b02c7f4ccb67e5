/** What a board uses of a browser besides its screen. */
export interface Browser {
  readonly WebSocket: typeof WebSocket
  /** Absent where the browser forbids storage. */
  readonly indexedDB?: IDBFactory | undefined
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined
  /** Has the events `offline` and `online`. */
  readonly network?: EventTarget | undefined
}

/** The browser that this page runs in. Some throw at the mere mention of a storage that they forbid. */
export function thisBrowser(): Browser {
  const { WebSocket, BroadcastChannel, window: network } = globalThis
  try {
    return { WebSocket, BroadcastChannel, network, indexedDB: globalThis.indexedDB }
  } catch {
    return { WebSocket, BroadcastChannel, network }
  }
}
