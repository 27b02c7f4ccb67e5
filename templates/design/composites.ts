import { getIndices, type IndexKey } from '@tldraw/utils'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { FUNNEL, type FunnelProps, type FunnelStage } from '../../shapes/funnel/schema.ts'
import { layerStackFromDesign } from '../../shapes/layer-stack/layerStackFromDesign.ts'
import { layerStackLayout } from '../../shapes/layer-stack/layout.ts'
import { LAYER_STACK } from '../../shapes/layer-stack/schema.ts'
import { twoTowerLayout } from '../../shapes/two-tower/layout.ts'
import { TWO_TOWER } from '../../shapes/two-tower/schema.ts'
import { twoTowerFromDesign } from '../../shapes/two-tower/twoTowerFromDesign.ts'
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
    const props = twoTowerFromDesign(composite.props)
    const { w, h } = twoTowerLayout(props)
    return { type: TWO_TOWER, props: { ...props, w, h }, size: { w, h } }
  },
  [LAYER_STACK]: (composite) => {
    const props = layerStackFromDesign(composite.props)
    const { w, h } = layerStackLayout(props)
    return { type: LAYER_STACK, props: { ...props, w, h }, size: { w, h } }
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
