import { type Placing, placePath } from './placePath.ts'

/** One stroke or area of a mark, on a grid of 12 by 12 units. */
type MarkPart = (
  | { readonly path: string }
  /** Centre x, centre y, radius. */
  | { readonly circle: readonly [number, number, number] }
  /** Centre x, centre y, radius x, radius y. */
  | { readonly ellipse: readonly [number, number, number, number] }
  /** x, y, width, height, radius of the corners. */
  | { readonly rect: readonly [number, number, number, number, number] }
) & {
  /** How it is drawn: as a line (if absent), as an area without a line, as both, or as a line around the outline's fill. */
  readonly fill?: 'solid' | 'both' | 'wash'
  /** A line in the background of the mark. */
  readonly faint?: true
  /** Stroke pattern in units, e.g. `1.5 1.3`. */
  readonly dash?: string
}

/** What tells one kind from the others of its outline: a few strokes, without colour. */
export type Mark = readonly MarkPart[]

/** A mark in as few SVG paths as its styles need, in the order they are drawn. */
export interface MarkPath {
  readonly d: string
  readonly fill: 'none' | NonNullable<MarkPart['fill']>
  readonly faint?: true
  readonly dash?: string
}

/** The paths of a mark. Circles and boxes become path data, and parts of one style become one path. */
function markPaths(mark: Mark): readonly MarkPath[] {
  const known = paths.get(mark)
  if (known) return known
  const byStyle = new Map<string, MarkPath>()
  for (const part of mark) {
    const { faint, dash } = part
    const style = {
      fill: part.fill ?? ('none' as const),
      ...(faint ? { faint } : {}),
      ...(dash ? { dash } : {}),
    }
    const key = JSON.stringify(style)
    byStyle.set(key, { ...style, d: (byStyle.get(key)?.d ?? '') + pathData(part) })
  }
  const merged = [...byStyle.values()]
  paths.set(mark, merged)
  return merged
}

const paths = new WeakMap<Mark, readonly MarkPath[]>()

/** Of a mark that is resized, no more places are kept than that. */
const MOST_PLACES = 32

const placed = new WeakMap<Mark, Map<string, readonly MarkPath[]>>()

/** The paths of a mark at a place, scaled. */
export function placedMark(mark: Mark, at: Placing): readonly MarkPath[] {
  const known = placed.get(mark) ?? new Map<string, readonly MarkPath[]>()
  placed.set(mark, known)
  const key = `${at.x} ${at.y} ${at.scale}`
  const before = known.get(key)
  if (before) return before
  if (known.size >= MOST_PLACES) known.clear()
  const made = markPaths(mark).map((path) => ({
    ...path,
    d: placePath(path.d, at),
    ...(path.dash ? { dash: scaled(path.dash, at.scale) } : {}),
  }))
  known.set(key, made)
  return made
}

const scaled = (dash: string, scale: number) =>
  dash
    .split(' ')
    .map((length) => Math.round(Number(length) * scale * 1000) / 1000)
    .join(' ')

function pathData(part: MarkPart): string {
  if ('path' in part) return part.path
  if ('circle' in part) {
    const [cx, cy, r] = part.circle
    return ellipseData(cx, cy, r, r)
  }
  if ('ellipse' in part) return ellipseData(...part.ellipse)
  const [x, y, w, h, r] = part.rect
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`
  return (
    `M${x + r} ${y}h${w - 2 * r}${corner(1, 1)}v${h - 2 * r}${corner(-1, 1)}` +
    `h${2 * r - w}${corner(-1, -1)}v${2 * r - h}${corner(1, -1)}z`
  )
}

function ellipseData(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
}
