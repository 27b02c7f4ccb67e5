import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { jwtVerify, SignJWT } from 'jose'
import type { RoomFacts } from './log/log.ts'
import { ROLES, type Role } from './roles.ts'

/** What a link's token says. A token says the same however often it is made, so links need no storage. */
interface Grant {
  readonly room: string
  readonly role: Role
  /** Generation of the role's link when the token was made. */
  readonly gen: number
}

export interface Access {
  /** The token that opens the room in that role. */
  issue(facts: RoomFacts, role: Role): Promise<string>
  /** The role that the token gives in this room; null where it gives none. */
  roleIn(facts: RoomFacts, token: string): Promise<Role | null>
}

const ALGORITHM = 'HS256'

/** Signs and checks the tokens of links with `secret`. */
export function createAccess(secret: Uint8Array): Access {
  return {
    issue({ room, generations }, role) {
      const grant: Grant = { room, role, gen: generations[role] ?? 1 }
      return new SignJWT({ ...grant }).setProtectedHeader({ alg: ALGORITHM }).sign(secret)
    },
    async roleIn({ room, generations }, token) {
      const grant = await verified(token, secret)
      if (grant === null || grant.room !== room) return null
      return grant.gen === (generations[grant.role] ?? 1) ? grant.role : null
    },
  }
}

async function verified(token: string, secret: Uint8Array): Promise<Grant | null> {
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: [ALGORITHM] })
    const { room, role, gen } = payload
    const isGrant =
      typeof room === 'string' && typeof gen === 'number' && (ROLES as readonly unknown[]).includes(role)
    return isGrant ? { room, gen, role: role as Role } : null
  } catch {
    return null
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
