import { atom, type Signal } from '@tldraw/state'
import { postEvents, type RoomKey, ServerError } from './api.ts'
import { isQueueKey, type NewRunEvent, openQueue, type QueuedEvent } from './eventQueue.ts'

/** An event that the server will never take. */
interface RefusedEvent {
  readonly event: NewRunEvent
  /** Why, in the server's words. */
  readonly reason: string
}

/** What is posted to a room's run, delivered in order, each event once. */
export interface RunEvents {
  post(event: NewRunEvent): void
  /** How many events of this browser are not on the server yet. */
  readonly waiting: Signal<number>
  /** The last one that was refused for good; it is dropped. */
  readonly refused: Signal<RefusedEvent | null>
  /** Sends no more. What waits is kept for the next visit. */
  close(): void
}

/** As many as the server takes at once. */
const MOST_AT_ONCE = 100
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** What another tab posted is that tab's to send, unless it is still there then. */
const LEFT_BEHIND_MS = 2_000

/**
 * Opens the way to a room's run, for somebody with that link; what an earlier visit could not deliver goes
 * first.
 */
export function openRunEvents({ room, token }: RoomKey): RunEvents {
  const queue = openQueue(room)
  const waiting = atom('run events that wait', 0)
  const refused = atom<RefusedEvent | null>('run event refused', null)
  const count = () => waiting.set(queue.all().length)
  const sender = createSender(room, {
    waiting: queue.all,
    done(delivered) {
      for (const queued of delivered) queue.remove(queued)
      count()
    },
    refused: ({ event }, reason) => refused.set({ event, reason }),
  })

  const onStorage = ({ key }: StorageEvent) => {
    if (key !== null && !isQueueKey(room, key)) return
    count()
    if (waiting.get() > 0) sender.sendWithin(LEFT_BEHIND_MS)
  }
  window.addEventListener('storage', onStorage)
  window.addEventListener('online', sender.sendNow)
  count()
  sender.sendNow()
  return {
    waiting,
    refused,
    post(event) {
      queue.add(token, event)
      count()
      sender.sendInTurn()
    },
    close() {
      window.removeEventListener('storage', onStorage)
      window.removeEventListener('online', sender.sendNow)
      sender.stop()
    },
  }
}

interface Deliveries {
  /** Oldest first. */
  waiting(): readonly QueuedEvent[]
  done(delivered: readonly QueuedEvent[]): void
  refused(queued: QueuedEvent, reason: string): void
}

function createSender(room: string, { waiting, done, refused }: Deliveries) {
  let most = MOST_AT_ONCE
  let failures = 0
  let isSending = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function sendAll() {
    if (isSending) return
    isSending = true
    stopTimer()
    while (!isStopped) {
      const batch = firstBatch(waiting(), most)
      if (batch.length === 0 || !(await deliver(batch))) break
    }
    isSending = false
    if (failures > 0) sendWithin(retryAfterMs(failures))
  }

  /** Whether to go on with the next. */
  async function deliver(batch: readonly QueuedEvent[]): Promise<boolean> {
    const [first] = batch
    if (!first) return false
    try {
      const events = batch.map(({ event }) => event)
      await postEvents({ room, token: first.token }, events)
      done(batch)
      failures = 0
      most = Math.min(MOST_AT_ONCE, most * 2)
      return true
    } catch (error) {
      if (!(error instanceof ServerError && error.isFinal)) {
        failures += 1
        return false
      }
      failures = 0
      // The server takes all or none: in smaller parts, the one it means is found.
      most = Math.max(1, Math.floor(batch.length / 2))
      if (batch.length > 1) return true
      done(batch)
      refused(first, error.message)
      return true
    }
  }

  function stopTimer() {
    clearTimeout(timer)
    timer = undefined
  }

  function sendWithin(ms: number) {
    if (!isStopped && !isSending) timer ??= setTimeout(sendAll, ms)
  }

  return {
    sendWithin,
    sendNow() {
      failures = 0
      void sendAll()
    },
    /** At once, unless the server is being given time. */
    sendInTurn() {
      if (failures === 0) void sendAll()
    },
    stop() {
      isStopped = true
      stopTimer()
    },
  }
}

/** The oldest events, as long as they were made with one link. */
function firstBatch(waiting: readonly QueuedEvent[], most: number): readonly QueuedEvent[] {
  const token = waiting[0]?.token
  const end = waiting.findIndex((queued) => queued.token !== token)
  return waiting.slice(0, Math.min(most, end === -1 ? waiting.length : end))
}

/** Doubling, and not the same for everybody whom one restart of the server cut off. */
function retryAfterMs(failures: number): number {
  const usual = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
  return usual * (0.75 + Math.random() / 4)
}
