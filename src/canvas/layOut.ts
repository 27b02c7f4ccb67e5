import { Graph, layout } from '@dagrejs/dagre'
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
}

export interface Spacing {
  readonly gap: Gap
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

/**
 * Places units in columns from left to right along their links, and in bands from top to bottom. The same
 * units in the same order with the same links are placed the same, wherever they stood.
 */
export function layOut(units: readonly Unit[], joins: readonly Join[], spacing: Spacing): LaidOut {
  const columns = splitColumns(columnsOf(units, joins), spacing.rows)
  const lefts = leftsOf(columns, spacing.gap.x)
  const neighbours = neighboursOf(joins)
  const places = new Map<string, { x: number; y: number }>()
  let top = 0
  for (const band of bandsOf(units)) {
    const inBand = columns.map((column) => column.filter((unit) => unit.band === band))
    const tops = topsOf(inBand, neighbours, spacing.gap.y)
    const first = Math.min(...tops.values())
    let bottom = top
    for (const [i, column] of inBand.entries()) {
      for (const unit of column) {
        const y = top + snap((tops.get(unit.id) ?? 0) - first)
        places.set(unit.id, { x: lefts[i] ?? 0, y })
        bottom = Math.max(bottom, y + unit.h)
      }
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

/** Columns with more than so many in one band, as several beside each other. */
function splitColumns(columns: readonly Unit[][], rows: number): Unit[][] {
  return columns.flatMap((column) => {
    const counts = new Map<number, number>()
    for (const { band } of column) counts.set(band, (counts.get(band) ?? 0) + 1)
    const parts = Math.max(1, Math.ceil(Math.max(...counts.values()) / rows))
    const seen = new Map<number, number>()
    const split: Unit[][] = Array.from({ length: parts }, () => [])
    for (const unit of column) {
      const at = seen.get(unit.band) ?? 0
      seen.set(unit.band, at + 1)
      split[Math.floor((at * parts) / (counts.get(unit.band) ?? 1))]?.push(unit)
    }
    return split
  })
}

function leftsOf(columns: readonly Unit[][], gap: number): number[] {
  const lefts: number[] = []
  let x = 0
  for (const column of columns) {
    lefts.push(x)
    x = up(x + Math.max(0, ...column.map(({ w }) => w)) + gap)
  }
  return lefts
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
  columns: readonly Unit[][],
  neighbours: ReadonlyMap<string, readonly string[]>,
  gap: number,
): Map<string, number> {
  const tops = new Map<string, number>()
  const axes = new Map<string, number>()
  const put = (column: readonly Unit[]) => {
    const wanted = column.map(({ id }) =>
      mean((neighbours.get(id) ?? []).flatMap((other) => axes.get(other) ?? [])),
    )
    for (const [i, top] of stack(column, wanted, gap).entries()) {
      const unit = column[i]
      if (!unit) continue
      tops.set(unit.id, top)
      axes.set(unit.id, top + unit.axis)
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) put(column)
  }
  return tops
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
