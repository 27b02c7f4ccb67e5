import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { type Cell, cellsOf, type LaneJoin } from './columns.ts'
import type { Part } from './parts.ts'

/** Parts in cells of a grid that all lanes share; each lane counts its rows from 0. */
export type Grid = ReadonlyMap<string, Cell>

/** Parts of one lane that links within it hold together. */
interface Cluster {
  readonly zone: Zone
  readonly ids: readonly string[]
  readonly cells: ReadonlyMap<string, Cell>
  readonly columns: number
  readonly rows: number
}

interface Spot {
  readonly column: number
  readonly row: number
}

/** A row further down counts as much as so many columns of one link. */
const ROW_COST = 1.5
/** Of the rows where something may begin, so many of the lowest are looked at. */
const LINES = 12
/** A lane without links is about as wide as this, in columns. */
const FEW_COLUMNS = 4

/**
 * Which cell each part stands in: what belongs together in a lane along its links, and as near as may be to
 * what it is joined to in the others.
 */
export function gridOf(parts: readonly Part[], joins: readonly LaneJoin[]): Grid {
  const zoneOf = new Map(parts.map(({ id, zone }) => [id, zone]))
  const clusters = ZONES.flatMap((zone) => clustersIn(zone, parts, joins, zoneOf))
  const columns = Math.max(FEW_COLUMNS, ...clusters.map((cluster) => cluster.columns))
  const across = neighboursAcross(joins, zoneOf)
  const bySize = [...clusters].sort((a, b) => b.columns - a.columns || b.ids.length - a.ids.length)
  let grid = new Map<string, Cell>()
  for (const _pass of ['first', 'again']) {
    const next = new Map<string, Cell>()
    const taken = new Map<Zone, { spot: Spot; cluster: Cluster }[]>()
    for (const cluster of bySize) {
      const inLane = taken.get(cluster.zone) ?? []
      taken.set(cluster.zone, inLane)
      const wish = (column: number) => strain(cluster, column, across, (id) => next.get(id) ?? grid.get(id))
      const spot = bestSpot(cluster, inLane, columns, wish)
      inLane.push({ spot, cluster })
      for (const [id, cell] of cluster.cells)
        next.set(id, { column: cell.column + spot.column, row: cell.row + spot.row })
    }
    grid = next
  }
  return grid
}

function clustersIn(
  zone: Zone,
  parts: readonly Part[],
  joins: readonly LaneJoin[],
  zoneOf: ReadonlyMap<string, Zone>,
): Cluster[] {
  const ids = parts.filter((part) => part.zone === zone).map(({ id }) => id)
  const inLane = joins.filter(({ from, to }) => zoneOf.get(from) === zone && zoneOf.get(to) === zone)
  return joined(ids, inLane).map((members) => {
    const own = new Set(members)
    const cells = cellsOf(
      members,
      inLane.filter(({ from }) => own.has(from)),
    )
    const size = (side: keyof Cell) => Math.max(...[...cells.values()].map((cell) => cell[side])) + 1
    return { zone, ids: members, cells, columns: size('column'), rows: size('row') }
  })
}

/** The ids in groups that links hold together, each in the order given. */
function joined(ids: readonly string[], joins: readonly LaneJoin[]): string[][] {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { from, to } of joins) {
    next.get(from)?.push(to)
    next.get(to)?.push(from)
  }
  const group = new Map<string, number>()
  for (const [n, id] of ids.entries()) {
    const open = [id]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (group.has(at)) continue
      group.set(at, n)
      open.push(...(next.get(at) ?? []))
    }
  }
  const groups = new Map<number, string[]>()
  for (const id of ids) {
    const n = group.get(id) ?? 0
    groups.set(n, [...(groups.get(n) ?? []), id])
  }
  return [...groups.values()]
}

function neighboursAcross(
  joins: readonly LaneJoin[],
  zoneOf: ReadonlyMap<string, Zone>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of joins) {
    if (zoneOf.get(from) === zoneOf.get(to)) continue
    found.set(from, [...(found.get(from) ?? []), to])
    found.set(to, [...(found.get(to) ?? []), from])
  }
  return found
}

/** How far, in columns, a cluster that begins there is from what it is joined to. */
function strain(
  { cells }: Cluster,
  column: number,
  across: ReadonlyMap<string, readonly string[]>,
  cellOf: (id: string) => Cell | undefined,
): number {
  let sum = 0
  for (const [id, cell] of cells) {
    for (const other of across.get(id) ?? []) {
      const there = cellOf(other)
      if (there) sum += Math.abs(there.column - cell.column - column)
    }
  }
  return sum
}

/** Where in its lane a cluster stands best, clear of those that stand there already. */
function bestSpot(
  { columns, rows }: Cluster,
  taken: readonly { readonly spot: Spot; readonly cluster: Cluster }[],
  all: number,
  wish: (column: number) => number,
): Spot {
  const wishes = Array.from({ length: all - columns + 1 }, (_, column) => wish(column))
  const ends = new Set([0, ...taken.map(({ spot, cluster }) => spot.row + cluster.rows)])
  const lines = [...ends].sort((a, b) => a - b).slice(-LINES)
  const isFree = (column: number, row: number) =>
    taken.every(
      ({ spot, cluster }) =>
        column >= spot.column + cluster.columns ||
        spot.column >= column + columns ||
        row >= spot.row + cluster.rows ||
        spot.row >= row + rows,
    )
  const spots = lines.flatMap((row) =>
    wishes.map((cost, column) => ({ column, row, cost: cost + row * ROW_COST })),
  )
  const [best] = spots
    .filter(({ column, row }) => isFree(column, row))
    .sort((a, b) => a.cost - b.cost || a.row - b.row || a.column - b.column)
  return best ?? { column: 0, row: Math.max(...lines) }
}
