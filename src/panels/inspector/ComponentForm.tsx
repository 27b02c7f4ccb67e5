import { useEditor } from 'tldraw'
import { findKind } from '../../../shapes/catalog/index.ts'
import type { KindProperty } from '../../../shapes/catalog/kind.ts'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import type { ComponentShape } from '../../../shapes/component/schema.ts'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import { setLeaf } from '../../canvas/edit.ts'
import type { PropertyValue } from '../../domain/design.ts'
import { ChoiceField, FlagField, ListField, NumberField, TextField } from './fields.tsx'
import { ZoneField } from './ZoneField.tsx'

/** What a component is: its label, zone and the properties of its kind. */
export function ComponentForm({ shape }: { shape: ComponentShape }) {
  const editor = useEditor()
  const { label, zone, kind: kindId, values } = shape.props
  const kind = findKind(kindId)
  const listed = kind?.properties ?? []
  const others = Object.keys(values)
    .filter((id) => !listed.some((property) => property.id === id))
    .sort()
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  return (
    <>
      <TextField label="Label" value={label} onCommit={set('label')} />
      <ZoneField zone={zone} usual={kind?.zone ?? null} onCommit={set('zone')} />
      {[...listed, ...drawnRows(others).map((id) => ({ id }))].map((property) => (
        <PropertyField
          key={property.id}
          id={property.id}
          typical={'typical' in property ? property.typical : undefined}
          value={values[property.id]}
          onCommit={set(`values.${property.id}`)}
        />
      ))}
    </>
  )
}

interface PropertyFieldProps {
  id: string
  typical: KindProperty['typical']
  value: PropertyValue | undefined
  /** Undefined: no value any more. */
  onCommit: (value: PropertyValue | undefined) => void
}

/** One property by its type; one that this version does not know is shown as text and kept. */
function PropertyField({ id, typical, value, onCommit }: PropertyFieldProps) {
  const property = findProperty(id)
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
  return <span title={`Source: ${source}`}>typical: {text}</span>
}
