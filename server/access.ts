import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { RoomFacts } from './log/log.ts'
import { ROLES, type Role } from './roles.ts'

/** What a link's token says. A token says the same however often it is made, so links need no storage. */
export interface Grant {
  readonly room: string
  readonly role: Role
  /** Generation of the role's link when the token was made. */
  readonly gen: number
}

/** Why a link does not open a room, in words for people. */
export type NoAccess = string

export interface Access {
  /** The token that opens the room in that role. */
  issue(facts: RoomFacts, role: Role): Promise<string>
  /** What the token grants in this room, or why nothing. */
  grantIn(facts: RoomFacts, token: string): Promise<Grant | NoAccess>
}

const NO_LINK: NoAccess = 'This link does not open this board. Ask for a new one.'
const EXPIRED: NoAccess = 'This link has expired. Ask for a new one.'
const REPLACED: NoAccess = 'This link was replaced or taken back. Ask for a new one.'

/** Why a grant that was good opens the room no more; null while it does. `now`: ms since 1970 */
export function whyClosed({ role, gen }: Grant, facts: RoomFacts, now: number): NoAccess | null {
  if (gen !== generationOf(facts, role)) return REPLACED
  return now >= (facts.until?.[role] ?? Number.POSITIVE_INFINITY) ? EXPIRED : null
}

/** Whether the role's link opens the room at all. `now`: ms since 1970 */
export function isOn({ until }: RoomFacts, role: Role, now: number): boolean {
  return now < (until?.[role] ?? Number.POSITIVE_INFINITY)
}

/** The facts once the role has another link, which opens until `until`, ms since 1970; 0: no link at all. */
export function withNewLink(facts: RoomFacts, role: Role, until: number | null): RoomFacts {
  const { [role]: _, ...others } = facts.until ?? {}
  return {
    ...facts,
    generations: { ...facts.generations, [role]: generationOf(facts, role) + 1 },
    until: until === null ? others : { ...others, [role]: until },
  }
}

const generationOf = ({ generations }: RoomFacts, role: Role): number => generations[role] ?? 1

const ALGORITHM = 'HS256'

/** Signs and checks the tokens of links with `secret`. */
export function createAccess(secret: Uint8Array): Access {
  return {
    issue(facts, role) {
      const grant: Grant = { room: facts.room, role, gen: generationOf(facts, role) }
      return new SignJWT({ ...grant }).setProtectedHeader({ alg: ALGORITHM }).sign(secret)
    },
    async grantIn(facts, token) {
      const grant = await verified(token, secret)
      if (typeof grant === 'string') return grant
      if (grant.room !== facts.room) return NO_LINK
      return whyClosed(grant, facts, Date.now()) ?? grant
    },
  }
}

async function verified(token: string, secret: Uint8Array): Promise<Grant | NoAccess> {
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: [ALGORITHM] })
    const { room, role, gen } = payload
    const isGrant =
      typeof room === 'string' && typeof gen === 'number' && (ROLES as readonly unknown[]).includes(role)
    return isGrant ? { room, gen, role: role as Role } : NO_LINK
  } catch (error) {
    return error instanceof errors.JWTExpired ? EXPIRED : NO_LINK
  }
}

/** The secret that signs links, made on first use. Whoever reads this file can open every room. */
export function readSecret(file: string): Uint8Array {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (secret.length < 32) {
    throw new Error(
      `${file} holds no secret of 32 bytes. Put back the one that signed the links, or delete it.`,
    )
  }
  return secret
}
