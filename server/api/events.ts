import { type Context, Hono } from 'hono'
import type * as Y from 'yjs'
import { EVENTS } from '../../src/document/names.ts'
import { isPlain } from '../plainValue.ts'
import { EVENT_TYPES, type EventType, type Role } from '../roles.ts'
import type { Rooms } from '../rooms.ts'
import { type Body, isObject, jsonOf, textOf } from './body.ts'
import { ApiError } from './errors.ts'
import type { Guest } from './guests.ts'

const MOST_EVENTS = 100
const LONGEST_EVENT = 16_384
const DEEPEST_EVENT = 32
const LONGEST_ID = 64
const LONGEST_NAME = 80

/** An event of a run as `run` keeps it, besides what belongs to its type. */
interface RunEvent {
  /** 1 for the first event of the run. */
  readonly seq: number
  readonly type: EventType
  /** Server time, ms since 1970. */
  readonly at: number
  readonly role: Role
  /** As the browser that posted it says. */
  readonly person: { readonly id: string; readonly name: string }
  /** Made by the client, so that a queued event sent twice counts once. */
  readonly id?: string
}

type Posted = Body & { readonly type: EventType; readonly id?: string; readonly person: RunEvent['person'] }

/** `POST /:room/events`: appends to the run's log what the guest's role may. */
export function eventRoutes(rooms: Rooms, guest: (c: Context) => Promise<Guest>): Hono {
  const api = new Hono()
  api.post('/:room/events', async (c) => {
    const { facts, role } = await guest(c)
    const body = await jsonOf(c)
    const list = Array.isArray(body) ? body : [body]
    if (list.length === 0 || list.length > MOST_EVENTS) {
      throw new ApiError(400, `Post 1 to ${MOST_EVENTS} events at once.`)
    }
    const posted = list.map((event) => checked(event, role))
    const lease = await rooms.open(`${facts.room}/run`)
    try {
      const seq = await lease.room.write((doc) => append(doc, posted, { role, at: Date.now() }))
      return c.json({ seq })
    } finally {
      lease.release()
    }
  })
  return api
}

function checked(event: unknown, role: Role): Posted {
  if (!isObject(event)) throw new ApiError(400, 'An event is a JSON object with a “type”.')
  const type = textOf(event, 'type', LONGEST_ID)
  if (type === undefined || !isEventType(type)) {
    throw new ApiError(400, `“type” is one of ${Object.keys(EVENT_TYPES).join(', ')}.`)
  }
  if (!(EVENT_TYPES[type] as readonly Role[]).includes(role)) {
    throw new ApiError(403, `With this link you cannot post “${type}”.`)
  }
  if (!isPlain(event, DEEPEST_EVENT)) {
    throw new ApiError(
      400,
      `An event may be nested up to ${DEEPEST_EVENT} levels deep, with nothing named “constructor” in it.`,
    )
  }
  if (JSON.stringify(event).length > LONGEST_EVENT) {
    throw new ApiError(413, `An event may have up to ${LONGEST_EVENT} characters.`)
  }
  const { person } = event
  if (person !== undefined && !isObject(person))
    throw new ApiError(400, '“person” is an object with id and name.')
  const { id: _, ...rest } = event
  const id = textOf(event, 'id', LONGEST_ID)
  return {
    ...rest,
    type,
    ...(id ? { id } : {}),
    person: {
      id: textOf(person ?? {}, 'id', LONGEST_ID) ?? '',
      name: textOf(person ?? {}, 'name', LONGEST_NAME) ?? '',
    },
  }
}

const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_TYPES, type)

/** Appends what is not there yet; answers the place of each. */
function append(doc: Y.Doc, posted: readonly Posted[], stamp: Pick<RunEvent, 'role' | 'at'>): number[] {
  const events = doc.getArray<RunEvent>(EVENTS)
  const seqById = new Map<string, number>()
  for (const { id, seq } of events) if (id !== undefined) seqById.set(id, seq)
  return posted.map((event) => {
    const known = event.id === undefined ? undefined : seqById.get(event.id)
    if (known !== undefined) return known
    const seq = events.length + 1
    events.push([{ ...event, ...stamp, seq }])
    if (event.id !== undefined) seqById.set(event.id, seq)
    return seq
  })
}
