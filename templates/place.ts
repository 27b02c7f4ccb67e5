import {
  createBindingId,
  createShapeId,
  type TLArrowBinding,
  type TLArrowShape,
  type TLRecord,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tlschema'
import { getIndicesAbove, type IndexKey } from '@tldraw/utils'
import type { LinkMode } from '../src/domain/kinds.ts'
import type { Framework, Slot } from '../src/domain/steps.ts'
import { baseShape } from './baseShape.ts'
import { BOARD_PAGE_ID, emptyBoard } from './emptyBoard.ts'
import { type FrameSize, stepFrames } from './stepFrames.ts'

/** A board as a template describes it: what stands in which step, and what is joined to what. */
export interface Layout {
  readonly title: string
  readonly framework: Framework
  readonly slot: Slot
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
    linkRecords(link, parentOf(link, steps, frames), at(indices, layout.shapes.length + n)),
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

function linkRecords(link: PlacedLink, parentId: TLShape['parentId'], index: IndexKey): TLRecord[] {
  const { from, to, mode, seq, optional, ends } = link
  const linkId = id(`${from}--${to}`)
  const arrow = {
    ...baseShape(linkId, parentId, index),
    type: 'arrow',
    props: arrowProps(link),
    meta: { mode, ...(seq === undefined ? {} : { seq }), ...(optional ? { optional } : {}) },
  } as TLArrowShape
  return [arrow, binding(linkId, 'start', id(from), ends?.[0]), binding(linkId, 'end', id(to), ends?.[1])]
}

function arrowProps({ label, labelAt, bendAt }: PlacedLink): TLArrowShape['props'] {
  return {
    kind: 'elbow',
    elbowMidPoint: bendAt ?? 0.5,
    dash: 'solid',
    size: 's',
    fill: 'none',
    color: 'black',
    labelColor: 'black',
    bend: 0,
    start: { x: 0, y: 0 },
    end: { x: 2, y: 0 },
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    text: label,
    labelPosition: labelAt ?? 0.5,
    font: 'sans',
    scale: 1,
  }
}

function binding(
  arrowId: TLShapeId,
  terminal: 'start' | 'end',
  toId: TLShapeId,
  dock: Dock | undefined,
): TLArrowBinding {
  return {
    typeName: 'binding',
    id: createBindingId(`${arrowId.slice('shape:'.length)}-${terminal}`),
    type: 'arrow',
    fromId: arrowId,
    toId,
    props: {
      terminal,
      normalizedAnchor: anchor(dock),
      isPrecise: dock !== undefined,
      isExact: false,
      snap: dock === undefined ? 'none' : 'edge-point',
    },
    meta: {},
  }
}

function anchor(dock: Dock | undefined): { x: number; y: number } {
  const [side, along] = typeof dock === 'string' || dock === undefined ? [dock, 0.5] : dock
  switch (side) {
    case 'left':
      return { x: 0, y: along }
    case 'right':
      return { x: 1, y: along }
    case 'top':
      return { x: along, y: 0 }
    case 'bottom':
      return { x: along, y: 1 }
    default:
      return { x: 0.5, y: 0.5 }
  }
}
