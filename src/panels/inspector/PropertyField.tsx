import type { KindProperty } from '../../../shapes/catalog/kind.ts'
import type { Property } from '../../../shapes/catalog/properties.ts'
import { typicalText } from '../../../shapes/component/typicalText.ts'
import type { PropertyValue } from '../../domain/design.ts'
import { ChoiceField, FlagField, ListField, NumberField, TextField } from './fields.tsx'

interface PropertyFieldProps {
  id: string
  /** Undefined: this version does not know it. */
  property: Property | undefined
  typical: KindProperty['typical']
  value: PropertyValue | undefined
  /** Undefined: no value any more. */
  onCommit: (value: PropertyValue | undefined) => void
}

/** One property by its type; one that this version does not know is shown as text and kept. */
export function PropertyField({ id, property, typical, value, onCommit }: PropertyFieldProps) {
  const shared = { label: property?.label ?? id, hint: typical && <Typical {...typical} /> }
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  switch (property?.type) {
    case 'number': {
      const known = typeof value === 'number' ? value : null
      const take = (typed: number | null) => onCommit(typed ?? undefined)
      return <NumberField {...shared} value={known} rule={property.rule} onCommit={take} />
    }
    case 'flag':
      return <FlagField {...shared} value={value === true} onCommit={onCommit} />
    case 'choice': {
      const choices = [['', '–'], ...property.choices.map((choice) => [choice, choice])] as const
      const pairs = choices.map(([choice = '', name = '']) => [choice, name] as const)
      return (
        <ChoiceField
          {...shared}
          value={text}
          choices={pairs}
          onCommit={(chosen) => onCommit(chosen || undefined)}
        />
      )
    }
    case 'list': {
      const items = Array.isArray(value) ? value : text ? [text] : []
      const take = (typed: string[]) => onCommit(typed.length > 0 ? typed : undefined)
      return <ListField {...shared} value={items} onCommit={take} />
    }
    default:
      return <TextField {...shared} value={text} onCommit={(typed) => onCommit(typed || undefined)} />
  }
}

function Typical({ text, source }: { text: string; source: string }) {
  return <span title={`Source: ${source}`}>{typicalText(text)}</span>
}
