import type { Grid } from './grid.ts'

/** Row by row the column it is paired with, or this. */
export const NONE = -1

/**
 * The pairing of rows with columns that is worth most together; pairs that are worth nothing are left out.
 *
 * The Hungarian method with potentials, O(n³). Source: Kuhn (1955), “The Hungarian Method for the Assignment
 * Problem”, in the form that adds one row after the other.
 */
export function assign(worth: Grid): number[] {
  const size = Math.max(worth.rows, worth.columns)
  const isIn = (row: number, column: number) => row < worth.rows && column < worth.columns
  const tableau: Tableau = {
    size,
    costOf: (row, column) => (isIn(row, column) ? -Math.max(0, worth.get(row, column)) : 0),
    rowPrice: new Float64Array(size),
    columnPrice: new Float64Array(size + 1),
    rowOf: new Int32Array(size + 1).fill(NONE),
  }
  for (let row = 0; row < size; row++) addRow(tableau, row)
  const columnOf = new Array<number>(worth.rows).fill(NONE)
  for (let column = 0; column < size; column++) {
    const row = tableau.rowOf[column] ?? NONE
    if (isIn(row, column) && worth.get(row, column) > 0) columnOf[row] = column
  }
  return columnOf
}

interface Tableau {
  readonly size: number
  readonly costOf: (row: number, column: number) => number
  readonly rowPrice: Float64Array
  /** The last column stands for the row that is being added. */
  readonly columnPrice: Float64Array
  readonly rowOf: Int32Array
}

interface Search {
  /** What the cheapest way to each column costs more than the prices pay. */
  readonly slack: Float64Array
  readonly before: Int32Array
  readonly seen: Uint8Array
}

function addRow(tableau: Tableau, row: number) {
  const { size, rowOf } = tableau
  const search: Search = {
    slack: new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY),
    before: new Int32Array(size + 1).fill(size),
    seen: new Uint8Array(size + 1),
  }
  rowOf[size] = row
  let column = size
  while (rowOf[column] !== NONE) column = nextColumn(tableau, search, column)
  while (column !== size) {
    const from = search.before[column] ?? size
    rowOf[column] = rowOf[from] ?? NONE
    column = from
  }
  rowOf[size] = NONE
}

/** Goes on to the column that costs least to reach, and moves the prices by that. */
function nextColumn(tableau: Tableau, search: Search, at: number): number {
  search.seen[at] = 1
  reachFrom(tableau, search, at)
  const next = nearest(tableau, search)
  movePrices(tableau, search, search.slack[next] ?? 0)
  return next
}

function reachFrom({ size, costOf, rowPrice, columnPrice, rowOf }: Tableau, search: Search, at: number) {
  const { slack, before, seen } = search
  const row = rowOf[at] ?? NONE
  const paid = rowPrice[row] ?? 0
  for (let column = 0; column < size; column++) {
    if (seen[column]) continue
    const cost = costOf(row, column) - paid - (columnPrice[column] ?? 0)
    if (cost >= (slack[column] ?? 0)) continue
    slack[column] = cost
    before[column] = at
  }
}

function nearest({ size }: Tableau, { slack, seen }: Search): number {
  let best = size
  for (let column = 0; column < size; column++)
    if (!seen[column] && (slack[column] ?? 0) < (slack[best] ?? 0)) best = column
  return best
}

function movePrices({ size, rowPrice, columnPrice, rowOf }: Tableau, { slack, seen }: Search, step: number) {
  for (let column = 0; column <= size; column++) {
    if (seen[column]) {
      const owner = rowOf[column] ?? NONE
      rowPrice[owner] = (rowPrice[owner] ?? 0) + step
      columnPrice[column] = (columnPrice[column] ?? 0) - step
    } else slack[column] = (slack[column] ?? 0) - step
  }
}
