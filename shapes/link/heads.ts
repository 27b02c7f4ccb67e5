import { along, direction, type Point, short } from './line.ts'
import type { LinkStroke } from './strokes.ts'

const LENGTH = 9.5
const HALF = 4.5

export interface Head {
  readonly d: string
  /** How much of the line the head stands for, px. */
  readonly gap: number
}

/** A head whose point is `tip`, coming from `from`. */
export function head(kind: LinkStroke['head'], tip: Point, from: Point): Head {
  const back = direction(tip, from)
  const base = along(tip, back, LENGTH)
  const aside = { x: -back.y, y: back.x }
  const [left, right] = [along(base, aside, HALF), along(base, aside, -HALF)]
  if (kind === 'open') return { d: `M${short(left)}L${short(tip)}L${short(right)}`, gap: 1 }
  return { d: `M${short(left)}L${short(tip)}L${short(right)}z`, gap: LENGTH }
}
