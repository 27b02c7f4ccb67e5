import type { Editor, TLArrowBinding, TLArrowShape, TLShape, TLShapeId, TLShapePartial } from 'tldraw'
import { labelText } from '../../shapes/link/label.ts'
import { linkMeta } from '../../shapes/link/schema.ts'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { LINK_FONT, measureText } from '../../shapes/shared/text.ts'
import { frameAround, isComponent, nameOf } from './boardShapes.ts'
import { hasClearWay } from './clearWay.ts'
import { docked, linkEnds } from './connect.ts'
import { takenBounds } from './footprint.ts'
import { type Box, contains, down, freeSpot, snap, touches, up } from './freeSpot.ts'
import type { Join, LaidOut, Spacing, Unit } from './layOut.ts'
import { panAllIntoView } from './panIntoView.ts'
import { roomOf, standing } from './place.ts'
import { bandOf, type Group, groupsToTidy } from './tidyScope.ts'

/** From roomy to tight; in a frame the first that fits. */
const SPACINGS: readonly Spacing[] = [
  ...spacings([
    { gap: { x: 96, y: 40 }, labelled: 240 },
    { gap: { x: 96, y: 32 }, labelled: 176 },
    { gap: { x: 72, y: 32 }, labelled: 144 },
  ]),
  ...spacings([
    { gap: { x: 72, y: 24 }, labelled: 128, turnsAtOnce: true },
    { gap: { x: 48, y: 24 }, labelled: 112, turnsAtOnce: true },
    { gap: { x: 48, y: 16 }, labelled: 96, turnsAtOnce: true },
  ]),
  ...spacings([{ gap: { x: 80, y: 24 } }, { gap: { x: 64, y: 24 } }, { gap: { x: 48, y: 16 } }]),
]
/** Where links may turn: halfway if they can. */
const TURNS = [0.5, 0, 1] as const
/** Where they may if half the way is too short for the label: at once if they can. */
const LABELLED_TURNS = [0, 0.5, 1] as const
/** To what stays where it is. */
const CLEAR = { x: 24, y: 24 } as const
/** Beside a link's label: its head, and its number's circle. */
const BESIDE_LABEL_PX = { head: 24, seq: 26 } as const

function spacings(gaps: readonly Omit<Spacing, 'rows'>[]): Spacing[] {
  return [Number.POSITIVE_INFINITY, 6, 4, 3, 2].flatMap((rows) => gaps.map((gap) => ({ ...gap, rows })))
}

interface Move extends Unit {
  readonly shape: TLShape
  /** Where it stands now, with its text, on the page. */
  readonly box: Box
}

/** Lays out what is selected, or what is in view, along its links, in one undo step; says so where it does not fit. */
export async function tidy(editor: Editor): Promise<void> {
  try {
    const { layOut } = await import('./layOut.ts')
    if (!editor.getIsReadonly()) tidyWith(editor, layOut)
  } catch {
    boardSays(editor).set('The layout could not be loaded. Check the connection and try again.')
  }
}

type LayOut = (units: readonly Unit[], joins: readonly Join[], spacing: Spacing) => LaidOut

/** As {@link tidy}, with the layout at hand. */
export function tidyWith(editor: Editor, layOut: LayOut): void {
  const groups = groupsToTidy(editor)
  if (groups.length === 0) {
    boardSays(editor).set('Nothing to tidy: select two components or more, or the frame they are in.')
    return
  }
  const results = groups.map((group) => tidyGroup(editor, group, layOut))
  const updates = results.flatMap(({ moves }) => moves)
  const placed = new Set(
    results.flatMap(({ isPlaced }, i) => (isPlaced ? (groups[i]?.parts ?? []) : [])).map(({ id }) => id),
  )
  const problem = results.find(({ isPlaced }) => !isPlaced)?.problem
  if (problem) boardSays(editor).set(problem)
  redock(editor, placed, updates)
  panAllIntoView(editor, [...placed])
}

