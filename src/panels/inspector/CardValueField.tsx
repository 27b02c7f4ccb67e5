import type { FieldType } from '../../../shapes/cards/card.ts'
import { editedValue, hintText, parseValue } from '../../../shapes/cards/values.ts'
import type { PropertyValue } from '../../domain/design.ts'
import { unitLabel } from '../../domain/units.ts'
import { DraftField, type Parsed } from './DraftField.tsx'
import { ChoiceField } from './fields.tsx'

interface CardValueFieldProps {
  label: string
  hint?: string
  type: FieldType
  value: PropertyValue | undefined
  /** Undefined: no value any more. */
  onCommit: (value: PropertyValue | undefined) => void
}

/** One field or cell of a card by what it takes. */
export function CardValueField({ label, hint, type, value, onCommit }: CardValueFieldProps) {
  const text = editedValue(type, value)
  const parse = (typed: string): Parsed<PropertyValue | undefined> => {
    const parsed = parseValue(type, typed.trim())
    return parsed.ok ? { ok: true, value: parsed.value ?? undefined } : parsed
  }
  const choices =
    type.type === 'flag' ? ['yes', 'no'] : type.type === 'choice' && !type.isOpen ? type.choices : null
  if (choices) {
    const take = (chosen: string) => {
      const parsed = parse(chosen)
      if (parsed.ok) onCommit(parsed.value)
    }
    const pairs = [['', '–'] as const, ...choices.map((choice) => [choice, choice] as const)]
    return <ChoiceField label={label} value={text} choices={pairs} onCommit={take} />
  }
  return (
    <DraftField
      label={label}
      text={text}
      parse={parse}
      onCommit={onCommit}
      isFigure={type.type === 'number' || type.type === 'date'}
      isLong={type.type === 'long' || text.includes('\n')}
      {...(type.type === 'number' ? { unit: unitLabel(type.rule.unit) } : {})}
      {...(hint === undefined ? {} : { placeholder: hintText(hint) })}
    />
  )
}
