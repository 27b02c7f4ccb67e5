import { useEditor } from 'tldraw'
import { findProperty } from '../../../shapes/catalog/properties.ts'
import { CLUSTER_PROPERTIES } from '../../../shapes/zone-frame/clusterProperties.ts'
import { zoneFrameName } from '../../../shapes/zone-frame/names.ts'
import type { ZoneFrameShape } from '../../../shapes/zone-frame/schema.ts'
import { setLeaf } from '../../canvas/edit.ts'
import { TextField } from './fields.tsx'
import { PropertyField } from './PropertyField.tsx'
import { ZoneField } from './ZoneField.tsx'

/** A lane or a cluster: its name, the zone of what stands in it, and what one knows of a cluster. */
export function ZoneFrameForm({ shape }: { shape: ZoneFrameShape }) {
  const editor = useEditor()
  const { kind, label, zone, values } = shape.props
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  const isCluster = kind === 'k8s-cluster'
  return (
    <>
      <TextField
        label="Label"
        value={label}
        placeholder={zoneFrameName({ ...shape.props, label: '' })}
        onCommit={set('label')}
      />
      <ZoneField
        shape={shape.id}
        zone={zone}
        usual={isCluster ? 'online' : null}
        unset={isCluster ? undefined : 'does not say'}
        onCommit={set('zone')}
      />
      {isCluster &&
        CLUSTER_PROPERTIES.map(({ id, typical }) => (
          <PropertyField
            key={id}
            id={id}
            property={findProperty(id)}
            typical={typical}
            value={values[id]}
            onCommit={set(`values.${id}`)}
          />
        ))}
    </>
  )
}
