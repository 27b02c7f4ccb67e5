import type { TLRecord, TLShape, TLShapeId } from '@tldraw/tlschema'
import { getIndicesAbove, type IndexKey } from '@tldraw/utils'
import { keptMeta, readKept } from '../../shapes/kept.ts'
import { oncePer } from '../../shapes/shared/oncePer.ts'
import { HEAD_PX } from '../../shapes/step-frame/layout.ts'
import { STEP_FRAME, stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { ZONE_FRAME } from '../../shapes/zone-frame/schema.ts'
import type { Design, DesignLink } from '../../src/domain/design.ts'
import type { Zone } from '../../src/domain/kinds.ts'
import { baseShape } from '../baseShape.ts'
import { BOARD_PAGE_ID, emptyBoard } from '../emptyBoard.ts'
import { sevenSteps } from '../frameworks/seven-steps.ts'
import { linkRecords } from '../linkRecords.ts'
import { around, type Box, moved, type Point } from './box.ts'
import { type Group, groupsOf, inShelves } from './groups.ts'
import type { Part } from './parts.ts'
import { type ShapeIds, shapeIds } from './shapeIds.ts'
import { portDock, type Way } from './ways.ts'

/** A design on a board. */
export interface PlacedDesign {
  /** Frames before what is in them, links last. */
  readonly records: readonly TLRecord[]
  /** What it takes up on the page. */
  readonly box: Box
  readonly ids: PlacedIds
}

/** By the ids of the design: the shapes of its parts. Cards that are only kept have none. */
interface PlacedIds {
  readonly parts: ReadonlyMap<string, TLShapeId>
  readonly cards: ReadonlyMap<string, TLShapeId>
  readonly links: ReadonlyMap<string, TLShapeId>
}

export interface PlaceOptions {
  /** Its top left corner. */
  readonly at?: Point
  /** The ids of what is on the board already. */
  readonly taken?: ReadonlySet<string>
  /** What it is drawn above. */
  readonly above?: IndexKey | undefined
}

/** px */
const FRAME = { side: 32, top: HEAD_PX + 16, bottom: 32 } as const
const BETWEEN_GROUPS_PX = 96
/** The index of a shape until all are there. */
const NO_INDEX = 'a1' as IndexKey

interface Draft {
  readonly ids: ShapeIds
  readonly records: TLRecord[]
  /** By the ids of the design: the shape, and the lane that it stands in. */
  readonly shapes: Map<string, { readonly id: TLShapeId; readonly lane: TLShapeId; readonly part: Part }>
  /** By part and port, where links that have no way of their own are docked. */
  readonly docks: Map<string, ReturnType<typeof portDock>>
  readonly cards: Map<string, TLShapeId>
  readonly links: Map<string, TLShapeId>
}

/** Where all stands within a design, which takes long: a design that is looked at first and added then is laid out once. */
const laidOut = oncePer(groupsOf)

/** The records of a board that holds one design, with ids made of the design's own: the same every time. */
export function placeBoard(title: string, design: Design): TLRecord[] {
  return [...emptyBoard(title), ...placeDesign(design).records]
}

/**
 * The records of a design, laid out in lanes, in a frame for each step that it names. Ids are kept where
 * they are free.
 */
export function placeDesign(design: Design, options: PlaceOptions = {}): PlacedDesign {
  const { at = { x: 0, y: 0 }, taken = new Set<string>(), above } = options
  const ids = shapeIds(taken)
  const draft: Draft = {
    ids,
    records: [],
    shapes: new Map(),
    cards: new Map(),
    links: new Map(),
    docks: new Map(),
  }
  const groups = laidOut(design)
  // Before those of frames and lanes, which nobody chose.
  const own = new Map(groups.flatMap(({ parts }) => parts.map(({ id }) => [id, ids.take(id)])))
  const boxes = inShelves(groups.map(outerSize), BETWEEN_GROUPS_PX).map((box) => moved(box, at))
  for (const [n, group] of groups.entries()) addGroup(draft, group, boxes[n] ?? { ...at, w: 0, h: 0 }, own)
  const ways = new Map(groups.flatMap(({ sheet }) => [...sheet.ways]))
  for (const link of design.links) addLink(draft, link, ways.get(link.id))
  return {
    records: inOrder(draft.records, above),
    box: boxes.length > 0 ? around(boxes) : { ...at, w: 0, h: 0 },
    ids: { parts: own, cards: draft.cards, links: draft.links },
  }
}

function outerSize({ step, w, h }: Group): { w: number; h: number } {
  return step === null ? { w, h } : { w: w + 2 * FRAME.side, h: h + FRAME.top + FRAME.bottom }
}

function addGroup(draft: Draft, group: Group, box: Box, own: ReadonlyMap<string, TLShapeId>): void {
  const frame = group.step === null ? null : addStepFrame(draft, group.step, box)
  const parent = frame ?? BOARD_PAGE_ID
  const start = frame ? { x: FRAME.side, y: FRAME.top } : box
  for (const { id, type, x, y, props, meta, isLocked } of group.cards) {
    const place = { parent, x: start.x + x, y: start.y + y }
    const shapeId = draft.ids.take(id)
    if (!isLocked) draft.cards.set(id, shapeId)
    add(draft, { ...shape(shapeId, type, place, props), isLocked, meta: renamedKept(meta, own, shapeId) })
  }
  for (const lane of group.sheet.lanes) {
    const place = { parent, x: start.x + lane.box.x, y: start.y + group.sheetTop + lane.box.y }
    const laneId = addLane(draft, lane, place)
    for (const part of group.parts) {
      const id = own.get(part.id)
      const spot = group.sheet.places.get(part.id)
      if (part.zone !== lane.zone || !id || !spot) continue
      draft.shapes.set(part.id, { id, lane: laneId, part })
      add(
        draft,
        shape(id, part.type, { parent: laneId, x: spot.x - lane.box.x, y: spot.y - lane.box.y }, part.props),
      )
    }
  }
}

/** A composite that is kept goes on belonging to its node, by the id that this has on the board. */
function renamedKept(
  meta: TLShape['meta'],
  own: ReadonlyMap<string, TLShapeId>,
  id: TLShapeId,
): TLShape['meta'] {
  const kept = readKept({ id, meta })
  if (kept?.part !== 'composites') return meta
  return keptMeta({ ...kept, value: { ...kept.value, id: own.get(kept.value.id) ?? id } })
}

function addStepFrame({ ids, records }: Draft, step: number, { x, y, w, h }: Box): TLShapeId {
  const id = ids.take(`step-${step}`)
  const name = sevenSteps.steps.find(({ number }) => number === step)?.name ?? stepFrameDefaults.name
  const props = { ...stepFrameDefaults, w, h, step, name }
  records.push(shape(id, STEP_FRAME, { parent: BOARD_PAGE_ID, x, y }, props))
  return id
}

function addLane(
  draft: Draft,
  { zone, box: { w, h } }: { readonly zone: Zone; readonly box: Box },
  place: Place,
): TLShapeId {
  const id = draft.ids.take(`lane-${zone}`)
  add(draft, shape(id, ZONE_FRAME, place, { ...zoneFrameDefaults('zone', zone), w, h }))
  return id
}

/** A link inside one lane belongs to it; one between lanes lies on the page, above them. */
function addLink(draft: Draft, link: DesignLink, way: Way | undefined): void {
  const [from, to] = [draft.shapes.get(link.from), draft.shapes.get(link.to)]
  if (!from || !to) return
  const { mode, seq, optional, label } = link
  const id = draft.ids.take(link.id)
  draft.links.set(link.id, id)
  draft.records.push(
    ...linkRecords({
      id,
      parentId: from.lane === to.lane ? from.lane : BOARD_PAGE_ID,
      index: NO_INDEX,
      from: from.id,
      to: to.id,
      label,
      meta: { mode, ...(seq === undefined ? {} : { seq }), ...(optional ? { optional } : {}) },
      docks: way?.docks ?? [dockOf(draft, from.part, link.fromPort), dockOf(draft, to.part, link.toPort)],
      bendAt: way?.share,
    }),
  )
}

function dockOf({ docks }: Draft, part: Part, port: string | undefined) {
  const key = JSON.stringify([part.id, port])
  const known = docks.get(key)
  if (known !== undefined) return known
  const dock = portDock(part, port)
  docks.set(key, dock)
  return dock
}

interface Place {
  readonly parent: TLShape['parentId']
  readonly x: number
  readonly y: number
}

function shape(id: TLShapeId, type: string, { parent, x, y }: Place, props: object): TLShape {
  return { ...baseShape(id, parent, NO_INDEX), type, x, y, props } as TLShape
}

function add({ records }: Draft, record: TLShape): void {
  records.push(record)
}

/** The records with indices in their order. */
function inOrder(records: readonly TLRecord[], above: IndexKey | undefined): TLRecord[] {
  const shapes = records.filter((record) => record.typeName === 'shape')
  const indices = getIndicesAbove(above, shapes.length)
  const indexOf = new Map(shapes.map(({ id }, n) => [id, indices[n]]))
  return records.map((record) =>
    record.typeName === 'shape' ? { ...record, index: indexOf.get(record.id) ?? NO_INDEX } : record,
  )
}
