import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type BoardSchema, isOlder, readTag } from '../src/document/schemaAge.ts'
import { type Access, type Grant, whyClosed } from './access.ts'
import { isOwnOrigin, OTHER_ORIGIN } from './addresses.ts'
import { type ConnectionOptions, connect, type Visitor } from './connection.ts'
import { type Events, type Refusal, refusalOf } from './events.ts'
import { type Health, storageTrouble } from './health.ts'
import type { RoomIndex } from './log/log.ts'
import { CLOSE, type CloseCode, TOO_OLD } from './protocol.ts'
import type { Rate } from './rate.ts'
import { DOCS, type DocName, mayOpen, mayWrite } from './roles.ts'
import type { Room } from './room.ts'
import type { Lease, Rooms } from './rooms.ts'

/** What a room may be called. Checked before a name reaches anything else. */
export const ROOM_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/** Offered with the token beside it, it lets the token travel in a header. */
const SUBPROTOCOL = 'drillboard'

const BASE = 'http://host'

interface Place {
  readonly room: string
  readonly doc: DocName
}

/** A request that is no attempt to join a room: answered in plain HTTP. */
class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: 400 | 403 | 404 | 500
  constructor(status: RequestError['status'], message: string) {
    super(message)
    this.status = status
  }
}

/** The document that a sync URL names. @throws {RequestError} where it names none */
function placeOf(path: string): Place {
  const [, sync, room = '', doc = '', ...rest] = path.split('/')
  if (sync !== 'sync' || rest.length > 0) {
    throw new RequestError(404, 'No such path. Boards are under /sync/<room>/board.')
  }
  if (!ROOM_NAME.test(room)) {
    const allowed = '1 to 64 of a-z, 0-9 and “-”, the first a letter or digit'
    throw new RequestError(400, `That cannot name a room. Allowed: ${allowed}.`)
  }
  if (!(DOCS as readonly string[]).includes(doc)) {
    throw new RequestError(404, `A room has the documents ${DOCS.join(', ')}.`)
  }
  return { room, doc: doc as DocName }
}

export interface UpgradeOptions extends ConnectionOptions {
  readonly rooms: Rooms
  readonly index: RoomIndex
  readonly access: Access
  readonly connects: Rate
  readonly health: Pick<Health, 'trouble'>
  readonly addressOf: (request: IncomingMessage) => string
  /** How others reach the server, where that is set. */
  readonly publicUrl: string | null
  readonly connectionsPerRoom: number
  readonly report: (error: unknown, doc?: string) => void
}

type Answer = readonly [code: CloseCode, reason: string, refusal?: Refusal]
type Admission = { readonly lease: Lease; readonly visitor: Visitor }

/** Lets a client into the document its URL names, or tells it why not in a way that it can see. */
export function createUpgrade(options: UpgradeOptions) {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // Room above the limit on messages, so that most of what is too large is told how large it was.
    maxPayload: 2 * options.maxMessageBytes,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const { report, events, addressOf } = options

  async function upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer) {
    const address = request.url ?? '/'
    if (!URL.canParse(address, BASE)) throw new RequestError(400, 'That is no address.')
    const { origin, host } = request.headers
    if (origin !== undefined && !isOwnOrigin(origin, host, options.publicUrl)) {
      throw new RequestError(403, OTHER_ORIGIN)
    }
    const url = new URL(address, BASE)
    const place = placeOf(url.pathname)
    const admission = await admit(options, place, url.searchParams, request)
    if (duplex.destroyed) {
      if (isAdmission(admission)) admission.lease.release()
      return
    }
    let isOpen = false
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      isOpen = true
      socket.on('error', (error) => tellBrokenFrame(error, events, addressOf(request)))
      makeTooLargeFinal(socket)
      if (isAdmission(admission)) letIn(socket, admission, options)
      else refuse(socket, admission, events, addressOf(request))
    })
    // ws has answered a handshake that is none, or hung up on whoever did.
    if (!isOpen && isAdmission(admission)) admission.lease.release()
  }

  return (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    duplex.on('error', () => duplex.destroy())
    upgrade(request, duplex, head).catch((error) => {
      const refusal = error instanceof RequestError ? error : new RequestError(500, 'The server failed.')
      if (refusal !== error) report(error)
      events.requestRefused(refusal.status, refusal.message, addressOf(request))
      const headers = 'Content-Type: text/plain; charset=utf-8\r\nConnection: close'
      duplex.end(`HTTP/1.1 ${refusal.status} Refused\r\n${headers}\r\n\r\n${refusal.message}\n`)
    })
  }
}

