/** A table of numbers, 0 where nothing was put. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly get: (row: number, column: number) => number
  readonly set: (row: number, column: number, value: number) => void
}

export function makeGrid(rows: number, columns: number, valueAt?: (row: number, column: number) => number) {
  const values = new Float64Array(rows * columns)
  const grid: Grid = {
    rows,
    columns,
    get: (row, column) => values[row * columns + column] ?? 0,
    set: (row, column, value) => {
      values[row * columns + column] = value
    },
  }
  if (valueAt)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) grid.set(row, column, valueAt(row, column))
  return grid
}
