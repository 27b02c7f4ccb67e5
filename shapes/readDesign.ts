import type { TLArrowBinding, TLArrowShape, TLRecord, TLShape } from '@tldraw/tlschema'
import type {
  Design,
  DesignCard,
  DesignComposite,
  DesignLink,
  DesignNode,
  PropertyValue,
} from '../src/domain/design.ts'
import { readCard } from './cards/readCard.ts'
import { CARD, type CardShape } from './cards/schema.ts'
import { findKind } from './catalog/index.ts'
import { COMPONENT, type ComponentShape } from './component/schema.ts'
import { readFunnel } from './funnel/readFunnel.ts'
import { FUNNEL, type FunnelShape } from './funnel/schema.ts'
import { readKept } from './kept.ts'
import { readLayerStack } from './layer-stack/readLayerStack.ts'
import { LAYER_STACK, type LayerStackShape } from './layer-stack/schema.ts'
import { LINK, linkMeta } from './link/schema.ts'
import { portOf } from './portAt.ts'
import type { Surroundings } from './shared/surroundings.ts'
import { STEP_FRAME, type StepFrameShape } from './step-frame/schema.ts'
import { readTwoTower } from './two-tower/readTwoTower.ts'
import { TWO_TOWER, type TwoTowerShape } from './two-tower/schema.ts'
import { zoneFrameName } from './zone-frame/names.ts'
import { ZONE_FRAME, type ZoneFrameShape } from './zone-frame/schema.ts'

/** What this version knows nothing of is taken to stand in the request path, where omissions hurt most. */
const DEFAULT_ZONE = 'online'

const REQUIREMENT_CARD = 'requirement'

/** A composite's part in a design: its node and itself have the same id. */
interface ReadComposite {
  readonly node: DesignNode
  readonly composite: DesignComposite
}

/**
 * What a board's records mean. Everything is listed by id, so that the same board reads the same on every
 * machine. Shapes that mean nothing here (text, notes, drawings) and links with a loose end are left out.
 */
export function readDesign(records: Iterable<TLRecord>): Design {
  const shapes = new Map<string, TLShape>()
  const bindings: TLArrowBinding[] = []
  for (const record of records) {
    if (record.typeName === 'shape') shapes.set(record.id, record)
    else if (record.typeName === 'binding' && record.type === 'arrow') bindings.push(record as TLArrowBinding)
  }
  const nodes: DesignNode[] = []
  const composites: DesignComposite[] = []
  const cards: DesignCard[] = []
  const inOrder = [...shapes.values()].sort(byId)
  for (const shape of inOrder) {
    const around = surroundings(shape, shapes)
    if ((shape.type as string) === CARD) cards.push(readCard(shape as unknown as CardShape, around))
    const read = readShape(shape, around)
    if (!read) continue
    nodes.push(read.node)
    if (read.composite) composites.push(read.composite)
  }
  const links = readLinks(shapes, bindings, nodes)
  const kept = inOrder.flatMap((shape) => readKept(shape) ?? [])
  return {
    requirements: requirementsOf(cards),
    nodes,
    links,
    cards: [...cards, ...kept.flatMap((one) => (one.part === 'cards' ? [one.value] : []))],
    composites: onePerId([
      ...composites,
      ...kept.flatMap((one) => (one.part === 'composites' ? [one.value] : [])),
    ]),
  }
}

/** A copy of a text that keeps a composite keeps the same one. */
function onePerId(composites: readonly DesignComposite[]): DesignComposite[] {
  // A board of an older version keeps the id that the file had.
  const plain = (id: string) => id.replace(/^shape:/, '')
  const first = new Map(composites.toReversed().map((composite) => [plain(composite.id), composite]))
  return composites.filter((composite) => first.get(plain(composite.id)) === composite)
}

