import { getIndices, type IndexKey } from '@tldraw/utils'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { FUNNEL, type FunnelProps, type FunnelStage } from '../../shapes/funnel/schema.ts'
import { twoTowerDefaults } from '../../shapes/two-tower/defaults.ts'
import { twoTowerLayout } from '../../shapes/two-tower/layout.ts'
import { type Tower, TWO_TOWER, type TwoTowerProps } from '../../shapes/two-tower/schema.ts'
import type { DesignComposite } from '../../src/domain/design.ts'

/** A shape's type and properties, and how large it is drawn. */
export interface DrawnShape {
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
  readonly size: { readonly w: number; readonly h: number }
}

type Draw = (composite: DesignComposite) => DrawnShape

/** How each type of composite becomes a shape. */
const DRAWN: Readonly<Record<string, Draw>> = {
  [FUNNEL]: (composite) => {
    const props = funnelProps(composite)
    const { w, h } = funnelLayout(props)
    return { type: FUNNEL, props: { ...props, w, h }, size: { w, h } }
  },
  [TWO_TOWER]: (composite) => {
    const props = twoTowerProps(composite)
    const { w, h } = twoTowerLayout(props)
    return { type: TWO_TOWER, props: { ...props, w, h }, size: { w, h } }
  },
}

/** The shape of a composite; null for a type that this version does not know. */
export function compositeShape(composite: DesignComposite): DrawnShape | null {
  return Object.hasOwn(DRAWN, composite.type) ? (DRAWN[composite.type]?.(composite) ?? null) : null
}

type Json = Readonly<Record<string, unknown>>

function funnelProps({ props }: DesignComposite): FunnelProps {
  const defaults = funnelDefaults()
  const listed = Array.isArray(props.stages) ? props.stages.filter(isObject) : []
  const orders = getIndices(listed.length)
  const stages = listed.map((stage, n): [string, FunnelStage] => [`s${n + 1}`, stageOf(stage, orders[n])])
  return {
    ...defaults,
    label: textOf(props.label),
    items: textOf(props.items),
    stages: Object.fromEntries(stages),
  }
}

function stageOf(stage: Json, order: IndexKey | undefined): FunnelStage {
  const share = numberOf(stage.recall, 0)
  return {
    order: order ?? ('a1' as IndexKey),
    name: textOf(stage.name),
    model: textOf(stage.model),
    objective: textOf(stage.objective),
    itemsIn: numberOf(stage.itemsIn, Number.MIN_VALUE),
    itemsOut: numberOf(stage.itemsOut, Number.MIN_VALUE),
    recall: share !== null && share <= 1 ? share : null,
    p99: numberOf(stage.p99, 0),
    costPerItemUs: numberOf(stage.costPerItemUs, 0),
  }
}

function twoTowerProps({ props }: DesignComposite): TwoTowerProps {
  const defaults = twoTowerDefaults()
  return {
    ...defaults,
    label: textOf(props.label),
    query: towerOf(props.query),
    item: towerOf(props.item),
    similarity: props.similarity === 'dot' ? 'dot' : 'cosine',
    loss: textOf(props.loss),
    negatives: textOf(props.negatives),
  }
}

function towerOf(given: unknown): Tower {
  const tower = isObject(given) ? given : {}
  const dim = numberOf(tower.dim, 0)
  return {
    name: textOf(tower.name),
    version: textOf(tower.version),
    inputs: linesOf('i', tower.inputs),
    layers: linesOf('l', tower.layers),
    dim: dim !== null && Number.isInteger(dim) ? dim : null,
  }
}

function linesOf(prefix: string, given: unknown): Tower['inputs'] {
  const texts = Array.isArray(given) ? given : []
  const orders = getIndices(texts.length)
  return Object.fromEntries(
    texts.map((text, n) => [
      `${prefix}${n + 1}`,
      { order: orders[n] ?? ('a1' as IndexKey), text: textOf(text) },
    ]),
  )
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The number if it is one and not smaller than that. */
function numberOf(value: unknown, least: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : null
}
