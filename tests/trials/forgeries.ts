import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import type { TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, type NewRoom } from '../helpers/syncClient.ts'
import type { Pick } from './badFrames.ts'

/** A token that must not write to the room, made anew each time. */
export type Forgery = (pick: Pick) => string | Promise<string>

interface Parts {
  readonly head: string
  readonly claims: string
  readonly signature: string
}

/** Tokens that must not write to `made`, by what is wrong with them. */
export async function forgeriesFor(server: TestServer, made: NewRoom): Promise<Record<string, Forgery>> {
  const observer = made.tokens.observer ?? ''
  const owner = partsOf(made.tokens.owner ?? '')
  const watching = partsOf(observer)
  const other = await createRoom(server.url)
  const { replaced, closed } = await spentLinks(server, made)
  const expired = await signed(server, { room: made.room, role: 'owner', gen: 1 })
  const elsewhere = partsOf(other.tokens.owner ?? '')
  return {
    'an observer’s': () => observer,
    'another room’s': () => other.tokens.owner ?? '',
    'another room’s, saying this one': () => joined({ ...elsewhere, claims: claims(made.room, 'owner') }),
    'one that expired': () => expired,
    'a link that expired': () => closed,
    'a link that was replaced': () => replaced,
    'its signature altered': (pick) => joined({ ...owner, signature: altered(pick, owner.signature) }),
    'its signature cut': (pick) => joined({ ...owner, signature: owner.signature.slice(0, pick(43)) }),
    'signed with a guess': (pick) => guessed(made.room, pick),
    'algorithm none': (pick) => joined({ ...owner, head: noAlgorithm(pick), signature: '' }),
    'algorithm none, signature kept': (pick) => joined({ ...owner, head: noAlgorithm(pick) }),
    'an observer’s, saying owner': () => joined({ ...watching, claims: claims(made.room, 'owner') }),
    'an observer’s, saying editor': () => joined({ ...watching, claims: claims(made.room, 'editor') }),
    'none at all': () => '',
    'chance letters': (pick) => Array.from({ length: 1 + pick(200) }, () => 'aB3-_.'[pick(6)]).join(''),
  }
}

function partsOf(token: string): Parts {
  const [head = '', body = '', signature = ''] = token.split('.')
  return { head, claims: body, signature }
}

const joined = ({ head, claims: body, signature }: Parts) => `${head}.${body}.${signature}`
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = (room: string, role: string) => encoded({ room, role, gen: 1 })
const noAlgorithm = (pick: Pick) => encoded({ alg: ['none', 'None', 'NONE', ''][pick(4)] })

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Another letter at some place but the last, of which two bits say nothing. */
function altered(pick: Pick, signature: string): string {
  const at = pick(signature.length - 1)
  const letter = LETTERS[(LETTERS.indexOf(signature[at] ?? '') + 1 + pick(63)) % 64]
  return signature.slice(0, at) + letter + signature.slice(at + 1)
}

function guessed(room: string, pick: Pick): Promise<string> {
  const secret = [new Uint8Array(32), Buffer.from('secret'), Buffer.from(room), Buffer.from(' ')][pick(4)]
  const grant = { room, role: 'owner', gen: 1 }
  return new SignJWT(grant).setProtectedHeader({ alg: 'HS256' }).sign(secret ?? new Uint8Array(32))
}

/** A token of this server that has run out. */
function signed(
  { dataDir }: TestServer,
  grant: { room: string; role: string; gen: number },
): Promise<string> {
  const secret = Buffer.from(readFileSync(join(dataDir, 'secret'), 'utf8').trim(), 'base64url')
  const anHourAgo = Math.floor(Date.now() / 1000) - 3_600
  return new SignJWT(grant).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(anHourAgo).sign(secret)
}

/** The editor's first link, which was replaced, and the one in its place, which has expired. */
async function spentLinks({ url, dataDir }: TestServer, { room, tokens }: NewRoom) {
  const path = `/api/rooms/${room}/links/editor`
  const { body } = await callApi(url, 'POST', path, { days: 1 }, tokens.owner)
  const storage = sqliteStorage(join(dataDir, 'drillboard.sqlite'))
  try {
    await storage.index.change(room, (facts) => ({ ...facts, until: { editor: Date.now() - 1 } }))
  } finally {
    await storage.close()
  }
  return { replaced: tokens.editor ?? '', closed: String(body.tokens.editor) }
}
