import { type NumberRule, parseNumber } from '../../src/domain/units.ts'

/** Values as a design file has them: anything may stand there. */
export type Values = Readonly<Record<string, unknown>>

export function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}
}

export function textOf(value: unknown, otherwise = ''): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : otherwise
}

/** An array, or text with commas. */
export function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').flatMap((item) => item.trim() || [])
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** A number, also typed as people write one; null where it is none or out of its rule. */
export function figureOf(value: unknown, rule: NumberRule): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const parsed = parseNumber(String(value), rule)
  return parsed.ok ? parsed.value : null
}
