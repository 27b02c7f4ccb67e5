import type { DesignComposite, DesignNode } from '../../src/domain/design.ts'
import type { Surroundings } from '../shared/surroundings.ts'
import { orderedLayers } from './layers.ts'
import { LAYER_STACK, type LayerStackShape } from './schema.ts'

/** A layer stack as a design has it: one node, and its layers bottom to top; a skip names a layer by its place, from 1. */
export function readLayerStack(
  { id, props }: LayerStackShape,
  { step, lane }: Surroundings,
): { node: DesignNode; composite: DesignComposite } {
  const { label } = props
  const layers = orderedLayers(props.layers)
  const places = new Map(layers.map((layer, i) => [layer.id, i + 1]))
  return {
    node: { id, kind: LAYER_STACK, zone: props.zone ?? lane ?? 'offline', label, props: {}, step },
    composite: {
      id,
      type: LAYER_STACK,
      step,
      props: {
        label,
        layers: layers.map(({ type, text, units, activation, rate, rows, from }) => ({
          ...{ type, text, units, activation, rate, rows },
          from: from === null ? null : (places.get(from) ?? null),
        })),
      },
    },
  }
}
