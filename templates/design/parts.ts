import { componentDefaults } from '../../shapes/component/defaults.ts'
import { layoutComponent } from '../../shapes/component/layout.ts'
import { COMPONENT, type ComponentProps } from '../../shapes/component/schema.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { ZONE_FRAME } from '../../shapes/zone-frame/schema.ts'
import type { Design, DesignNode } from '../../src/domain/design.ts'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { around, type Box } from './box.ts'
import { compositeShape, type DrawnShape } from './composites.ts'

/** Something of a design that stands on the board and that links join. Boxes are px from its shape's corner. */
export interface Part {
  readonly id: string
  readonly zone: Zone
  readonly step: number | null
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
  /** On which links dock. */
  readonly outline: Box
  /** With the text that stands below a figure. */
  readonly whole: Box
}

const CLUSTER = 'k8s-cluster'
const CLUSTER_SIZE = { w: 320, h: 160 } as const

/** Everything of a design that becomes a shape with links, in its order; a lane says where each one runs. */
export function partsOf({ nodes, composites }: Design): Part[] {
  const drawn = new Map(composites.map((composite) => [composite.id, composite]))
  const ofNodes = nodes.map((node) => {
    const composite = drawn.get(node.id)
    const shape = composite && compositeShape(composite)
    return shape ? panelPart(node, shape) : nodePart(node)
  })
  const known = new Set(nodes.map(({ id }) => id))
  const loose = composites.flatMap((composite) => {
    const { id, step } = composite
    const shape = known.has(id) ? null : compositeShape(composite)
    return shape ? [panelPart({ id, zone: ZONES[0], step }, shape)] : []
  })
  return [...ofNodes, ...loose]
}

function nodePart(node: DesignNode): Part {
  const { id, kind, zone, label, step } = node
  const values = { ...node.props }
  if (kind === CLUSTER) {
    const props = { ...zoneFrameDefaults(CLUSTER), ...CLUSTER_SIZE, label, values }
    return panelPart({ id, zone, step }, { type: ZONE_FRAME, props, size: CLUSTER_SIZE })
  }
  const props: ComponentProps = { ...componentDefaults(kind), label, values }
  const { dock, text, drawing } = layoutComponent(props)
  const outline = around(dock.map(({ x, y }) => ({ x, y, w: 0, h: 0 })))
  const marks = drawing.mark
    ? [{ x: drawing.mark.x, y: drawing.mark.y, w: drawing.mark.size, h: drawing.mark.size }]
    : []
  return {
    id,
    zone,
    step,
    type: COMPONENT,
    props: { ...props },
    outline,
    whole: around([outline, text, ...marks]),
  }
}

/** What is its own outline. */
function panelPart(
  { id, zone, step }: Pick<DesignNode, 'id' | 'zone' | 'step'>,
  { type, props, size }: DrawnShape,
): Part {
  const outline = { x: 0, y: 0, ...size }
  return { id, zone, step, type, props, outline, whole: outline }
}