/** What requirement cards say; of two that say different things, the first. */
function requirementsOf(cards: readonly DesignCard[]): Design['requirements'] {
  const agreed = cards.filter(({ type }) => type === REQUIREMENT_CARD).map(({ fields }) => fields)
  const { title: _, ...requirements } = Object.assign({}, ...agreed.toReversed())
  return requirements
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function readShape(
  shape: TLShape,
  around: Surroundings,
): (Partial<ReadComposite> & { node: DesignNode }) | null {
  switch (shape.type as string) {
    case COMPONENT:
      return { node: componentNode(shape as unknown as ComponentShape, around) }
    case FUNNEL:
      return readFunnel(shape as unknown as FunnelShape, around)
    case TWO_TOWER:
      return readTwoTower(shape as unknown as TwoTowerShape, around)
    case LAYER_STACK:
      return readLayerStack(shape as unknown as LayerStackShape, around)
    case ZONE_FRAME:
      return clusterNode(shape as unknown as ZoneFrameShape, around)
    default:
      return null
  }
}

function componentNode({ id, props }: ComponentShape, { step, lane }: Surroundings): DesignNode {
  const { kind, label, values } = props
  const zone = props.zone ?? lane ?? findKind(kind)?.zone ?? DEFAULT_ZONE
  return { id, kind, zone, label, props: known(values), step }
}

/** A cluster is a part of the system; a plain lane only says where its parts run. */
function clusterNode(
  { id, props }: ZoneFrameShape,
  { step, lane }: Surroundings,
): { node: DesignNode } | null {
  const { kind, values } = props
  if (kind !== 'k8s-cluster') return null
  const zone = props.zone ?? lane ?? DEFAULT_ZONE
  return { node: { id, kind, zone, label: zoneFrameName(props), props: known(values), step } }
}

function known(values: Readonly<Record<string, PropertyValue>>): Record<string, PropertyValue> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The nearest step frame and the nearest lane with a zone around a shape, each from the inside out. */
function surroundings(shape: TLShape, shapes: ReadonlyMap<string, TLShape>): Surroundings {
  const around: { -readonly [Key in keyof Surroundings]: Surroundings[Key] } = { step: null, lane: null }
  const seen = new Set([shape.id])
  let parent = shapes.get(shape.parentId)
  while (parent && !seen.has(parent.id)) {
    const type: string = parent.type
    if (type === STEP_FRAME) around.step ??= (parent as unknown as StepFrameShape).props.step
    if (type === ZONE_FRAME) around.lane ??= (parent as unknown as ZoneFrameShape).props.zone
    seen.add(parent.id)
    parent = shapes.get(parent.parentId)
  }
  return around
}

function readLinks(
  shapes: ReadonlyMap<string, TLShape>,
  bindings: readonly TLArrowBinding[],
  nodes: readonly DesignNode[],
): DesignLink[] {
  const nodeIds = new Set(nodes.map(({ id }) => id))
  const ends = new Map<string, { start?: TLArrowBinding; end?: TLArrowBinding }>()
  for (const binding of [...bindings].sort(byId)) {
    if (!nodeIds.has(binding.toId)) continue
    const link = ends.get(binding.fromId) ?? {}
    ends.set(binding.fromId, link)
    link[binding.props.terminal] ??= binding
  }
  return [...ends]
    .map(([id, { start, end }]) => readLink(shapes.get(id), start, end, shapes))
    .filter((link) => link !== null)
    .sort(byId)
}

function readLink(
  arrow: TLShape | undefined,
  start: TLArrowBinding | undefined,
  end: TLArrowBinding | undefined,
  shapes: ReadonlyMap<string, TLShape>,
): DesignLink | null {
  if (arrow?.type !== LINK || !start || !end) return null
  const [source, target] = [shapes.get(start.toId), shapes.get(end.toId)]
  const fromPort = source && portOf(source, start)
  const toPort = target && portOf(target, end)
  return {
    id: arrow.id,
    from: start.toId,
    to: end.toId,
    label: (arrow as TLArrowShape).props.text,
    ...linkMeta(arrow.meta),
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
  }
}
