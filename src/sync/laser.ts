import type { TLInstance, TLScribble } from '@tldraw/tlschema'

interface Point {
  readonly x: number
  readonly y: number
}

/** The latest points of a stroke with the laser, oldest first, px on the board. */
export interface LaserStroke {
  readonly id: string
  readonly points: readonly Point[]
}

/** More than a message has room for; the rest has been sent by then. */
const LATEST = 12
/** With what every message says besides, it stays within 120 bytes. */
const MAX_PACKED_LENGTH = 90
const MAX_ID_LENGTH = 4
const MAX_READ = 64

/** The laser that this person holds down now. */
export function laserHeld({ scribbles }: Pick<TLInstance, 'scribbles'>): LaserStroke | null {
  const held = scribbles.findLast(({ color, state }) => color === 'laser' && state !== 'stopping')
  if (!held || held.points.length === 0) return null
  const points = held.points.slice(-LATEST).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  return { id: held.id.slice(0, MAX_ID_LENGTH), points }
}

/**
 * A stroke as it travels: its id, the newest point, then the way back from point to point. Each message
 * repeats points of the one before, so that one that is lost leaves no gap.
 */
export function packLaser({ id, points }: LaserStroke): readonly (string | number)[] {
  const packed: (string | number)[] = [id]
  let next: Point = { x: 0, y: 0 }
  for (const point of points.toReversed()) {
    const more = [...packed, point.x - next.x, point.y - next.y]
    if (JSON.stringify(more).length > MAX_PACKED_LENGTH) break
    packed.push(point.x - next.x, point.y - next.y)
    next = point
  }
  return packed
}

/** What another browser says of its laser; undefined where it says none, or what is none. */
export function readLaser(value: unknown, farthest: number): LaserStroke | undefined {
  if (!Array.isArray(value) || value.length < 3 || value.length > MAX_READ || value.length % 2 === 0) {
    return undefined
  }
  const [id, ...steps] = value as unknown[]
  if (typeof id !== 'string' || id.length > MAX_ID_LENGTH) return undefined
  const points: Point[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < steps.length; at += 2) {
    x += Number(steps[at])
    y += Number(steps[at + 1])
    if (!(Math.abs(x) <= farthest && Math.abs(y) <= farthest)) return undefined
    points.unshift({ x, y })
  }
  return { id, points }
}

/** How long a point of somebody else's laser stays, as long as one's own does in tldraw. */
const STAYS_MS = 1_200
const FADE_EVERY_MS = 40
const MAX_POINTS = 300

/** Strokes of one person that fade at once; tldraw shows five. */
const MAX_STROKES = 5

interface Trail {
  readonly id: string
  readonly points: readonly (Point & { readonly at: number })[]
}

export interface LaserTrails {
  add(client: number, stroke: LaserStroke): void
  /** What to draw for somebody now. */
  of(client: number): TLScribble[]
  forget(client: number): void
  stop(): void
}

/** The others' lasers, which fade by themselves; `changed` tells whose. */
export function laserTrails(changed: (client: number) => void): LaserTrails {
  const trails = new Map<number, readonly Trail[]>()
  let timer: ReturnType<typeof setInterval> | undefined

  function fade() {
    const since = Date.now() - STAYS_MS
    for (const [client, own] of trails) {
      const left = own
        .map(({ id, points }) => ({ id, points: points.filter(({ at }) => at > since) }))
        .filter(({ points }) => points.length > 0)
      if (left.length > 0) trails.set(client, left)
      else trails.delete(client)
      changed(client)
    }
    if (trails.size === 0) stop()
  }
  function stop() {
    clearInterval(timer)
    timer = undefined
  }

  return {
    add(client, stroke) {
      const own = trails.get(client) ?? []
      const known = own.find(({ id }) => id === stroke.id)?.points ?? []
      const at = Date.now()
      const news = stroke.points.slice(overlap(known, stroke.points)).map((point) => ({ ...point, at }))
      const trail = { id: stroke.id, points: [...known, ...news].slice(-MAX_POINTS) }
      trails.set(client, [...own.filter(({ id }) => id !== stroke.id), trail].slice(-MAX_STROKES))
      timer ??= setInterval(fade, FADE_EVERY_MS)
    },
    of: (client) => (trails.get(client) ?? []).map((trail) => toScribble(client, trail)),
    forget: (client) => void trails.delete(client),
    stop,
  }
}

/** How many of the first points in `next` are the last that are known. */
function overlap(known: readonly Point[], next: readonly Point[]): number {
  for (let count = Math.min(known.length, next.length); count > 0; count -= 1) {
    const tail = known.slice(-count)
    if (tail.every(({ x, y }, at) => x === next[at]?.x && y === next[at]?.y)) return count
  }
  return 0
}

/** As tldraw's laser tool draws its own. */
function toScribble(client: number, { id, points }: Trail): TLScribble {
  return {
    id: `${client}-${id}`,
    points: points.map(({ x, y }) => ({ x, y, z: 0.5 })),
    size: 4,
    color: 'laser',
    opacity: 0.7,
    state: 'active',
    delay: 0,
    shrink: 0.05,
    taper: true,
  }
}
