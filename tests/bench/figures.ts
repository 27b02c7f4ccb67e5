/** The value that half of them do not exceed. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that this share of them does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}

/** The most that ours may be, or its ratio to theirs. */
export type Reach = { readonly ours: number } | { readonly ratio: number }

/** Heads rows of `compareRow`. */
export const HEAD: readonly string[] = ['', 'ours', 'theirs', 'ratio', 'reach', '']

/** Ours beside theirs, and whether it reaches what it should. */
export function compareRow(name: string, ours: number, theirs: number, reach?: Reach): string[] {
  const ratio = ours / theirs
  const row = [name, ours.toFixed(2), figure(theirs), figure(ratio)]
  if (!reach) return [...row, '', '']
  const isRatio = 'ratio' in reach
  const [value, most] = isRatio ? [ratio, reach.ratio] : [ours, reach.ours]
  return [...row, `${isRatio ? '× ' : ''}≤ ${most}`, value <= most ? 'ok' : 'over']
}

const figure = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–')

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
