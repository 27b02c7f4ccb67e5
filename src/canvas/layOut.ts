import { Graph, layout } from '@dagrejs/dagre'
import { TURN_PX } from './clearWay.ts'
import { type Gap, snap, up } from './freeSpot.ts'

/** Something to place. */
export interface Unit {
  readonly id: string
  /** With the text below it, px. */
  readonly w: number
  readonly h: number
  /** How far below its top the middle is where links dock, px. */
  readonly axis: number
  /** Units of one band stand in rows of their own, the lower number above. */
  readonly band: number
}

export interface Join {
  readonly from: string
  readonly to: string
  /** What its label and number take up, px. */
  readonly label?: number
}

export interface Spacing {
  readonly gap: Gap
  /** Columns stand so far apart at most to make room for labels, px. */
  readonly labelled?: number
  /** Links turn as soon as they can, and have the rest of their way for the label; else they turn halfway. */
  readonly turnsAtOnce?: boolean
  /** So many stand in a column at most; more stand beside it. */
  readonly rows: number
}

export interface LaidOut {
  /** Top left corners by id, on the grid, from 0 on. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly w: number
  readonly h: number
}

/** Between two bands, px. */
const BAND_GAP_PX = 64
/** More back and forth changes nothing that one sees. */
const SWEEPS = 4

/** Kept free for a link to what stands in the second half of a column, px. */
const CORRIDOR_PX = 16

/** Units at the same distance along the links; with more than there is room for, in two halves beside each other. */
interface Column {
  readonly units: readonly Unit[]
  /** The ids of those in the second half, each at the height of a gap in the first. */
  readonly second: ReadonlySet<string>
}

/**
 * Places units in columns from left to right along their links, and in bands from top to bottom. The same
 * units in the same order with the same links are placed the same, wherever they stood.
 */
export function layOut(units: readonly Unit[], joins: readonly Join[], spacing: Spacing): LaidOut {
  const columns = knownColumns(units, joins).map((column) => splitColumn(column, spacing.rows))
  const lefts = leftsOf(columns, joins, spacing)
  const neighbours = neighboursOf(joins)
  const places = new Map<string, { x: number; y: number }>()
  let top = 0
  for (const band of bandsOf(units)) {
    const inBand = columns.map(({ units: all, second }) => ({
      units: all.filter((one) => one.band === band),
      second,
    }))
    const tops = topsOf(inBand, neighbours, spacing.gap.y)
    const first = Math.min(...tops.values())
    let bottom = top
    for (const unit of inBand.flatMap((column) => column.units)) {
      const y = top + snap((tops.get(unit.id) ?? 0) - first)
      places.set(unit.id, { x: lefts.get(unit.id) ?? 0, y })
      bottom = Math.max(bottom, y + unit.h)
    }
    top = up(bottom + BAND_GAP_PX)
  }
  return { places, ...extent(units, places) }
}

function extent(units: readonly Unit[], places: LaidOut['places']): { w: number; h: number } {
  const far = (side: 'x' | 'y', size: 'w' | 'h') =>
    Math.max(0, ...units.map((unit) => (places.get(unit.id)?.[side] ?? 0) + unit[size]))
  return { w: far('x', 'w'), h: far('y', 'h') }
}

function bandsOf(units: readonly Unit[]): number[] {
  return [...new Set(units.map(({ band }) => band))].sort((a, b) => a - b)
}

const columnsKnown = new WeakMap<readonly Unit[], { joins: readonly Join[]; columns: Unit[][] }>()

/** Columns do not depend on the spacing, and several are tried on the same units. */
function knownColumns(units: readonly Unit[], joins: readonly Join[]): Unit[][] {
  const known = columnsKnown.get(units)
  if (known?.joins === joins) return known.columns
  const columns = columnsOf(units, joins)
  columnsKnown.set(units, { joins, columns })
  return columns
}

/** Units by how far along the links they are, each column in the order that crosses the fewest links. */
function columnsOf(units: readonly Unit[], joins: readonly Join[]): Unit[][] {
  const ids = new Set(units.map(({ id }) => id))
  const known = joins.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
  const linked = new Set(known.flatMap(({ from, to }) => [from, to]))
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR' })
  for (const { id, w, h } of units) if (linked.has(id)) graph.setNode(id, { width: w, height: h })
  for (const { from, to } of known) graph.setEdge(from, to, {})
  layout(graph)
  const ranks = new Map<number, Unit[]>()
  const order = ({ id }: Unit) => Number(graph.node(id).order)
  for (const unit of units) {
    if (!linked.has(unit.id)) continue
    const rank = Number(graph.node(unit.id).rank)
    ranks.set(rank, [...(ranks.get(rank) ?? []), unit])
  }
  const columns = [...ranks]
    .sort(([a], [b]) => a - b)
    .map(([, column]) => column.sort((a, b) => order(a) - order(b)))
  return withLoners(
    columns,
    units.filter(({ id }) => !linked.has(id)),
  )
}

/** What no link joins goes below the rest, where there is least. */
function withLoners(columns: readonly (readonly Unit[])[], loners: readonly Unit[]): Unit[][] {
  const all = columns.length > 0 ? columns.map((column) => [...column]) : squareOf(loners.length)
  for (const loner of loners) {
    const shortest = all.reduce((best, column) => (column.length < best.length ? column : best))
    shortest.push(loner)
  }
  return all
}

function squareOf(count: number): Unit[][] {
  return Array.from({ length: Math.ceil(Math.sqrt(count)) }, () => [])
}

/** Every other one of a band goes into the second half if there are more than so many. */
function splitColumn(units: readonly Unit[], rows: number): Column {
  const second = new Set<string>()
  for (const band of bandsOf(units)) {
    const inBand = units.filter((unit) => unit.band === band)
    if (inBand.length <= rows) continue
    for (const [i, { id }] of inBand.entries()) if (i % 2 === 1) second.add(id)
  }
  return { units, second }
}

function leftsOf(columns: readonly Column[], joins: readonly Join[], spacing: Spacing): Map<string, number> {
  const lefts = new Map<string, number>()
  let x = 0
  for (const [i, { units, second }] of columns.entries()) {
    const halves = [units.filter(({ id }) => !second.has(id)), units.filter(({ id }) => second.has(id))]
    if (i > 0) x = up(x + gapBefore(units, joins, spacing))
    for (const [half, inHalf] of halves.entries()) {
      if (inHalf.length === 0) continue
      if (half > 0) x = up(x + spacing.gap.x)
      for (const { id } of inHalf) lefts.set(id, x)
      x += Math.max(...inHalf.map(({ w }) => w))
    }
  }
  return lefts
}

/** A link's label goes on what is left, after its turn, to the column it leads to. */
function gapBefore(column: readonly Unit[], joins: readonly Join[], spacing: Spacing): number {
  const { gap, labelled = 0, turnsAtOnce } = spacing
  const ids = new Set(column.map(({ id }) => id))
  const room = (label: number) => (turnsAtOnce ? label + TURN_PX : 2 * label)
  const labels = joins.flatMap(({ to, label = 0 }) => (ids.has(to) && label > 0 ? [room(label)] : []))
  return Math.max(gap.x, Math.min(labelled, Math.max(0, ...labels)))
}

function neighboursOf(joins: readonly Join[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of joins) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      found.set(one, [...(found.get(one) ?? []), other])
    }
  }
  return found
}

