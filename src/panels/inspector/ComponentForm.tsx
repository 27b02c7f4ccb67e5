import { useEditor } from 'tldraw'
import { findKind } from '../../../shapes/catalog/index.ts'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import type { ComponentShape } from '../../../shapes/component/schema.ts'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import { setLeaf } from '../../canvas/edit.ts'
import { TextField } from './fields.tsx'
import { PropertyField } from './PropertyField.tsx'
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
      <ZoneField shape={shape.id} zone={zone} usual={kind?.zone ?? null} onCommit={set('zone')} />
      {[...listed, ...drawnRows(others).map((id) => ({ id }))].map((property) => (
        <PropertyField
          key={property.id}
          id={property.id}
          property={findProperty(property.id)}
          typical={'typical' in property ? property.typical : undefined}
          value={values[property.id]}
          onCommit={set(`values.${property.id}`)}
        />
      ))}
    </>
  )
}
