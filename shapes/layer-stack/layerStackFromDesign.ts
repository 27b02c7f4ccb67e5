import { LAYER_TYPES } from '../../src/domain/layerStack.ts'
import { figureOf, textOf, type Values, valuesOf } from '../shared/designValues.ts'
import { layerStackDefaults, newLayer, stacked } from './defaults.ts'
import { LAYER_RULES } from './rules.ts'
import type { LayerStackProps, StackLayer } from './schema.ts'

/** The properties of the shape for a layer stack in a design: the reverse of `readLayerStack`. */
export function layerStackFromDesign(props: Values): LayerStackProps {
  const usual = layerStackDefaults()
  const layers = Array.isArray(props.layers) ? props.layers.map(valuesOf) : []
  return {
    ...usual,
    label: textOf(props.label, usual.label),
    layers: stacked(layers.map((layer) => layerOf(layer, layers.length))),
  }
}

function layerOf(layer: Values, count: number): Omit<StackLayer, 'order'> {
  const type = LAYER_TYPES.find((known) => known === layer.type) ?? 'other'
  const from = typeof layer.from === 'number' && layer.from >= 1 && layer.from <= count ? layer.from : null
  return newLayer(type, {
    text: textOf(layer.text),
    units: figureOf(layer.units, LAYER_RULES.units),
    activation: textOf(layer.activation),
    rate: figureOf(layer.rate, LAYER_RULES.rate),
    rows: figureOf(layer.rows, LAYER_RULES.rows),
    from: from === null ? null : `l${Math.round(from)}`,
  })
}
