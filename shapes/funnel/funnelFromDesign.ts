import { getIndices } from '@tldraw/utils'
import type { NumberRule } from '../../src/domain/units.ts'
import { figureOf, textOf, type Values } from '../shared/designValues.ts'
import { funnelDefaults, funnelStage } from './defaults.ts'
import type { FunnelProps, FunnelStage } from './schema.ts'

/** A design's counts may be means, and so no whole numbers. */
const COUNT: NumberRule = { unit: 'count', min: Number.MIN_VALUE }
const LANES: NumberRule = { unit: 'count', min: 1, whole: true }

/**
 * The properties of a funnel that a design carries, the reverse of `readFunnel`. What a file holds that no
 * funnel can is left out; a stage without an id of its own gets one.
 */
export function funnelFromDesign(props: Values): FunnelProps {
  const defaults = funnelDefaults()
  return {
    ...defaults,
    label: textOf(props.label, defaults.label),
    items: textOf(props.items, defaults.items),
    about: textOf(props.about),
    sla: figureOf(props.sla, { unit: 'ms' }),
    qps: figureOf(props.qps, { unit: 'per second' }),
    stages: stagesOf(Array.isArray(props.stages) ? props.stages.filter(isObject) : []),
  }
}

function stagesOf(given: readonly Values[]): Record<string, FunnelStage> {
  const orders = getIndices(given.length)
  const stages: Record<string, FunnelStage> = {}
  let passedOn: number | null = null
  for (const [n, stage] of given.entries()) {
    const order = orders[n]
    if (!order) continue
    const read = stageOf(stage, passedOn)
    passedOn = read.itemsOut ?? null
    stages[freeId(stage.id, n, stages)] = funnelStage(order, read)
  }
  return stages
}

function stageOf(stage: Values, passedOn: number | null): Partial<FunnelStage> {
  const itemsIn = figureOf(stage.itemsIn, COUNT)
  return {
    name: textOf(stage.name),
    model: textOf(stage.model),
    objective: textOf(stage.objective),
    // What the stage before lets through is not said twice, and so follows it.
    itemsIn: itemsIn === passedOn ? null : itemsIn,
    itemsOut: figureOf(stage.itemsOut, COUNT),
    recall: figureOf(stage.recall, { unit: 'share', max: 1 }),
    p99: figureOf(stage.p99, { unit: 'ms' }),
    costPerItemUs: figureOf(stage.costPerItemUs, { unit: 'µs' }),
    lanes: figureOf(stage.lanes, LANES),
    adds: stage.adds === true,
  }
}

/** Ids become part of paths, so they are of letters, digits, - and _ alone. */
function freeId(id: unknown, n: number, taken: Values): string {
  if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id) && id !== '__proto__' && !Object.hasOwn(taken, id))
    return id
  let free = `s${n + 1}`
  while (Object.hasOwn(taken, free)) free = `${free}x`
  return free
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
