/** The value that half of them do not exceed. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that this share of them does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

/** One line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Rows as lines, the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('   ')
  return rows.map((row) => `  ${line(row)}`).join('\n')
}
