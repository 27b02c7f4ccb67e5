import type { TLShapeId } from '@tldraw/tlschema'
import { type LaserStroke, packLaser, readLaser } from './laser.ts'
import { PERSON_COLORS } from './person.ts'

/**
 * What presence says of one browser. It travels in pieces, so that a message stays small while somebody
 * moves: what a piece leaves out is as before.
 */
export interface Presence {
  readonly name?: string
  readonly color?: string
  /** On the board, px; null where there is no pointer. */
  readonly cursor?: Point | null
  readonly selected?: readonly TLShapeId[]
  /** Said while the laser is held down; its newest point is the cursor, too. */
  readonly laser?: LaserStroke
  readonly viewport?: Viewport
  /** Of the browsers that are here, by Yjs client id, the clock up to which this one has their edits. */
  readonly seen?: ReadonlyMap<number, number>
}

interface Point {
  readonly x: number
  readonly y: number
}

/** tldraw's camera and the size of the screen, px. */
interface Viewport extends Point {
  readonly z: number
  readonly w: number
  readonly h: number
}

const MAX_NAME_BYTES = 64
const MAX_SELECTED_SENT = 12
const MAX_SELECTED_READ = 64
const MAX_ID_LENGTH = 64
const MAX_SEEN = 128
/** px; beyond it nobody finds a cursor. */
const FARTHEST = 10_000_000

/** The piece as it travels: one letter a key, numbers without fractions. */
export function packPresence(presence: Presence): Record<string, unknown> {
  const { name, color, cursor, selected, laser, viewport, seen } = presence
  const packed: Record<string, unknown> = {}
  if (name !== undefined) packed.n = cleanName(name)
  if (color !== undefined) packed.c = Math.max(0, (PERSON_COLORS as readonly string[]).indexOf(color))
  if (cursor !== undefined) packed.p = cursor && [pixels(cursor.x), pixels(cursor.y)]
  if (selected) packed.s = selected.slice(0, MAX_SELECTED_SENT).map((id) => id.slice('shape:'.length))
  if (laser) packed.l = packLaser(laser)
  if (viewport) {
    const { x, y, z, w, h } = viewport
    packed.w = [pixels(x), pixels(y), Math.round(z * 1000) / 1000, pixels(w), pixels(h)]
  }
  if (seen) packed.v = Object.fromEntries([...seen].map(([client, clock]) => [client.toString(36), clock]))
  return packed
}

/** What another browser says of itself. Whatever is not as it should be counts as not said. */
export function readPresence(state: unknown): Presence {
  if (typeof state !== 'object' || state === null) return {}
  const { n, c, p, s, l, w, v } = state as Record<string, unknown>
  const name = typeof n === 'string' ? cleanName(n) : ''
  const color = typeof c === 'number' ? PERSON_COLORS[c] : undefined
  const laser = readLaser(l, FARTHEST)
  const cursor = readCursor(p) ?? laser?.points.at(-1)
  const [selected, viewport, seen] = [readSelected(s), readViewport(w), readSeen(v)]
  return {
    ...(name ? { name } : {}),
    ...(color ? { color } : {}),
    ...(cursor === undefined ? {} : { cursor }),
    ...(selected ? { selected } : {}),
    ...(laser ? { laser } : {}),
    ...(viewport ? { viewport } : {}),
    ...(seen ? { seen } : {}),
  }
}

function readCursor(value: unknown): Point | null | undefined {
  if (value === null) return null
  const [x, y] = numbers(value, 2) ?? []
  return x === undefined || y === undefined ? undefined : { x, y }
}

function readViewport(value: unknown): Viewport | undefined {
  const [x = 0, y = 0, z = 0, w = 0, h = 0] = numbers(value, 5) ?? []
  return z > 0 && w > 0 && h > 0 ? { x, y, z, w, h } : undefined
}

function readSelected(value: unknown): TLShapeId[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_SELECTED_READ) return undefined
  const isId = (id: unknown) => typeof id === 'string' && id.length > 0 && id.length <= MAX_ID_LENGTH
  return value.every(isId) ? value.map((id) => `shape:${id}` as TLShapeId) : undefined
}

function readSeen(value: unknown): Map<number, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
  if (entries.length > MAX_SEEN) return undefined
  const isClock = (clock: unknown) => Number.isSafeInteger(clock) && Number(clock) >= 0
  return new Map(
    entries
      .filter(([, clock]) => isClock(clock))
      .map(([client, clock]) => [Number.parseInt(client, 36), Number(clock)]),
  )
}

function numbers(value: unknown, count: number): number[] | undefined {
  if (!Array.isArray(value) || value.length !== count) return undefined
  return value.every((item) => Number.isFinite(item) && Math.abs(item) <= FARTHEST) ? value : undefined
}

function pixels(value: number): number {
  return Math.round(Math.min(FARTHEST, Math.max(-FARTHEST, value)))
}

/** A name in one line, no longer than a message has room for. */
function cleanName(name: string): string {
  const encoder = new TextEncoder()
  let clean = ''
  let bytes = 0
  for (const char of name
    .slice(0, MAX_NAME_BYTES)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()) {
    bytes += encoder.encode(JSON.stringify(char)).length - 2
    if (bytes > MAX_NAME_BYTES) break
    clean += char
  }
  return clean.trim()
}
