import { editableNumber, formatNumber, type NumberRule } from '../../src/domain/units.ts'
import type { Segment } from '../shared/panel/segments.ts'

/** What each figure of a two-tower model may be. */
export const RULES = {
  dim: { unit: 'count', min: 1, whole: true },
  items: { unit: 'count', min: 1, whole: true },
  topK: { unit: 'count', min: 1, whole: true },
  bytes: { unit: 'bytes', min: 0.125 },
  p99: { unit: 'ms' },
  refresh_h: { unit: 'hours', min: 0.01 },
  qps: { unit: 'per second', min: 0.001 },
  costPerItemUs: { unit: 'µs' },
} as const satisfies Readonly<Record<string, NumberRule>>

interface Figure {
  readonly path: string
  readonly label: string
  readonly value: number | null
  readonly rule: NumberRule
  /** Before and after the number, known or not. */
  readonly before?: string
  readonly after?: string
  /** Instead of the number, where nobody wrote it down. */
  readonly unknown: string
}

/** A figure as a piece of a line, edited there. */
export function figureSegment({
  path,
  label,
  value,
  rule,
  before = '',
  after = '',
  unknown,
}: Figure): Segment {
  const shown = value === null ? unknown : formatNumber(value, rule.unit)
  const edited = value === null ? '' : editableNumber(value, rule.unit)
  return { text: `${before}${shown}${after}`, field: { path, label, text: edited, number: rule } }
}
