import { createShapeId, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema'
import { getIndicesAbove, type IndexKey } from '@tldraw/utils'
import type { LinkMode } from '../src/domain/kinds.ts'
import type { Framework } from '../src/domain/steps.ts'
import { baseShape } from './baseShape.ts'
import { BOARD_PAGE_ID, emptyBoard } from './emptyBoard.ts'
import { linkRecords } from './linkRecords.ts'
import { type FrameSize, stepFrames } from './stepFrames.ts'

/** A board as a template describes it: what stands in which step, and what is joined to what. */
export interface Layout {
  readonly title: string
  readonly framework: Framework
  /** Minutes. */
  readonly slot: number
  /** The size of every step frame. */
  readonly frame: FrameSize
  readonly shapes: readonly PlacedShape[]
  readonly links: readonly PlacedLink[]
}

/** One shape, by a short name that links and ids use. `x` and `y` are px from the step frame's corner. */
export interface PlacedShape {
  readonly name: string
  readonly step: number
  readonly x: number
  readonly y: number
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
}

export interface PlacedLink {
  readonly from: string
  readonly to: string
  readonly mode: LinkMode
  readonly label: string
  readonly seq?: number
  readonly optional?: boolean
  /** Where the line leaves and arrives; left to the router where absent. */
  readonly ends?: readonly [Dock, Dock]
  /** Where along the line the label stands, 0 to 1; the middle where absent. */
  readonly labelAt?: number
  /** Where an elbow bends between its ends, 0 to 1. */
  readonly bendAt?: number
}

/** A side, or a side and how far along it, 0 to 1: `right`, `['bottom', 0.25]`. */
type Dock = Side | readonly [Side, number]
type Side = 'left' | 'right' | 'top' | 'bottom'

const id = (name: string): TLShapeId => createShapeId(name)

/** The records of a laid out board, with ids made of the names: the same every time. */
export function place(layout: Layout): TLRecord[] {
  const frames = stepFrames(layout.framework, layout.slot, layout.frame)
  const steps = new Map(layout.shapes.map(({ name, step }) => [name, step]))
  const indices = getIndicesAbove(frames.at(-1)?.index, layout.shapes.length + layout.links.length)
  const shapes = layout.shapes.map((shape, n) => shapeRecord(shape, frames, at(indices, n)))
  const links = layout.links.flatMap((link, n) =>
    placedLink(link, parentOf(link, steps, frames), at(indices, layout.shapes.length + n)),
  )
  return [...emptyBoard(layout.title), ...frames, ...shapes, ...links]
}

function at(indices: readonly IndexKey[], n: number): IndexKey {
  const index = indices[n]
  if (index === undefined) throw new RangeError(`No index for shape ${n}`)
  return index
}

function frameOf(step: number | undefined, frames: readonly TLShape[]): TLShapeId {
  const frame = frames[(step ?? 0) - 1]
  if (!frame) throw new RangeError(`No step frame ${step}: the framework has ${frames.length}.`)
  return frame.id
}

/** A link inside one frame belongs to it; one between frames lies on the page, above them. */
function parentOf({ from, to }: PlacedLink, steps: ReadonlyMap<string, number>, frames: readonly TLShape[]) {
  for (const end of [from, to]) {
    if (!steps.has(end)) throw new RangeError(`A link names “${end}”, which is no shape of the layout.`)
  }
  return steps.get(from) === steps.get(to) ? frameOf(steps.get(from), frames) : BOARD_PAGE_ID
}

function shapeRecord(shape: PlacedShape, frames: readonly TLShape[], index: IndexKey): TLShape {
  return {
    ...baseShape(id(shape.name), frameOf(shape.step, frames), index),
    type: shape.type,
    x: shape.x,
    y: shape.y,
    props: shape.props,
  } as TLShape
}

function placedLink(link: PlacedLink, parentId: TLShape['parentId'], index: IndexKey): TLRecord[] {
  const { from, to, mode, label, seq, optional, ends, labelAt, bendAt } = link
  return linkRecords({
    id: id(`${from}--${to}`),
    parentId,
    index,
    from: id(from),
    to: id(to),
    label,
    meta: { mode, ...(seq === undefined ? {} : { seq }), ...(optional ? { optional } : {}) },
    docks: ends ? [anchor(ends[0]), anchor(ends[1])] : [null, null],
    labelAt,
    bendAt,
  })
}

function anchor(dock: Dock): { x: number; y: number } {
  const [side, along] = typeof dock === 'string' ? [dock, 0.5] : dock
  switch (side) {
    case 'left':
      return { x: 0, y: along }
    case 'right':
      return { x: 1, y: along }
    case 'top':
      return { x: along, y: 0 }
    case 'bottom':
      return { x: along, y: 1 }
  }
}
