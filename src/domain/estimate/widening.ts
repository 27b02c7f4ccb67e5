import { inOrder } from '../order.ts'
import { editableNumber } from '../units.ts'
import { type FunnelStageInput, stageFigures } from './funnel.ts'

interface Widening {
  /** The stage that it shows at. */
  readonly id: string
  /** What does not match, in a sentence. */
  readonly text: string
}

interface NamedStage extends FunnelStageInput {
  readonly name: string
  /** It may let more through than comes in. */
  readonly adds: boolean
}

/** Where a funnel grows wider, as rule R10 has it: at most one sentence for each stage, first to last. */
export function widenings(stages: Readonly<Record<string, NamedStage>>): Widening[] {
  const ordered = inOrder(stages)
  const figures = stageFigures(stages)
  return ordered.flatMap(({ id, name, itemsIn, itemsOut, adds }, n) => {
    if (adds) return []
    const before = ordered[n - 1]
    const entering = figures[n]?.itemsIn ?? null
    if (before && itemsIn !== null && before.itemsOut !== null && itemsIn > before.itemsOut)
      return [
        {
          id,
          text: `${quoted(before.name)} lets ${count(before.itemsOut)} through, ${quoted(name)} takes in ${count(itemsIn)}.`,
        },
      ]
    if (entering !== null && itemsOut !== null && itemsOut > entering)
      return [
        { id, text: `${quoted(name)} takes in ${count(entering)} and lets ${count(itemsOut)} through.` },
      ]
    return []
  })
}

function quoted(name: string): string {
  return `“${name || 'Stage'}”`
}

function count(items: number): string {
  return editableNumber(items)
}
