import { type ReactNode, useId } from 'react'
import { editableNumber, type NumberRule, parseNumber, unitLabel } from '../../domain/units.ts'
import { DraftField, type Parsed } from './DraftField.tsx'

interface TextFieldProps {
  label: string
  value: string
  onCommit: (value: string) => void
  hint?: ReactNode
  isLong?: boolean
  placeholder?: string
}

export function TextField({ label, value, onCommit, hint, isLong, placeholder }: TextFieldProps) {
  const parse = (typed: string): Parsed<string> => ({ ok: true, value: typed.trim() })
  return (
    <DraftField
      label={label}
      text={value}
      parse={parse}
      onCommit={onCommit}
      hint={hint}
      isLong={isLong}
      placeholder={placeholder}
    />
  )
}

interface NumberFieldProps {
  label: string
  /** Null: not known. */
  value: number | null
  rule: NumberRule
  onCommit: (value: number | null) => void
  hint?: ReactNode
  placeholder?: string
}

/** A number as people write it, e.g. `20k` or `1.5 s`; empty means not known. */
export function NumberField({ label, value, rule, onCommit, hint, placeholder }: NumberFieldProps) {
  const parse = (typed: string): Parsed<number | null> =>
    typed.trim() === '' ? { ok: true, value: null } : parseNumber(typed, rule)
  return (
    <DraftField
      label={label}
      text={value === null ? '' : editableNumber(value, rule.unit)}
      parse={parse}
      onCommit={onCommit}
      unit={unitLabel(rule.unit)}
      hint={hint}
      placeholder={placeholder}
      isFigure
    />
  )
}

interface ListFieldProps {
  label: string
  value: readonly string[]
  onCommit: (value: string[]) => void
  hint?: ReactNode
}

/** Several words or phrases, parted by commas. */
export function ListField({ label, value, onCommit, hint }: ListFieldProps) {
  const parse = (typed: string): Parsed<string[]> => ({
    ok: true,
    value: typed.split(',').flatMap((item) => item.trim() || []),
  })
  return (
    <DraftField
      label={label}
      text={value.join(', ')}
      parse={parse}
      onCommit={onCommit}
      hint={hint}
      placeholder="one, two, …"
    />
  )
}

interface ChoiceFieldProps {
  label: string
  /** Empty: not chosen. */
  value: string
  choices: readonly (readonly [value: string, name: string])[]
  onCommit: (value: string) => void
  hint?: ReactNode
}

export function ChoiceField({ label, value, choices, onCommit, hint }: ChoiceFieldProps) {
  const id = useId()
  const isKnown = choices.some(([known]) => known === value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-value">
        <select id={id} value={value} onChange={(event) => onCommit(event.target.value)}>
          {!isKnown && <option value={value}>{value}</option>}
          {choices.map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </select>
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  )
}

interface FlagFieldProps {
  label: string
  value: boolean
  onCommit: (value: boolean) => void
  hint?: ReactNode
}

export function FlagField({ label, value, onCommit, hint }: FlagFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-value field-flag">
        <input id={id} type="checkbox" checked={value} onChange={(event) => onCommit(event.target.checked)} />
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  )
}
