import { differingFields } from './value.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Which stage of mine stands where theirs does; undefined where the other funnel has none there. */
export type StagePair =
  | readonly [mine: Fields, theirs: Fields]
  | readonly [mine: Fields, theirs: undefined]
  | readonly [mine: undefined, theirs: Fields]

/** What a stage costs that only one funnel has. */
const LONE = 1
const PER_FIELD = 0.25
const MOST = 1.8
const OTHER_NAME = 0.1

/** Two orders of stages side by side, such that the least differs. */
export function alignStages(mine: readonly Fields[], theirs: readonly Fields[]): StagePair[] {
  const best: Step[][] = []
  for (let i = 0; i <= mine.length; i++) {
    best[i] = []
    for (let j = 0; j <= theirs.length; j++)
      best[i]?.push(cheapest(best, [mine[i - 1], theirs[j - 1]], [i, j]))
  }
  const pairs: StagePair[] = []
  for (let step = best[mine.length]?.[theirs.length]; step?.pair; step = step.before) pairs.unshift(step.pair)
  return pairs
}

interface Step {
  readonly cost: number
  readonly pair?: StagePair
  readonly before?: Step
}

function cheapest(
  best: readonly (readonly Step[])[],
  [a, b]: readonly [Fields | undefined, Fields | undefined],
  [i, j]: readonly [number, number],
): Step {
  const steps: Step[] = []
  const add = (before: Step | undefined, cost: number, pair: StagePair) => {
    if (before) steps.push({ cost: before.cost + cost, pair, before })
  }
  if (a && b) add(best[i - 1]?.[j - 1], stageCost(a, b), [a, b])
  if (a) add(best[i - 1]?.[j], LONE, [a, undefined])
  if (b) add(best[i]?.[j - 1], LONE, [undefined, b])
  return steps.reduce((least, step) => (step.cost < least.cost ? step : least), steps[0] ?? { cost: 0 })
}

/** The fields that say what a stage does; its name is wording, and what comes in is what the one before let out. */
export function stageFields(stage: Fields): Fields {
  return Object.fromEntries(Object.entries(stage).filter(([key]) => !['id', 'name', 'itemsIn'].includes(key)))
}

function stageCost(a: Fields, b: Fields): number {
  const fields = differingFields(stageFields(a), stageFields(b)).length
  const name = differingFields({ name: a.name }, { name: b.name }).length
  return Math.min(MOST, fields * PER_FIELD + name * OTHER_NAME)
}
