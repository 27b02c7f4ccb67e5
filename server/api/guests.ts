import type { Context } from 'hono'
import type { Access, Grant } from '../access.ts'
import type { RoomFacts, RoomIndex } from '../log/log.ts'
import type { Role } from '../roles.ts'
import { ROOM_NAME } from '../upgrade.ts'
import { ApiError } from './errors.ts'

/** Somebody who holds a link to a room. */
export interface Guest {
  readonly facts: RoomFacts
  readonly role: Role
  /** What lets them in. */
  readonly grant: Grant
}

/** Who asks about this room. @throws {ApiError} 404 without such a room, 401 without a token that opens it */
export async function guestOf(c: Context, room: string, index: RoomIndex, access: Access): Promise<Guest> {
  const facts = ROOM_NAME.test(room) ? await index.find(room) : null
  if (facts === null) throw new ApiError(404, 'No board at this address.')
  const [, token = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  const grant = await access.grantIn(facts, token)
  if (typeof grant === 'string') throw new ApiError(401, grant)
  return { facts, role: grant.role, grant }
}
