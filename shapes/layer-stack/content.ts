import type { WithId } from '../../src/domain/order.ts'
import { editableNumber, formatNumber, type NumberRule } from '../../src/domain/units.ts'
import type { Segment } from '../shared/panel/segments.ts'
import { LAYER_RULES } from './rules.ts'
import type { StackLayer } from './schema.ts'

export type PlacedLayer = WithId<StackLayer>

/** What stands in a layer beside its name. */
export function detailsOf(layer: PlacedLayer): Segment[] {
  const figure = (leaf: 'units' | 'rows' | 'rate', label: string, unknown: string): Segment => {
    const rule: NumberRule = LAYER_RULES[leaf]
    const value = layer[leaf]
    const edited = value === null ? '' : editableNumber(value, rule.unit)
    const path = `layers.${layer.id}.${leaf}`
    return {
      text: value === null ? unknown : formatNumber(value, rule.unit),
      field: { path, label: `${label} of ${layer.text || 'the layer'}`, text: edited, number: rule },
    }
  }
  switch (layer.type) {
    case 'embedding':
      return [figure('rows', 'Rows', '– rows'), { text: '×' }, figure('units', 'Numbers', '–')]
    case 'dense':
    case 'head':
      return [figure('units', 'Units', '– units'), activation(layer)]
    case 'dropout':
      return [figure('rate', 'Rate', '–')]
    case 'other':
      return [{ text: '→' }, figure('units', 'Numbers out', '–')]
    default:
      return []
  }
}

function activation({ id, text, activation }: PlacedLayer): Segment {
  const label = `Activation of ${text || 'the layer'}`
  return { text: activation, field: { path: `layers.${id}.activation`, label, text: activation } }
}
