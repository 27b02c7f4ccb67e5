import type { DesignComposite, DesignNode, PropertyValue } from '../../src/domain/design.ts'
import { latencySum, recallBound, stageFigures } from '../../src/domain/estimate/funnel.ts'
import { inOrder } from '../../src/domain/order.ts'
import type { Surroundings } from '../shared/surroundings.ts'
import { FUNNEL, type FunnelShape } from './schema.ts'

/** A funnel as a design has it: one node with its totals, and the composite with its stages in order. */
export function readFunnel(
  { id, props }: FunnelShape,
  { step, lane }: Surroundings,
): { node: DesignNode; composite: DesignComposite } {
  const { label, items, about, sla, qps } = props
  const figures = stageFigures(props.stages)
  const stages = inOrder(props.stages).map(({ order: _, lanes, adds, ...stage }, n) => ({
    ...stage,
    itemsIn: figures[n]?.itemsIn ?? null,
    ...(lanes === null ? {} : { lanes }),
    ...(adds ? { adds } : {}),
  }))
  const totals: Record<string, PropertyValue | null | undefined> = {
    itemsIn: figures[0]?.itemsIn,
    itemsOut: figures.at(-1)?.itemsOut,
    recall: recallBound(stages)?.value,
    p99: latencySum(stages)?.value,
    qps,
  }
  return {
    node: {
      id,
      kind: FUNNEL,
      zone: props.zone ?? lane ?? 'online',
      label,
      props: present(totals),
      step,
    },
    composite: {
      id,
      type: FUNNEL,
      step,
      props: { label, items, ...present({ about: about || null, sla, qps }), stages },
    },
  }
}

function present(values: Readonly<Record<string, PropertyValue | null | undefined>>) {
  const known: Record<string, PropertyValue> = {}
  for (const [id, value] of Object.entries(values))
    if (value !== null && value !== undefined) known[id] = value
  return known
}
