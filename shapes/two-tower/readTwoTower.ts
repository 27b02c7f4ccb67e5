import type { DesignComposite, DesignNode, PropertyValue } from '../../src/domain/design.ts'
import { inOrder } from '../../src/domain/order.ts'
import type { Surroundings } from '../shared/surroundings.ts'
import { type Tower, type TowerLine, TWO_TOWER, type TwoTowerShape } from './schema.ts'

/** A two-tower as a design has it: one node, and the composite with both towers' inputs and layers in order. */
export function readTwoTower(
  { id, props }: TwoTowerShape,
  { step, lane }: Surroundings,
): { node: DesignNode; composite: DesignComposite } {
  const { label, similarity, loss, negatives } = props
  const query = readTower(props.query)
  const item = readTower(props.item)
  const values: Record<string, PropertyValue> = { loss, negatives }
  if (query.dim !== null && query.dim === item.dim) values.dim = query.dim
  return {
    node: { id, kind: TWO_TOWER, zone: props.zone ?? lane ?? 'offline', label, props: values, step },
    composite: { id, type: TWO_TOWER, step, props: { label, query, item, similarity, loss, negatives } },
  }
}

function readTower({ name, inputs, layers, dim, version }: Tower) {
  return { name, inputs: texts(inputs), layers: texts(layers), dim, version }
}

function texts(lines: Readonly<Record<string, TowerLine>>): string[] {
  return inOrder(lines).map(({ text }) => text)
}
