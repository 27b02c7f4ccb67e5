import { type Context, Hono } from 'hono'
import { type Plan, planRun } from '../../src/domain/pace/plan.ts'
import { type RunAct, readAct } from '../../src/domain/pace/runAct.ts'
import { findFramework, frameworks } from '../../templates/frameworks/index.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import type { RoomFacts } from '../log/log.ts'
import { isPlain } from '../plainValue.ts'
import type { Rate } from '../rate.ts'
import { mayPost } from '../roles.ts'
import type { Rooms } from '../rooms.ts'
import { appendEvents, type PostedEvent } from '../runLog.ts'
import { type Body, isObject, jsonOf, textOf } from './body.ts'
import { ApiError } from './errors.ts'
import { frameworkOf, minutesIn } from './frameworks.ts'
import type { Guest } from './guests.ts'

const MOST_EVENTS = 100
const LONGEST_EVENT = 16_384
const DEEPEST_EVENT = 32
const LONGEST_ID = 64
const LONGEST_NAME = 80

const USUAL_MINUTES = 45

export interface EventOptions {
  readonly rooms: Rooms
  /** Events of those with one link to a room. */
  readonly runEvents: Rate
}

/** `POST /:room/events`: appends to the run's log what the guest's role and the run allow, or nothing. */
export function eventRoutes({ rooms, runEvents }: EventOptions, guest: (c: Context) => Promise<Guest>): Hono {
  const api = new Hono()
  api.post('/:room/events', async (c) => {
    const { facts, role } = await guest(c)
    const body = await jsonOf(c)
    const list = Array.isArray(body) ? body : [body]
    if (list.length === 0 || list.length > MOST_EVENTS) {
      throw new ApiError(400, `Post 1 to ${MOST_EVENTS} events at once.`)
    }
    const posted = list.map((event) => checked(event, facts, role))
    const allowed = posted.map(() => runEvents.allows(`${facts.room}/${role}`))
    if (allowed.includes(false)) throw new ApiError(429, 'Too much happens in this run. Wait a minute.')
    const lease = await rooms.open(`${facts.room}/run`)
    try {
      const appended = await lease.room.write((doc) => appendEvents(doc, posted, role))
      if ('refused' in appended) throw new ApiError(409, appended.refused)
      return c.json({ seq: appended.seq })
    } finally {
      lease.release()
    }
  })
  return api
}

/** @throws {ApiError} where it is no event, or not one for that role */
function checked(event: unknown, facts: RoomFacts, role: Guest['role']): PostedEvent {
  if (!isObject(event)) throw new ApiError(400, 'An event is a JSON object with a “type”.')
  checkSize(event)
  const read = readAct(event)
  if (!read.ok) throw new ApiError(400, read.problem)
  const { act } = read
  if (!mayPost(role, facts.mode, act.type)) {
    throw new ApiError(403, `With this link you cannot post “${act.type}”.`)
  }
  if (act.type === 'checklist' && !PROMPTS.has(act.prompt)) {
    throw new ApiError(400, `No framework has a prompt “${act.prompt}”.`)
  }
  const id = textOf(event, 'id', LONGEST_ID) || undefined
  const owner = Object.entries(ID_OWNERS).find(([prefix]) => id?.startsWith(prefix))?.[1]
  if (owner !== undefined && owner !== act.type) {
    throw new ApiError(400, `An “id” that begins like this is for “${owner}”.`)
  }
  const { person } = event
  if (person !== undefined && !isObject(person))
    throw new ApiError(400, '“person” is an object with id and name.')
  return {
    ...(act.type === 'start' ? startOf(act, facts) : { act }),
    id,
    person: {
      id: textOf(person ?? {}, 'id', LONGEST_ID) ?? '',
      name: textOf(person ?? {}, 'name', LONGEST_NAME) ?? '',
    },
  }
}

/** Ids by which several browsers say the same thing once: nothing else may take them first. */
const ID_OWNERS: Readonly<Record<string, RunAct['type']>> = {
  'hint-': 'hint',
  'curve-ball': 'reveal',
  'alarm-': 'nudge',
}

/** Before anything walks through it. */
function checkSize(event: Body) {
  if (!isPlain(event, DEEPEST_EVENT)) {
    throw new ApiError(
      400,
      `An event may be nested up to ${DEEPEST_EVENT} levels deep, with nothing named “constructor” in it.`,
    )
  }
  if (JSON.stringify(event).length > LONGEST_EVENT) {
    throw new ApiError(413, `An event may have up to ${LONGEST_EVENT} characters.`)
  }
}

const PROMPTS: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ steps }) => steps.flatMap(({ prompts }) => prompts.map(({ id }) => id))),
)

/**
 * A start with what the run is measured by: as whoever starts it says, else as the room was made, else as usual. An
 * interview is as its host made it.
 *
 * @throws {ApiError}
 */
function startOf(act: Extract<RunAct, { type: 'start' }>, { mode, ...facts }: RoomFacts) {
  const asked = { framework: frameworkOf({ ...act }), minutes: act.minutes }
  const made = { framework: findFramework(facts.framework ?? ''), minutes: minutesIn(facts.slot) }
  const [first, second] = mode === 'interview' ? [made, asked] : [asked, made]
  const framework = first.framework ?? second.framework ?? sevenSteps
  const minutes = first.minutes ?? second.minutes ?? USUAL_MINUTES
  const plan: Plan = planRun(framework, minutes)
  return { act: { ...act, framework: framework.id, minutes }, plan }
}
