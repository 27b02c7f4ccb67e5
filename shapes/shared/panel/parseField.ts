import { parseNumber } from '../../../src/domain/units.ts'
import type { PanelField } from './layout.ts'

export type ParsedField =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly problem: string }

/** What a typed text means in that field, or a sentence that says what is allowed. */
export function parseField({ number }: Pick<PanelField, 'number'>, typed: string): ParsedField {
  const text = typed.trim()
  if (!number) return { ok: true, value: text }
  return text === '' ? { ok: true, value: null } : parseNumber(text, number)
}
