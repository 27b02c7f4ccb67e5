import { uniqueId } from '@tldraw/utils'
import { deviceStorage } from '../device/deviceStorage.ts'

/** An event of a run, as a browser makes it. The server adds its time, the role and the place in the run. */
export interface NewRunEvent {
  readonly type: string
  /** One of its own lets several browsers say the same thing, which counts once. */
  readonly id?: string
  readonly person: { readonly id: string; readonly name: string }
  readonly [detail: string]: unknown
}

/** An event that the server may not have yet. */
export interface QueuedEvent {
  /** Where it is kept. Keys sort by when the events were made. */
  readonly key: string
  /** Of the link that its maker held: another tab with another role must not post it in their place. */
  readonly token: string
  /** `id` lets the server count it once, however often it is sent. */
  readonly event: NewRunEvent & { readonly id: string }
}

export interface EventQueue {
  /** Those of this and of other tabs, oldest first. */
  all(): readonly QueuedEvent[]
  add(token: string, event: NewRunEvent): void
  remove(queued: QueuedEvent): void
}

// One entry an event, so that two tabs never overwrite each other's.
const PREFIX = 'drillboard.event.'

export const isQueueKey = (room: string, key: string) => key.startsWith(`${PREFIX}${room}.`)

/** The events of a room that wait on this device. What does not fit there is kept as long as the tab lives. */
export function openQueue(room: string): EventQueue {
  const own = new Map<string, QueuedEvent>()
  let unkept: QueuedEvent[] = []

  function all(): readonly QueuedEvent[] {
    const queued = new Map(own)
    for (const key of deviceStorage.keys()) {
      const stored = isQueueKey(room, key) ? parse(key, deviceStorage.read(key)) : null
      if (stored) queued.set(key, stored)
    }
    return [...queued.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  function keepWhatFits() {
    unkept = unkept.filter(
      ({ key, token, event }) => !deviceStorage.keep(key, JSON.stringify({ token, event })),
    )
  }

  return {
    all,
    add(token, event) {
      const id = event.id ?? uniqueId()
      const madeAt = Math.max(Date.now(), madeAtOf(all().at(-1)) + 1)
      const key = `${PREFIX}${room}.${String(madeAt).padStart(15, '0')}.${uniqueId()}`
      const queued = { key, token, event: { ...event, id } }
      own.set(key, queued)
      unkept.push(queued)
      keepWhatFits()
    },
    remove({ key }) {
      own.delete(key)
      unkept = unkept.filter((other) => other.key !== key)
      deviceStorage.forget(key)
      keepWhatFits()
    },
  }
}

function madeAtOf(queued: QueuedEvent | undefined): number {
  return Number(queued?.key.split('.')[3] ?? 0)
}

function parse(key: string, stored: string | null): QueuedEvent | null {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return isStored(value) ? { key, token: value.token, event: value.event } : null
  } catch {
    return null
  }
}

function isStored(value: unknown): value is Omit<QueuedEvent, 'key'> {
  if (typeof value !== 'object' || value === null) return false
  const { token, event } = value as Record<string, unknown>
  if (typeof token !== 'string' || typeof event !== 'object' || event === null) return false
  return 'id' in event && typeof event.id === 'string'
}
