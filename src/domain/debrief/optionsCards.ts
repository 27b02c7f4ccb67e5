import type { Design } from '../design.ts'

/** What came of comparing options. */
export interface ComparedOptions {
  readonly id: string
  /** The card's own title; empty where it has none. */
  readonly title: string
  readonly step: number | null
  /** Names of what was compared. */
  readonly options: readonly string[]
  /** Null: none was chosen. */
  readonly chosen: string | null
  /** Null: no reason is written. */
  readonly because: string | null
}

/** The board's options cards on which something is written. */
export function comparedOptions({ cards }: Design): ComparedOptions[] {
  return cards
    .filter(({ type }) => type === 'options')
    .map(({ id, step, fields }) => {
      const options = namesIn(fields.options)
      return {
        id,
        title: textOf(fields.title),
        step,
        options: options.filter((name) => name !== ''),
        chosen: chosenOf(fields.chosen, options),
        because: textOf(fields.because) || null,
      }
    })
    .filter(({ options, because }) => options.length > 0 || because !== null)
}

function namesIn(rows: unknown): string[] {
  if (!Array.isArray(rows)) return []
  return rows.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'name' in row ? textOf(row.name) : textOf(row),
  )
}

/** A row is chosen by its name, or by its number where that does not tell. */
function chosenOf(chosen: unknown, options: readonly string[]): string | null {
  if (typeof chosen === 'number') return options[chosen - 1] || `option ${chosen}`
  return textOf(chosen) || null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
