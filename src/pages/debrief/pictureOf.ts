import type { TLArrowBinding, TLRecord, TLShape } from '@tldraw/tlschema'
import { CARD } from '../../../shapes/cards/schema.ts'
import { COMPONENT } from '../../../shapes/component/schema.ts'
import { FUNNEL } from '../../../shapes/funnel/schema.ts'
import { LAYER_STACK } from '../../../shapes/layer-stack/schema.ts'
import type { Point } from '../../../shapes/link/line.ts'
import { LINK, type LinkMeta, linkMeta } from '../../../shapes/link/schema.ts'
import { STEP_FRAME } from '../../../shapes/step-frame/schema.ts'
import { TWO_TOWER } from '../../../shapes/two-tower/schema.ts'
import { ZONE_FRAME } from '../../../shapes/zone-frame/schema.ts'

/** A board to look at: where its parts stand on the page, and what joins them. */
export interface Picture {
  readonly box: Box
  /** Frames before what is in them. */
  readonly parts: readonly PicturePart[]
  readonly links: readonly PictureLink[]
  /** There are notes, text or strokes, too: they mean nothing in a design, and are left out. */
  readonly hasOthers: boolean
}

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface PicturePart extends Box {
  readonly shape: TLShape
}

interface PictureLink {
  readonly id: string
  readonly points: readonly Point[]
  readonly meta: LinkMeta
}

const FRAMES: readonly string[] = [STEP_FRAME, ZONE_FRAME]
const DRAWN: ReadonlySet<string> = new Set([...FRAMES, COMPONENT, CARD, FUNNEL, TWO_TOWER, LAYER_STACK])
/** A link is in the picture once it joins two parts; a group is what it holds. */
const SILENT: ReadonlySet<string> = new Set([LINK, 'group'])
const MARGIN_PX = 24

/** What of a board's records is in its picture: parts and frames as they stand, links as plain elbows. */
export function pictureOf(records: readonly TLRecord[]): Picture {
  const shapes = new Map<string, TLShape>()
  const ends = new Map<string, { start?: string; end?: string }>()
  for (const record of records) {
    if (record.typeName === 'shape') shapes.set(record.id, record)
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue
    const { fromId, toId, props } = record as TLArrowBinding
    ends.set(fromId, { ...ends.get(fromId), [props.terminal]: toId })
  }
  const parts = [...shapes.values()]
    .filter(({ type }) => DRAWN.has(type))
    .map((shape) => ({ shape, ...sizeOf(shape), ...placeOf(shape, shapes) }))
    .sort(framesFirst)
  const byId = new Map<string, Box>(parts.map((part) => [part.shape.id, part]))
  const links = [...shapes.values()].flatMap((shape): PictureLink[] => {
    const { start, end } = ends.get(shape.id) ?? {}
    const [from, to] = [byId.get(start ?? ''), byId.get(end ?? '')]
    if (shape.type !== LINK || !from || !to || from === to) return []
    return [{ id: shape.id, points: elbow(from, to), meta: linkMeta(shape.meta) }]
  })
  const hasOthers = [...shapes.values()].some(({ type }) => !DRAWN.has(type) && !SILENT.has(type))
  return { box: around(parts), parts, links, hasOthers }
}

function sizeOf({ props }: TLShape): { w: number; h: number } {
  const { w, h } = props as { w?: unknown; h?: unknown }
  return { w: typeof w === 'number' ? w : 0, h: typeof h === 'number' ? h : 0 }
}

/** On the page. What is turned is drawn upright. */
function placeOf(shape: TLShape, shapes: ReadonlyMap<string, TLShape>): Point {
  const place = { x: shape.x, y: shape.y }
  const seen = new Set<string>([shape.id])
  let parent = shapes.get(shape.parentId)
  while (parent && !seen.has(parent.id)) {
    seen.add(parent.id)
    place.x += parent.x
    place.y += parent.y
    parent = shapes.get(parent.parentId)
  }
  return place
}

function framesFirst(a: PicturePart, b: PicturePart): number {
  const rank = ({ shape }: PicturePart) =>
    FRAMES.includes(shape.type) ? FRAMES.indexOf(shape.type) : FRAMES.length
  return rank(a) - rank(b) || b.w * b.h - a.w * a.h
}

function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, w: 1, h: 1 }
  const x = Math.min(...boxes.map((box) => box.x)) - MARGIN_PX
  const y = Math.min(...boxes.map((box) => box.y)) - MARGIN_PX
  const right = Math.max(...boxes.map((box) => box.x + box.w)) + MARGIN_PX
  const bottom = Math.max(...boxes.map((box) => box.y + box.h)) + MARGIN_PX
  return { x, y, w: right - x, h: bottom - y }
}

/** From side to side where one stands beside the other, else from below to above. */
function elbow(from: Box, to: Box): Point[] {
  const isBeside = from.x + from.w < to.x || to.x + to.w < from.x
  if (isBeside) {
    const isForward = from.x + from.w < to.x
    const a = { x: isForward ? from.x + from.w : from.x, y: from.y + from.h / 2 }
    const b = { x: isForward ? to.x : to.x + to.w, y: to.y + to.h / 2 }
    const x = (a.x + b.x) / 2
    return withoutCorner([a, { x, y: a.y }, { x, y: b.y }, b])
  }
  const isDown = from.y + from.h / 2 < to.y + to.h / 2
  const a = { x: from.x + from.w / 2, y: isDown ? from.y + from.h : from.y }
  const b = { x: to.x + to.w / 2, y: isDown ? to.y : to.y + to.h }
  const y = (a.y + b.y) / 2
  return withoutCorner([a, { x: a.x, y }, { x: b.x, y }, b])
}

/** Ends at the same height need no corner. */
function withoutCorner([a, b, c, d]: readonly [Point, Point, Point, Point]): Point[] {
  return a.x === d.x || a.y === d.y ? [a, d] : [a, b, c, d]
}
