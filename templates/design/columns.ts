import { groupBy } from '../../src/domain/groupBy.ts'

/** Where a part stands in its lane: the column counted from the left, the row from the top. */
export interface Cell {
  readonly column: number
  readonly row: number
}

/** A link between two parts of one lane. */
export interface LaneJoin {
  readonly from: string
  readonly to: string
  /** The order of calls. */
  readonly seq?: number
}

/** A part, or a place that a link needs on its way through a column. */
interface Spot {
  readonly key: string
  readonly isPart: boolean
  before: Spot[]
  after: Spot[]
  row: number
}

/** More back and forth changes nothing that one sees. */
const SWEEPS = 6
/** After everything that is numbered. */
const NO_TURN = 1_000_000

/**
 * The parts of a lane in columns along their links, from left to right, each in the row of what it is linked
 * to, and with a free place in every column that a longer link passes. The same parts and links in the same
 * order give the same cells.
 */
export function cellsOf(ids: readonly string[], joins: readonly LaneJoin[]): ReadonlyMap<string, Cell> {
  const forward = withoutCircles(ids, joins)
  const ranks = ranksOf(ids, forward)
  const columns = columnsOf(ids, forward, ranks)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0
    const ordered = isForth ? columns : [...columns].reverse()
    if (sweep < SWEEPS - 2) for (const column of ordered) sortBy(column, isForth ? 'before' : 'after')
    for (const column of ordered) setRows(column)
  }
  return cellsIn(columns)
}

/** The links without those that lead back to where one came from. */
function withoutCircles(ids: readonly string[], joins: readonly LaneJoin[]): LaneJoin[] {
  const out = groupBy(joins, ({ from }) => from)
  const entered = new Set(joins.filter(({ from, to }) => from !== to).map(({ to }) => to))
  const seen = new Set<string>()
  return [...ids.filter((id) => !entered.has(id)), ...ids].flatMap((id) => walk(id, out, seen))
}

/** The links of everything that is reached from there and was not seen yet, without those that lead back. */
function walk(start: string, out: ReadonlyMap<string, readonly LaneJoin[]>, seen: Set<string>): LaneJoin[] {
  if (seen.has(start)) return []
  const kept: LaneJoin[] = []
  const open = new Set([start])
  const way = [{ id: start, left: [...(out.get(start) ?? [])] }]
  seen.add(start)
  for (let top = way.at(-1); top; top = way.at(-1)) {
    const join = top.left.shift()
    if (!join) {
      open.delete(top.id)
      way.pop()
    } else if (!open.has(join.to)) {
      kept.push(join)
      if (seen.has(join.to)) continue
      seen.add(join.to)
      open.add(join.to)
      way.push({ id: join.to, left: [...(out.get(join.to) ?? [])] })
    }
  }
  return kept
}

/** How far along the links each part is; where nothing leads, just before what it leads to. */
function ranksOf(ids: readonly string[], joins: readonly LaneJoin[]): ReadonlyMap<string, number> {
  const [out, into] = [groupBy(joins, ({ from }) => from), groupBy(joins, ({ to }) => to)]
  const ranks = longestWays(ids, out, into)
  for (const id of ids) {
    const next = into.has(id) ? [] : (out.get(id) ?? []).map(({ to }) => ranks.get(to) ?? 1)
    if (next.length > 0) ranks.set(id, Math.min(...next) - 1)
  }
  return ranks
}

type Joins = ReadonlyMap<string, readonly LaneJoin[]>

function longestWays(ids: readonly string[], out: Joins, into: Joins): Map<string, number> {
  const ranks = new Map(ids.map((id) => [id, 0]))
  const left = new Map(ids.map((id) => [id, into.get(id)?.length ?? 0]))
  const ready = ids.filter((id) => left.get(id) === 0)
  for (const id of ready) {
    for (const { to } of out.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1))
      left.set(to, (left.get(to) ?? 0) - 1)
      if (left.get(to) === 0) ready.push(to)
    }
  }
  return ranks
}

function columnsOf(
  ids: readonly string[],
  joins: readonly LaneJoin[],
  ranks: ReadonlyMap<string, number>,
): Spot[][] {
  const rankOf = (id: string) => ranks.get(id) ?? 0
  const columns = Array.from({ length: Math.max(0, ...ids.map(rankOf)) + 1 }, (): Spot[] => [])
  const spots = new Map<string, Spot>()
  const add = (key: string, isPart: boolean, column: number) => {
    const spot: Spot = { key, isPart, before: [], after: [], row: 0 }
    columns[column]?.push(spot)
    spots.set(key, spot)
    return spot
  }
  for (const id of inCallOrder(ids, joins)) add(id, true, rankOf(id))
  for (const [n, { from, to }] of joins.entries()) {
    let last = spots.get(from)
    for (let column = rankOf(from) + 1; last && column <= rankOf(to); column++) {
      const next = column === rankOf(to) ? spots.get(to) : add(`way ${n} ${column}`, false, column)
      if (!next) break
      last.after.push(next)
      next.before.push(last)
      last = next
    }
  }
  return columns
}

/** What is called earlier comes first. */
function inCallOrder(ids: readonly string[], joins: readonly LaneJoin[]): string[] {
  const turns = new Map<string, number>()
  for (const { to, seq = NO_TURN } of joins) turns.set(to, Math.min(turns.get(to) ?? NO_TURN, seq))
  return [...ids].sort((a, b) => (turns.get(a) ?? NO_TURN) - (turns.get(b) ?? NO_TURN))
}

/** In the order of what they are linked to on that side, so that links cross little. */
function sortBy(column: Spot[], side: 'before' | 'after') {
  const wanted = new Map(column.map((spot, n) => [spot, mean(spot[side].map(({ row }) => row)) ?? n]))
  column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
}

/** Rows in the column's order, as near as may be to those of what each is linked to. */
function setRows(column: readonly Spot[]) {
  const blocks: Block[] = []
  for (const spot of column) {
    const want = mean([...spot.before, ...spot.after].map(({ row }) => row))
    let block: Block = { spots: [spot], wants: want === null ? [] : [want] }
    for (let last = blocks.at(-1); last && isPushed(last, block); last = blocks.at(-1)) {
      const { length } = last.spots
      block = {
        spots: [...last.spots, ...block.spots],
        wants: [...last.wants, ...block.wants.map((row) => row - length)],
      }
      blocks.pop()
    }
    blocks.push(block)
  }
  for (const block of blocks) for (const [n, spot] of block.spots.entries()) spot.row = topOf(block) + n
}

interface Block {
  readonly spots: readonly Spot[]
  /** Where its first row should be, by those of its spots that want something. */
  readonly wants: readonly number[]
}

function isPushed(last: Block, block: Block): boolean {
  return block.wants.length === 0 || topOf(block) < topOf(last) + last.spots.length
}

function topOf({ wants }: Block): number {
  return Math.round(mean(wants) ?? 0)
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** From row 0 on, without rows that nothing is in. */
function cellsIn(columns: readonly (readonly Spot[])[]): ReadonlyMap<string, Cell> {
  const used = [...new Set(columns.flat().map(({ row }) => row))].sort((a, b) => a - b)
  const rows = new Map(used.map((row, n) => [row, n]))
  return new Map(
    columns.flatMap((column, n) =>
      column
        .filter(({ isPart }) => isPart)
        .map(({ key, row }): [string, Cell] => [key, { column: n, row: rows.get(row) ?? 0 }]),
    ),
  )
}
