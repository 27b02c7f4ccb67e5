import type { WebSocket } from 'ws'

/** Less than this is on its way, not left unread. */
const SMALL_BYTES = 2 ** 20

export interface Unread {
  /** Something was sent to a reader; `hangUp` ends its connection. */
  sent(socket: WebSocket, hangUp: () => void): void
}

/** Keeps in bounds what all readers together leave unread: beyond the limit, whoever leaves most is hung up on. */
export function limitUnread(mostBytes: number): Unread {
  const slow = new Map<WebSocket, () => void>()

  function unreadBytes(): number {
    let sum = 0
    for (const socket of slow.keys()) {
      if (socket.readyState !== socket.OPEN || socket.bufferedAmount <= SMALL_BYTES) slow.delete(socket)
      else sum += socket.bufferedAmount
    }
    return sum
  }

  return {
    sent(socket, hangUp) {
      if (socket.bufferedAmount <= SMALL_BYTES) return
      slow.set(socket, hangUp)
      let unread = unreadBytes()
      for (const [slowest, end] of [...slow].sort(([a], [b]) => b.bufferedAmount - a.bufferedAmount)) {
        if (unread <= mostBytes) return
        unread -= slowest.bufferedAmount
        slow.delete(slowest)
        end()
      }
    },
  }
}
