import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { findTemplate, templates } from '../../templates/index.ts'
import { nameOfChosen } from '../../templates/problems/index.ts'
import type { Access } from '../access.ts'
import { type RoomFacts, SERVER_AUTHOR, type Storage } from '../log/log.ts'
import type { Rate } from '../rate.ts'
import { MODES, type Mode, mayRename, ROLES_OF_MODE } from '../roles.ts'
import type { Rooms } from '../rooms.ts'
import { boardFromBoard, boardFromTemplate, rename, titleOf } from '../seed.ts'
import { type Body, flagOf, isObject, jsonOf, textOf } from './body.ts'
import { briefRoutes } from './brief.ts'
import { ApiError } from './errors.ts'
import { eventRoutes } from './events.ts'
import { frameworkOf, slotOf } from './frameworks.ts'
import { guestOf } from './guests.ts'
import { linkRoutes, linksTo } from './links.ts'
import { problemOf } from './problems.ts'

const LONGEST_TITLE = 200
const LONGEST_ID = 100

export interface ApiOptions {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly access: Access
  readonly newRooms: Rate
  readonly runEvents: Rate
  readonly maxRooms: number
  readonly addressOf: (c: Context) => string
  /** Where links begin, as whoever asks sees the server. */
  readonly originOf: (c: Context) => string
  readonly reach: () => { readonly localOnly: boolean; readonly addresses: readonly string[] }
  /** What lets others in, to type on this machine; null for who is not on it, or where they are in already. */
  readonly startOf: (c: Context) => string | null
  readonly appVersion: string
}

/** What lies under /api/rooms. */
export function roomRoutes(options: ApiOptions): Hono {
  const { storage, rooms, access } = options
  const api = new Hono()
  const guest = (c: Context) => guestOf(c, c.req.param('room') ?? '', storage.index, access)

  api.post('/', async (c) => {
    if (!options.newRooms.allows(options.addressOf(c))) {
      throw new ApiError(429, 'Too many new boards. Wait a minute.')
    }
    if ((await storage.index.count()) >= options.maxRooms) {
      throw new ApiError(507, `This server keeps up to ${options.maxRooms} boards, and has them all.`)
    }
    const body = await jsonOf(c)
    if (!isObject(body)) throw new ApiError(400, 'The body must be a JSON object.')
    const facts = await createRoom(options, c, body)
    return c.json({ room: facts.room, ...(await linksTo(options, c, facts, ROLES_OF_MODE[facts.mode])) }, 201)
  })

  api.get('/:room', async (c) => {
    const { facts, role } = await guest(c)
    const title = await withBoard(rooms, facts.room, (room) => room.read(titleOf))
    const { room, mode, template, problem, framework, slot } = facts
    return c.json({ room, mode, role, title, template, problem, framework, slot })
  })

  api.patch('/:room', async (c) => {
    const { facts, role } = await guest(c)
    if (!mayRename(role)) throw new ApiError(403, 'With this link you cannot rename the board.')
    const body = await jsonOf(c)
    const title = isObject(body) ? textOf(body, 'title', LONGEST_TITLE) : undefined
    if (!title) throw new ApiError(400, '“title” must be text of at least one character.')
    await withBoard(rooms, facts.room, (room) => room.write((doc) => rename(doc, title)))
    return c.json({ room: facts.room, title })
  })

  api.route('/', linkRoutes(options, guest))
  api.route('/', eventRoutes(options, guest))
  api.route('/', briefRoutes(options, guest))
  return api
}

type Board = Awaited<ReturnType<Rooms['open']>>['room']

async function withBoard<T>(rooms: Rooms, room: string, act: (board: Board) => Promise<T>): Promise<T> {
  const lease = await rooms.open(`${room}/board`)
  try {
    return await act(lease.room)
  } finally {
    lease.release()
  }
}

/** Makes a room. Its board is in the log before anybody can find the room. */
async function createRoom(options: ApiOptions, c: Context, body: Body): Promise<RoomFacts> {
  const { storage } = options
  const mode = modeOf(body)
  const problem = problemOf(body)
  const first = await firstBoard(options, c, body)
  const facts: RoomFacts = {
    room: randomName(),
    mode,
    template: first.template,
    problem: problem ? nameOfChosen(problem) : null,
    framework: frameworkOf(body)?.id ?? null,
    slot: slotOf(body)?.toString() ?? null,
    generations: Object.fromEntries(ROLES_OF_MODE[mode].map((role) => [role, 1])),
    createdAt: Date.now(),
  }
  const entry = { at: facts.createdAt, author: SERVER_AUTHOR, update: first.update }
  await storage.log.append(`${facts.room}/board`, [entry])
  await storage.index.add(facts)
  return facts
}

function modeOf(body: Body): Mode {
  const mode = textOf(body, 'mode', LONGEST_ID) ?? 'free'
  const known = MODES.find((other) => other === mode)
  if (!known) throw new ApiError(400, `“mode” is one of ${MODES.join(', ')}.`)
  return known
}

async function firstBoard(options: ApiOptions, c: Context, body: Body) {
  const { storage, access, rooms, appVersion } = options
  const title = textOf(body, 'title', LONGEST_TITLE)
  const from = textOf(body, 'from', LONGEST_ID)
  if (from !== undefined) {
    const { facts } = await guestOf(c, from, storage.index, access)
    const update = await withBoard(rooms, from, (board) =>
      board.read((doc) => boardFromBoard(doc, title || `${titleOf(doc)} (copy)`)),
    )
    return { template: facts.template, update }
  }
  const id = textOf(body, 'template', LONGEST_ID) ?? 'blank'
  const template = findTemplate(id)
  if (!template) {
    throw new ApiError(400, `“template” is one of ${templates.map((other) => other.id).join(', ')}.`)
  }
  const asked = problemOf(body)
  const prompt = asked && (asked.variant ?? asked.problem).prompt
  const chosen = { framework: frameworkOf(body), slot: slotOf(body), isReady: flagOf(body, 'ready'), prompt }
  const board = { template, chosen, title: title || asked?.problem.title || template.title, app: appVersion }
  return { template: id, update: boardFromTemplate(board) }
}

const NAME_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 16 letters and digits: 82 bits, so nobody finds a room by trying. */
function randomName(): string {
  return Array.from({ length: 16 }, () => NAME_LETTERS[randomInt(NAME_LETTERS.length)]).join('')
}