interface Tidied {
  readonly moves: readonly TLShapePartial[]
  readonly isPlaced: boolean
  readonly problem?: string
}

function tidyGroup(editor: Editor, { frame, parts }: Group, layOut: LayOut): Tidied {
  const units = parts.flatMap((shape) => unitOf(editor, shape) ?? [])
  const joins = joinsAmong(editor, units)
  const ids = new Set(parts.map(({ id }) => id))
  const taken = standing(editor, frame, ids)
  const room = frame && roomOf(editor, frame)
  const corner = {
    x: Math.min(...units.map(({ box }) => box.x)),
    y: Math.min(...units.map(({ box }) => box.y)),
  }
  let least: LaidOut | null = null
  for (const spacing of SPACINGS) {
    const laid = layOut(units, joins, spacing)
    const spot = spotFor(laid, corner, taken, room)
    if (spot) return { moves: units.flatMap((unit) => moveOf(editor, unit, laid, spot)), isPlaced: true }
    least = laid
  }
  return { moves: [], isPlaced: false, problem: noRoom(frame, room, least) }
}

function noRoom(frame: TLShape | null, room: Box | null, laid: LaidOut | null): string {
  if (!frame || !room || !laid) return 'There is no room to lay this out.'
  const size = (box: { w: number; h: number }) => `${Math.round(box.w)} × ${Math.round(box.h)}`
  return `Laid out, this takes ${size(laid)}; “${nameOf(frame)}” has ${size(room)}. Make the frame larger, or select less.`
}

/** Where it stands if that is free, else the nearest free place; null: there is none in the frame. */
function spotFor(
  size: LaidOut,
  corner: { readonly x: number; readonly y: number },
  taken: readonly Box[],
  room: Box | null,
): Box | null {
  const inRoom = (value: number, from: number, length: number, own: number) =>
    Math.max(up(from), Math.min(value, down(from + length - own)))
  const x = room ? inRoom(snap(corner.x), room.x, room.w, size.w) : snap(corner.x)
  const y = room ? inRoom(snap(corner.y), room.y, room.h, size.h) : snap(corner.y)
  const here = { x, y, w: size.w, h: size.h }
  const allowed = (box: Box) => !room || contains(room, box)
  if (allowed(here) && !taken.some((box) => touches(here, box, CLEAR))) return here
  return freeSpot({ size, wanted: here, taken, gap: CLEAR, allowed })
}

/** A part with what its text takes besides, such that the part itself comes to stand on the grid. */
function unitOf(editor: Editor, shape: TLShape): Move | null {
  const bounds = editor.getShapePageBounds(shape)
  const taken = takenBounds(editor, shape.id)
  if (!bounds || !taken) return null
  const [left, above] = [up(bounds.x - taken.x), up(bounds.y - taken.y)]
  const box = {
    x: bounds.x - left,
    y: bounds.y - above,
    w: left + up(taken.maxX - bounds.x),
    h: above + up(taken.maxY - bounds.y),
  }
  const axis = above + bounds.h / 2
  return { id: shape.id, w: box.w, h: box.h, axis, band: bandOf(editor, shape), shape, box }
}

/** The links among them, in the order of who calls. */
function joinsAmong(editor: Editor, units: readonly Move[]): Join[] {
  const ids = new Set<string>(units.map(({ id }) => id))
  return units.flatMap(({ shape }) =>
    outOf(editor, shape.id)
      .map((link) => ({
        from: shape.id,
        to: linkEnds(editor, link).to ?? shape.id,
        label: labelRoom(editor.getShape<TLArrowShape>(link)),
      }))
      .filter(({ to }) => ids.has(to))
      .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)),
  )
}