const NO_ROOM: Answer = [CLOSE.noSuchRoom, 'No board at this address.']

const isAdmission = (admission: Admission | Answer): admission is Admission => 'lease' in admission

/** ws itself closes a frame beyond its limit with 1009, on which clients would send it again for ever. */
function makeTooLargeFinal(socket: WebSocket) {
  const close = socket.close.bind(socket)
  socket.close = (code, reason) =>
    code === 1009 ? close(CLOSE.tooLarge, 'One edit is far larger than allowed.') : close(code, reason)
}

/** ws itself ends a connection whose bytes are no WebSocket frames, or too many for one. */
function tellBrokenFrame({ code = '' }: NodeJS.ErrnoException, events: Events, address: string) {
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') events.refused('too-large', 'A frame.', { address })
  else if (code.startsWith('WS_ERR_')) events.refused('malformed', code, { address })
}

/** Whether there is room is asked at the last moment: several may have been admitted at once. */
function letIn(socket: WebSocket, { lease, visitor }: Admission, options: UpgradeOptions) {
  const answer = whyNotIn(lease.room, visitor.schema, options.connectionsPerRoom)
  if (answer === null) return connect(socket, lease, visitor, options)
  lease.release()
  refuse(socket, answer, options.events, visitor.address)
}

function refuse(socket: WebSocket, [code, reason, name]: Answer, events: Events, address: string) {
  const refusal = name ?? refusalOf(code)
  if (refusal) events.refused(refusal, reason, { address })
  socket.close(code, reason)
}

async function admit(
  options: UpgradeOptions,
  place: Place,
  params: URLSearchParams,
  request: IncomingMessage,
): Promise<Admission | Answer> {
  const { index, access, rooms, connects, addressOf, health } = options
  const address = addressOf(request)
  if (!connects.allows(address)) return [CLOSE.tooMany, 'Too many connects. Come again in a second.']
  const trouble = health.trouble()
  if (trouble !== null) return [CLOSE.trouble, trouble]
  const { room, doc } = place
  const facts = await index.find(room)
  if (facts === null) return NO_ROOM
  const grant = await access.grantIn(facts, tokenOf(params, request))
  if (typeof grant === 'string') return [CLOSE.noAccess, grant]
  const { role } = grant
  if (!mayOpen(role, doc)) return [CLOSE.roleMayNot, 'This part is for interviewers.']
  const tag = params.get('schema')
  const schema = tag === null ? null : readTag(tag)
  if (tag !== null && schema === null) return [CLOSE.malformed, '“schema” names no versions.']
  let lease: Lease | null = null
  try {
    lease = await rooms.open(`${room}/${doc}`)
    const answer = await whyShutMeanwhile(index, room, grant)
    if (answer !== null) {
      lease.release()
      return answer
    }
  } catch (error) {
    lease?.release()
    options.report(error, `${room}/${doc}`)
    return [CLOSE.trouble, storageTrouble(error) ?? 'The board could not be read. Come again.']
  }
  const visitor = {
    id: randomUUID(),
    role,
    document: doc,
    address,
    grant,
    person: personOf(params),
    schema,
    mayWrite: mayWrite(role, doc),
    wantsAcks: params.get('acks') === '1',
  }
  return { lease, visitor }
}

/** The link may have been replaced, or the room removed, while the room was opened. */
async function whyShutMeanwhile(index: RoomIndex, room: string, grant: Grant): Promise<Answer | null> {
  const facts = await index.find(room)
  if (facts === null) return NO_ROOM
  const closed = whyClosed(grant, facts, Date.now())
  return closed === null ? null : [CLOSE.noAccess, closed]
}

/** Whoever does not say which schema they know is let in: plain y-websocket clients read what they like. */
function whyNotIn(room: Room, known: BoardSchema | null, connectionsPerRoom: number): Answer | null {
  if (room.peerCount() >= connectionsPerRoom) {
    return [CLOSE.tooMany, `No more than ${connectionsPerRoom} people fit in here at once.`, 'full']
  }
  if (known !== null && isOlder(known, room.schema())) {
    return TOO_OLD
  }
  return null
}

const PERSON = /^[\w-]{1,40}$/

function personOf(params: URLSearchParams): string {
  const person = params.get('person') ?? ''
  return PERSON.test(person) ? person : ''
}

function tokenOf(params: URLSearchParams, request: IncomingMessage): string {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const beside = offered.includes(SUBPROTOCOL) ? offered.find((name) => name !== SUBPROTOCOL) : undefined
  return params.get('token') ?? beside ?? ''
}
