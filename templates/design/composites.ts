import { funnelFromDesign } from '../../shapes/funnel/funnelFromDesign.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { FUNNEL } from '../../shapes/funnel/schema.ts'
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
    const props = funnelFromDesign(composite.props)
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