/** Tops of the units of a band: in each column clear of each other, and level with what they are linked to. */
function topsOf(
  columns: readonly Column[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  gap: number,
): Map<string, number> {
  const tops = new Map<string, number>()
  const axes = new Map<string, number>()
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = column.units.map(({ id }) =>
        mean((neighbours.get(id) ?? []).flatMap((other) => axes.get(other) ?? [])),
      )
      for (const [unit, top] of columnTops(column, wanted, gap)) {
        tops.set(unit.id, top)
        axes.set(unit.id, top + unit.axis)
      }
    }
  }
  return tops
}

/** What stands in the second half takes up no more of the first than its links need. */
function columnTops(
  { units, second }: Column,
  wanted: readonly (number | null)[],
  gap: number,
): [Unit, number][] {
  const corridor = { h: CORRIDOR_PX, axis: CORRIDOR_PX / 2 }
  const inFirst = units.map((unit) => (second.has(unit.id) ? { ...unit, ...corridor } : unit))
  let floor = Number.NEGATIVE_INFINITY
  return stack(inFirst, wanted, gap).flatMap((top, i): [Unit, number][] => {
    const unit = units[i]
    if (!unit) return []
    if (!second.has(unit.id)) return [[unit, top]]
    const own = Math.max(snap(top + corridor.axis - unit.axis), floor)
    floor = up(own + unit.h + gap)
    return [[unit, own]]
  })
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Units of a column that stand as close as they may. */
interface Block {
  readonly units: readonly Unit[]
  /** Where its top should be, by those of its units that want something. */
  readonly wants: readonly number[]
  /** With a gap below, on the grid. */
  readonly h: number
}

/**
 * Tops of a column in its order, a gap apart, so that the axes are on the whole where they are wanted. Where
 * several push each other, they stand around the mean of where they want to be.
 */
function stack(column: readonly Unit[], wanted: readonly (number | null)[], gap: number): number[] {
  const blocks: Block[] = []
  for (const [i, unit] of column.entries()) {
    const want = wanted[i] ?? null
    let block: Block = {
      units: [unit],
      wants: want === null ? [] : [want - unit.axis],
      h: up(unit.h + gap),
    }
    for (let before = blocks.at(-1); before && isPushed(before, block); before = blocks.at(-1)) {
      block = behind(before, block)
      blocks.pop()
    }
    blocks.push(block)
  }
  return blocks.flatMap((block) => {
    let y = snap(mean(block.wants) ?? 0)
    return block.units.map((unit) => {
      const top = y
      y += up(unit.h + gap)
      return top
    })
  })
}

/** Whether a block would stand over the one before, or does not care where it stands. */
function isPushed(before: Block, block: Block): boolean {
  const top = mean(block.wants)
  return top === null || top < (mean(before.wants) ?? 0) + before.h
}

function behind(before: Block, block: Block): Block {
  return {
    units: [...before.units, ...block.units],
    wants: [...before.wants, ...block.wants.map((top) => top - before.h)],
    h: before.h + block.h,
  }
}
