/** The server's HTTP interface to rooms, as a browser uses it. */

export type Role = 'owner' | 'editor' | 'observer' | 'interviewer' | 'candidate'

export interface RoomKey {
  readonly room: string
  readonly token: string
}

export interface RoomInfo {
  readonly room: string
  readonly mode: 'free' | 'solo' | 'interview'
  readonly role: Role
  readonly title: string
  readonly template: string
  /** The problem that it was made for, by id, or `id/variant`. */
  readonly problem: string | null
  /** What it was made for, where that was said: the framework's id and the minutes in digits. */
  readonly framework: string | null
  readonly slot: string | null
}

export interface NewRoom {
  readonly room: string
  readonly tokens: Readonly<Partial<Record<Role, string>>>
}

export interface RoomLinks {
  readonly links: Readonly<Partial<Record<Role, string>>>
  /** Until when a role's link opens, ms since 1970; 0: it was taken back. Absent: for ever. */
  readonly until: Readonly<Partial<Record<Role, number>>>
  readonly reach: {
    readonly localOnly: boolean
    readonly addresses: readonly string[]
    /** What lets others in, to type on the server's machine; null for who may not know its settings. */
    readonly start: string | null
  }
}

/** A refusal of the server, or no answer at all (`status` 0). The message is fit to be shown. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly status: number
  /** The server itself refuses this, and would again. A proxy’s page in its place says nothing of that. */
  readonly isFinal: boolean
  constructor(status: number, message: string, isFinal = false) {
    super(message)
    this.status = status
    this.isFinal = isFinal
  }
}

interface Request {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  token?: string
  body?: unknown
  /** Counts as no answer after this. */
  withinMs?: number
}

/** @throws {ServerError} */
export async function ask<Answer>(
  path: string,
  { method = 'GET', token, body, withinMs }: Request,
): Promise<Answer> {
  const headers: Record<string, string> = {}
  if (token) headers.authorization = `Bearer ${token}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) }),
    })
  } catch {
    throw new ServerError(0, NO_ANSWER)
  }
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusal(answer, response.status)
  // A network's sign-in page or a proxy answers 200, too.
  if (answer === null) throw new ServerError(0, NO_ANSWER)
  return answer as Answer
}

const NO_ANSWER = 'The server does not answer. Check that it runs, then try again.'

function refusal(answer: unknown, status: number): ServerError {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  if (typeof error === 'string') return new ServerError(status, error, isForGood(status))
  return new ServerError(
    status,
    status >= 502 && status <= 504 ? NO_ANSWER : `The server refused this (${status}).`,
  )
}

/** 408 and 429 ask to come again, and trouble on the server passes. */
function isForGood(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}

interface AskedRoom {
  template: string
  title?: string
  mode?: RoomInfo['mode']
  /** Its id, or `id/variant`. */
  problem?: string
  framework?: string
  /** Minutes. */
  slot?: number
  /** Each step frame holds its cards, to be filled in. */
  ready?: boolean
}

/** Makes a room from a template, or as a copy of a room that `copyOf` may read. */
export function createRoom(source: AskedRoom | { copyOf: RoomKey; title: string }): Promise<NewRoom> {
  if ('template' in source) return ask('/api/rooms', { method: 'POST', body: source })
  const { copyOf, title } = source
  return ask('/api/rooms', { method: 'POST', token: copyOf.token, body: { from: copyOf.room, title } })
}

export function readRoom({ room, token }: RoomKey): Promise<RoomInfo> {
  return ask(`/api/rooms/${room}`, { token })
}

export function renameRoom({ room, token }: RoomKey, title: string): Promise<unknown> {
  return ask(`/api/rooms/${room}`, { method: 'PATCH', token, body: { title } })
}

export function readLinks({ room, token }: RoomKey): Promise<RoomLinks> {
  return ask(`/api/rooms/${room}/links`, { token })
}

/** Replaces a role's link by one that opens for so many days, or for ever. Whoever came by the old one is out. */
export async function replaceLink(
  { room, token }: RoomKey,
  role: Role,
  days: number | null,
): Promise<string> {
  const body = days === null ? {} : { days }
  const answer = await ask<NewRoom>(`/api/rooms/${room}/links/${role}`, { method: 'POST', token, body })
  return answer.tokens[role] ?? ''
}

/** Ends a role's link. Whoever came by it is out. */
export function takeBackLink({ room, token }: RoomKey, role: Role): Promise<unknown> {
  return ask(`/api/rooms/${room}/links/${role}`, { method: 'DELETE', token })
}

/** Appends events to the room's run; one that the server has already, by its `id`, counts once. */
export function postEvents({ room, token }: RoomKey, events: readonly unknown[]): Promise<unknown> {
  return ask(`/api/rooms/${room}/events`, { method: 'POST', token, body: events, withinMs: 15_000 })
}

/** Who may rate a run: whoever drew it. */
export function mayRate(role: Role, mode: RoomInfo['mode']): boolean {
  return mode === 'interview' ? role === 'candidate' : role === 'owner' || role === 'editor'
}

/** Roles that may draw on the board. */
export function mayDraw(role: Role): boolean {
  return role !== 'observer'
}