function labelRoom(link: TLArrowShape | undefined): number {
  if (!link) return 0
  const meta = linkMeta(link.meta)
  const text = labelText(link.props.text, meta)
  const seq = meta.seq === undefined ? 0 : BESIDE_LABEL_PX.seq
  const room = (text === '' ? 0 : measureText(text, LINK_FONT)) + seq
  return room === 0 ? 0 : room + BESIDE_LABEL_PX.head
}

function outOf(editor: Editor, id: TLShapeId): TLShapeId[] {
  return editor
    .getBindingsToShape<TLArrowBinding>(id, 'arrow')
    .flatMap(({ fromId, props }) => (props.terminal === 'start' ? [fromId] : []))
}

function moveOf(editor: Editor, { shape, box }: Move, { places }: LaidOut, spot: Box): TLShapePartial[] {
  const place = places.get(shape.id)
  const at = editor.getShapePageTransform(shape).point()
  if (!place) return []
  const [dx, dy] = [spot.x + place.x - box.x, spot.y + place.y - box.y]
  if (Math.abs(dx) < 0.01 && Math.abs(dy) < 0.01) return []
  const { x, y } = editor.getPointInParentSpace(shape.id, { x: at.x + dx, y: at.y + dy })
  return [{ id: shape.id, type: shape.type, x, y }]
}

/** Moves the parts, and lets the links among what was placed find their own way again. */
function redock(editor: Editor, placed: ReadonlySet<TLShapeId>, moves: readonly TLShapePartial[]): void {
  const links = linksAmong(editor, placed)
  const fixed = links.flatMap(({ id }) => bindingsPut(editor, id))
  if (moves.length + fixed.length + turns(editor, links).length === 0) return
  editor.markHistoryStoppingPoint('tidy')
  editor.run(() => {
    editor.updateShapes([...moves])
    editor.updateBindings(fixed.map((binding) => ({ ...binding, props: docked(binding.props.terminal) })))
    editor.updateShapes(turns(editor, links))
  })
}

/** The ends of a link that somebody put on a point of a component; a composite's points mean something. */
function bindingsPut(editor: Editor, link: TLShapeId): TLArrowBinding[] {
  return editor.getBindingsFromShape<TLArrowBinding>(link, 'arrow').filter(({ props, toId }) => {
    const end = editor.getShape(toId)
    return props.isPrecise && end !== undefined && isComponent(end)
  })
}

/** What has to change for the links to turn where they run over nothing, with labels where there is room. */
function turns(editor: Editor, links: readonly TLArrowShape[]): TLShapePartial<TLArrowShape>[] {
  return links.flatMap(({ id, type, props }) => {
    const elbowMidPoint = turnOf(editor, id)
    if (props.elbowMidPoint === elbowMidPoint && props.labelPosition === 0.5) return []
    return [{ id, type, props: { elbowMidPoint, labelPosition: 0.5 } }]
  })
}

function turnOf(editor: Editor, link: TLShapeId): number {
  const { from, to } = linkEnds(editor, link)
  const [a, b] = [from && editor.getShapePageBounds(from), to && editor.getShapePageBounds(to)]
  const start = from && editor.getShape(from)
  if (!a || !b || !start || !to || b.x <= a.maxX) return 0.5
  const taken = standing(editor, frameAround(editor, start), new Set([start.id, to]))
  const isTight = labelRoom(editor.getShape<TLArrowShape>(link)) > (b.x - a.maxX) / 2
  const turns = isTight ? LABELLED_TURNS : TURNS
  return turns.find((turn) => hasClearWay(a, b, { side: 'right', taken, turn })) ?? 0.5
}

function linksAmong(editor: Editor, placed: ReadonlySet<TLShapeId>): TLArrowShape[] {
  return [...placed].flatMap((from) =>
    outOf(editor, from).flatMap((id) => {
      const link = editor.getShape<TLArrowShape>(id)
      const { to } = linkEnds(editor, id)
      return link && to && placed.has(to) && !editor.isShapeOrAncestorLocked(link) ? [link] : []
    }),
  )
}
