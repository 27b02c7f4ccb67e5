import { getIndices } from '@tldraw/utils'
import type { DesignComposite, DesignNode } from '../../src/domain/design.ts'
import { type NumberRule, parseNumber } from '../../src/domain/units.ts'
import { funnelDefaults, funnelStage } from './defaults.ts'
import type { FunnelProps, FunnelStage } from './schema.ts'

type Given = Readonly<Record<string, unknown>>

const COUNT: NumberRule = { unit: 'count', min: 1, whole: true }

/**
 * The properties of a funnel that a design carries, the reverse of `readFunnel`. What a file holds that no
 * funnel can is left out; a stage without an id of its own gets one.
 */
export function funnelFromDesign(
  props: DesignComposite['props'],
  node?: Pick<DesignNode, 'label' | 'zone'>,
): FunnelProps {
  const defaults = funnelDefaults()
  return {
    ...defaults,
    label: textOf(props.label) || node?.label || defaults.label,
    items: textOf(props.items) || defaults.items,
    about: textOf(props.about),
    sla: numberOf(props.sla, { unit: 'ms' }),
    qps: numberOf(props.qps, { unit: 'per second' }),
    zone: node?.zone ?? null,
    stages: stagesOf(Array.isArray(props.stages) ? props.stages.filter(isObject) : []),
  }
}

function stagesOf(given: readonly Given[]): Record<string, FunnelStage> {
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

function stageOf(stage: Given, passedOn: number | null): Partial<FunnelStage> {
  const itemsIn = numberOf(stage.itemsIn, COUNT)
  return {
    name: textOf(stage.name),
    model: textOf(stage.model),
    objective: textOf(stage.objective),
    // What the stage before lets through is not said twice, and so follows it.
    itemsIn: itemsIn === passedOn ? null : itemsIn,
    itemsOut: numberOf(stage.itemsOut, COUNT),
    recall: numberOf(stage.recall, { unit: 'share', max: 1 }),
    p99: numberOf(stage.p99, { unit: 'ms' }),
    costPerItemUs: numberOf(stage.costPerItemUs, { unit: 'µs' }),
    lanes: numberOf(stage.lanes, COUNT),
    adds: stage.adds === true,
  }
}

/** Ids become part of paths, so they are of letters, digits, - and _ alone. */
function freeId(id: unknown, n: number, taken: Given): string {
  if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id) && id !== '__proto__' && !Object.hasOwn(taken, id))
    return id
  let free = `s${n + 1}`
  while (Object.hasOwn(taken, free)) free = `${free}x`
  return free
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown, rule: NumberRule): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const parsed = parseNumber(String(value), rule)
  return parsed.ok ? parsed.value : null
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
