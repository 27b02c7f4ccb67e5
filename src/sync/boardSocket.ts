/** y-websocket's first number of a message, and the second of one about the document. */
const SYNC = 0
const ANSWER = 1
const UPDATE = 2

/** The server refuses larger messages; sending one again and again would help nobody. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

export interface SocketRules {
  /** Nothing of the document may be sent. */
  readonly readonly: boolean
  /** The class to build on: the browser's own, or another in tests. */
  readonly base: typeof WebSocket
  opened(): void
  /** A message with edits goes out. */
  sent(): void
  /** A message was kept back, because it is larger than the server takes; so is all that follows it. */
  tooLarge(bytes: number): void
}

/**
 * The WebSocket class that y-websocket gets: it counts messages with edits, and keeps back those that the
 * server would close the connection for.
 */
export function boardSocket(rules: SocketRules): typeof WebSocket {
  return class BoardSocket extends rules.base {
    private hasAnswered = false
    private isFull = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      rules.opened()
    }

    override send(data: Uint8Array<ArrayBuffer>) {
      const [type, subtype] = data
      const hasEdits = type === SYNC && (subtype === ANSWER || subtype === UPDATE)
      if (!hasEdits) {
        super.send(data)
        return
      }
      // An update before the answer may build on edits made offline, which the server has not got yet. The
      // answer holds them all.
      if (rules.readonly || this.isFull || (subtype === UPDATE && !this.hasAnswered)) return
      if (data.byteLength > MAX_MESSAGE_BYTES) {
        this.isFull = true
        rules.tooLarge(data.byteLength)
        return
      }
      if (subtype === ANSWER) this.hasAnswered = true
      super.send(data)
      rules.sent()
    }
  }
}
