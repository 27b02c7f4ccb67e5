import type { DesignComposite, DesignNode, PropertyValue } from '../../src/domain/design.ts'
import { withoutNoise } from '../../src/domain/estimate/formula.ts'
import { inOrder } from '../../src/domain/order.ts'
import type { Surroundings } from '../shared/surroundings.ts'
import { type Tower, type TowerLine, TWO_TOWER, type TwoTowerProps, type TwoTowerShape } from './schema.ts'

/**
 * A two-tower as a design has it: one node, and the composite with both towers' inputs and layers in order. The
 * view that is shown is how somebody looks at it, and no part of the design.
 */
export function readTwoTower(
  { id, props }: TwoTowerShape,
  { step, lane }: Surroundings,
): { node: DesignNode; composite: DesignComposite } {
  const { label, similarity, loss, negatives, qps, costPerItemUs } = props
  const zone = props.zone ?? lane ?? 'offline'
  return {
    node: { id, kind: TWO_TOWER, zone, label, props: nodeProps(props), step },
    composite: {
      id,
      type: TWO_TOWER,
      step,
      props: {
        label,
        query: readTower(props.query),
        item: readTower(props.item),
        index: { ...props.index },
        similarity,
        loss,
        negatives,
        qps,
        costPerItemUs,
      },
    },
  }
}

/** What holds of the whole: a length or version only where no part says otherwise. */
function nodeProps({ query, item, index, loss, negatives }: TwoTowerProps): Record<string, PropertyValue> {
  const { items, bytes, refresh_h } = index
  const values = {
    dim: agreed([query.dim, item.dim, index.dim]),
    version: agreed([query.version, item.version, index.version].map((text) => text.trim() || null)),
    items,
    // Alone it says nothing: a new model has it.
    bytes: items === null ? null : bytes,
    refresh_h,
    p99: query.p99 === null || index.p99 === null ? null : withoutNoise(query.p99 + index.p99),
  }
  const known = Object.entries(values).filter(
    (entry): entry is [string, number | string] => entry[1] !== null,
  )
  return { loss, negatives, ...Object.fromEntries(known) }
}

function agreed<Value>(values: readonly (Value | null)[]): Value | null {
  const known = [...new Set(values.filter((value) => value !== null))]
  return known.length === 1 ? (known[0] ?? null) : null
}

function readTower({ name, inputs, layers, dim, runs, version, p99 }: Tower) {
  return { name, inputs: texts(inputs), layers: texts(layers), dim, runs, version, p99 }
}

function texts(lines: Readonly<Record<string, TowerLine>>): string[] {
  return inOrder(lines).map(({ text }) => text)
}
