import { type Context, Hono } from 'hono'
import { isOn, whyClosed, withNewLink } from '../access.ts'
import type { RoomFacts } from '../log/log.ts'
import { linksFor, ROLES_OF_MODE, type Role } from '../roles.ts'
import { type Body, isObject, jsonOf } from './body.ts'
import { ApiError } from './errors.ts'
import type { Guest } from './guests.ts'
import type { ApiOptions } from './rooms.ts'

/** The links of a room: shown to those who may pass them on, replaced and taken back by its owner. */
export function linkRoutes(options: ApiOptions, guest: (c: Context) => Promise<Guest>): Hono {
  const { reach, startOf } = options
  const api = new Hono()

  api.get('/:room/links', async (c) => {
    const { facts, role } = await guest(c)
    const shown = linksFor(role, facts.mode).filter((other) => isOn(facts, other, Date.now()))
    const { until = {} } = facts
    const start = role === 'owner' ? startOf(c) : null
    return c.json({ ...(await linksTo(options, c, facts, shown)), until, reach: { ...reach(), start } })
  })

  api.post('/:room/links/:role', async (c) => {
    const owner = await guest(c)
    const role = linkOf(owner, c)
    const body = await jsonOf(c)
    if (body !== undefined && body !== null && !isObject(body))
      throw new ApiError(400, 'The body is a JSON object, or absent.')
    const days = isObject(body) ? daysOf(body) : null
    if (days !== null && role === 'owner')
      throw new ApiError(409, 'The owner’s link does not end by itself: nobody could replace it then.')
    const next = await changeLink(options, owner, role, days === null ? null : Date.now() + days * DAY_MS)
    return c.json(await linksTo(options, c, next, [role]))
  })

  api.delete('/:room/links/:role', async (c) => {
    const owner = await guest(c)
    const role = linkOf(owner, c)
    if (role === 'owner') throw new ApiError(409, 'The owner’s link can be replaced, not taken away.')
    await changeLink(options, owner, role, 0)
    return c.json({ room: owner.facts.room, role })
  })

  return api
}

/** The role whose link an owner means. @throws {ApiError} */
function linkOf({ facts, role }: Guest, c: Context): Role {
  if (role !== 'owner') throw new ApiError(403, 'Only the owner replaces links or takes them back.')
  const named = ROLES_OF_MODE[facts.mode].find((other) => other === c.req.param('role'))
  if (!named) throw new ApiError(404, `The links of this board: ${ROLES_OF_MODE[facts.mode].join(', ')}.`)
  return named
}

/**
 * Whoever came by an old link is out before the new one is handed out. The owner's own may have been replaced
 * since they asked: then they change nothing, or whoever it was taken from could get it back.
 *
 * @throws {ApiError}
 */
async function changeLink(
  { storage, rooms }: ApiOptions,
  { facts, grant }: Guest,
  role: Role,
  until: number | null,
): Promise<RoomFacts> {
  const next = await storage.index.change(facts.room, (now) => {
    const closed = whyClosed(grant, now, Date.now())
    if (closed !== null) throw new ApiError(401, closed)
    return withNewLink(now, role, until)
  })
  if (next === null) throw new ApiError(404, 'No board at this address.')
  await rooms.recheck(next)
  return next
}

const DAY_MS = 86_400_000
const MOST_DAYS = 365

/** For how long a link opens, whole days; null: for ever. */
function daysOf({ days }: Body): number | null {
  if (days === undefined || days === null) return null
  if (Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS) return Number(days)
  throw new ApiError(400, `“days” is a whole number from 1 to ${MOST_DAYS}, or absent.`)
}

/** The links of these roles, and the tokens in them. */
export async function linksTo(
  { access, originOf }: ApiOptions,
  c: Context,
  facts: RoomFacts,
  roles: readonly Role[],
) {
  const tokens: Partial<Record<Role, string>> = {}
  const links: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const token = await access.issue(facts, role)
    tokens[role] = token
    links[role] = `${originOf(c)}/board/${facts.room}#${token}`
  }
  return { links, tokens }
}
