import { parseNumber } from '../../../src/domain/units.ts'
import type { PanelField, ParsedField } from './layout.ts'

/** What a typed text means in that field, or a sentence that says what is allowed. */
export function parseField(
  { number, parse }: Pick<PanelField, 'number' | 'parse'>,
  typed: string,
): ParsedField {
  const text = typed.trim()
  if (parse) return parse(text)
  if (!number) return { ok: true, value: text }
  return text === '' ? { ok: true, value: null } : parseNumber(text, number)
}
