import type { Card } from './card.ts'
import { framing } from './framing.ts'
import { monitorMatrix } from './monitor-matrix.ts'
import { options } from './options.ts'
import { requirement } from './requirement.ts'

/** Every card, in the order of the steps that ask for it. */
export const cards: readonly Card[] = [requirement, framing, options, monitorMatrix]

const byId = new Map(cards.map((card) => [card.id, card]))

/** The card of a type as a design names it, `options` or `card-options`; undefined for one that this version does not know. */
export function findCard(type: string): Card | undefined {
  return byId.get(type.replace(/^card-/, ''))
}
