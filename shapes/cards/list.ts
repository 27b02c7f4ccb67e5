import { assumption } from './assumption.ts'
import { capacity } from './capacity.ts'
import type { Card } from './card.ts'
import { classBalance } from './class-balance.ts'
import { confusion } from './confusion.ts'
import { experiment } from './experiment.ts'
import { featureTable } from './feature-table.ts'
import { framing } from './framing.ts'
import { latencyBudget } from './latency-budget.ts'
import { metrics } from './metrics.ts'
import { monitorMatrix } from './monitor-matrix.ts'
import { options } from './options.ts'
import { requirement } from './requirement.ts'
import { risk } from './risk.ts'
import { rollout } from './rollout.ts'
import { split } from './split.ts'
import { training } from './training.ts'

/** Every card, in the order of the steps that ask for it. */
export const cards: readonly Card[] = [
  requirement,
  capacity,
  assumption,
  framing,
  featureTable,
  split,
  classBalance,
  options,
  training,
  metrics,
  confusion,
  experiment,
  monitorMatrix,
  latencyBudget,
  rollout,
  risk,
]

const byId = new Map(cards.map((card) => [card.id, card]))

/** The card of a type as a design names it, `options` or `card-options`; undefined for one that this version does not know. */
export function findCard(type: string): Card | undefined {
  return byId.get(type.replace(/^card-/, ''))
}
