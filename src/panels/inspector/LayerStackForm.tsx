import { useEditor } from 'tldraw'
import { LAYER_NAMES } from '../../../shapes/layer-stack/defaults.ts'
import { addLayer, moveLayer, removeLayer, topLayer } from '../../../shapes/layer-stack/edits.ts'
import { orderedLayers } from '../../../shapes/layer-stack/layers.ts'
import { LAYER_RULES } from '../../../shapes/layer-stack/rules.ts'
import type { LayerStackShape } from '../../../shapes/layer-stack/schema.ts'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import type { Edit } from '../../../shapes/shared/panel/layout.ts'
import { editLeaves, setLeaf } from '../../canvas/edit.ts'
import { type CountedLayer, countLayers, LAYER_TYPES, totalParameters } from '../../domain/layerStack.ts'
import { formatNumber } from '../../domain/units.ts'
import { ChoiceField, NumberField, TextField } from './fields.tsx'
import { AddButton, RowButton } from './RowButtons.tsx'
import { ZoneField } from './ZoneField.tsx'

const TYPE_NAMES = {
  ...LAYER_NAMES,
  normalise: 'Normalisation',
  skip: 'Skip connection',
  other: 'Other (attention, convolution …)',
} as const
const TYPES = LAYER_TYPES.map((type) => [type, TYPE_NAMES[type]] as const)

type Layer = ReturnType<typeof orderedLayers>[number]

/** A layer stack: its layers, the top one first as they are drawn, and how much they learn. */
export function LayerStackForm({ shape }: { shape: LayerStackShape }) {
  const editor = useEditor()
  const { label, zone, layers } = shape.props
  const ordered = drawnRows(orderedLayers(layers))
  const counted = countLayers(ordered)
  const { known, unknown } = totalParameters(counted)
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  const make = ({ leaves }: Edit) => editLeaves(editor, shape.id, leaves)
  return (
    <>
      <TextField label="Label" value={label} onCommit={set('label')} />
      <ZoneField shape={shape.id} zone={zone} usual="offline" onCommit={set('zone')} />
      <p className="inspector-about">
        Parameters{ordered.length < Object.keys(layers).length && ` of the first ${ordered.length} layers`}:{' '}
        <span className="mono">{known === 0 && unknown > 0 ? '–' : formatNumber(known, 'count')}</span>
        {unknown > 0 && `, without ${unknown} ${unknown === 1 ? 'layer' : 'layers'} of which it is unknown`}.
      </p>
      <AddButton onPress={() => make(addLayer(layers, topLayer(layers)))}>Layer</AddButton>
      {ordered
        .map((layer, i) => ({ layer, i }))
        .toReversed()
        .map(({ layer, i }) => (
          <section key={layer.id} className="inspector-part" aria-label={`Layer ${i + 1}: ${layer.text}`}>
            <header>
              <span className="inspector-number">{i + 1}</span>
              <b>{layer.text || TYPE_NAMES[layer.type]}</b>
              <RowButton
                label={`Move ${layer.text} up`}
                isDisabled={moveLayer(layers, layer.id, 1).leaves.length === 0}
                onPress={() => make(moveLayer(layers, layer.id, 1))}
              >
                ↑
              </RowButton>
              <RowButton
                label={`Move ${layer.text} down`}
                isDisabled={moveLayer(layers, layer.id, -1).leaves.length === 0}
                onPress={() => make(moveLayer(layers, layer.id, -1))}
              >
                ↓
              </RowButton>
              <RowButton label={`Remove ${layer.text}`} onPress={() => make(removeLayer(layers, layer.id))}>
                ×
              </RowButton>
            </header>
            <LayerFields
              layer={layer}
              below={ordered.slice(0, i)}
              counted={counted[i]}
              set={(leaf) => set(`layers.${layer.id}.${leaf}`)}
            />
          </section>
        ))}
    </>
  )
}

interface LayerFieldsProps {
  layer: Layer
  /** Where a skip connection can begin. */
  below: readonly Layer[]
  counted: CountedLayer | undefined
  set: (leaf: string) => (value: unknown) => void
}

function LayerFields({ layer, below, counted, set }: LayerFieldsProps) {
  const { type } = layer
  const hasUnits = type === 'embedding' || type === 'dense' || type === 'head' || type === 'other'
  return (
    <>
      <ChoiceField label="Type" value={type} choices={TYPES} onCommit={set('type')} />
      <TextField label="Name" value={layer.text} onCommit={set('text')} />
      {type === 'embedding' && (
        <NumberField label="Rows" value={layer.rows} rule={LAYER_RULES.rows} onCommit={set('rows')} />
      )}
      {hasUnits && (
        <NumberField label="Units" value={layer.units} rule={LAYER_RULES.units} onCommit={set('units')} />
      )}
      {(type === 'dense' || type === 'head') && (
        <TextField label="Activation" value={layer.activation} onCommit={set('activation')} />
      )}
      {type === 'dropout' && (
        <NumberField label="Rate" value={layer.rate} rule={LAYER_RULES.rate} onCommit={set('rate')} />
      )}
      {type === 'skip' && (
        <ChoiceField
          label="Begins at"
          value={layer.from ?? ''}
          choices={[['', 'say where'], ...below.map(({ id, text }, n) => [id, `${n + 1} ${text}`] as const)]}
          onCommit={(from) => set('from')(from === '' ? null : from)}
        />
      )}
      {counted && <Learned counted={counted} />}
    </>
  )
}

function Learned({ counted: { parameters, missing, fault } }: { counted: CountedLayer }) {
  if (fault) return <p className="inspector-about">{fault}</p>
  if (parameters === 0) return null
  return (
    <p className="inspector-about">
      {parameters === null ? (
        `Parameters unknown: say ${missing.join(' and ')}.`
      ) : (
        <>
          Learns <span className="mono">{formatNumber(parameters, 'count')}</span> numbers.
        </>
      )}
    </p>
  )
}
