import { assumption } from './assumption.ts'
import type { Card } from './card.ts'
import { featureTable } from './feature-table.ts'
import { framing } from './framing.ts'
import { metrics } from './metrics.ts'
import { monitorMatrix } from './monitor-matrix.ts'
import { options } from './options.ts'
import { requirement } from './requirement.ts'
import { risk } from './risk.ts'
import { rollout } from './rollout.ts'
import { training } from './training.ts'

/** Every card, in the order of the steps that ask for it. */
export const cards: readonly Card[] = [
  requirement,
  assumption,
  framing,
  featureTable,
  options,
  training,
  metrics,
  monitorMatrix,
  rollout,
  risk,
]

const byId = new Map(cards.map((card) => [card.id, card]))

/** The card of a type as a design names it, `options` or `card-options`; undefined for one that this version does not know. */
export function findCard(type: string): Card | undefined {
  return byId.get(type.replace(/^card-/, ''))
}
