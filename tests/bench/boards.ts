import {
  createBindingId,
  createShapeId,
  type TLArrowBinding,
  type TLArrowShape,
  type TLArrowShapeProps,
  type TLRecord,
  type TLShape,
} from '@tldraw/tlschema'
import { getIndices, type IndexKey } from '@tldraw/utils'
import { catalog } from '../../shapes/catalog/index.ts'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { LINK } from '../../shapes/link/schema.ts'
import { LINK_MODES } from '../../src/domain/kinds.ts'
import { baseShape } from '../../templates/baseShape.ts'
import { BOARD_PAGE_ID } from '../../templates/emptyBoard.ts'

export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly links: number
}

/** `plain`: tldraw's rectangle in place of each component, of its size, and an arrow without words in place of each link. */
export type Look = 'ours' | 'plain'

/** Little more than the largest component, so that the links between them can be seen. */
const PITCH = { x: 232, y: 132 }

/** A board of all kinds in turn, each joined to its neighbours. */
export function gridBoard({ columns, rows, links }: Grid, look: Look): TLRecord[] {
  const count = columns * rows
  const indices = getIndices(count + links)
  const at = (n: number) => indices[n] ?? ('a1' as IndexKey)
  const shapes = Array.from({ length: count }, (_, n) => {
    const place = { x: (n % columns) * PITCH.x, y: Math.floor(n / columns) * PITCH.y }
    return { ...node(n, look), ...baseShape(nodeId(n), BOARD_PAGE_ID, at(n)), ...place } as TLShape
  })
  const pairs = neighbours(columns, count)
  if (pairs.length < links) throw new RangeError(`Only ${pairs.length} neighbours, not ${links}.`)
  const joined = pairs.slice(0, links)
  return [...shapes, ...joined.flatMap(([from, to], n) => link({ from, to, n, look, index: at(count + n) }))]
}

/** Who stands right of whom, then who stands below whom. */
function neighbours(columns: number, count: number): [number, number][] {
  const all = Array.from({ length: count }, (_, n) => n)
  const beside = all.filter((n) => (n + 1) % columns !== 0 && n + 1 < count)
  const above = all.filter((n) => n + columns < count)
  return [
    ...beside.map((n): [number, number] => [n, n + 1]),
    ...above.map((n): [number, number] => [n, n + columns]),
  ]
}

const nodeId = (n: number) => createShapeId(`node-${n}`)

function node(n: number, look: Look) {
  const kind = catalog[n % catalog.length]
  if (!kind) throw new RangeError('The catalog is empty.')
  const props = componentDefaults(kind)
  return look === 'ours'
    ? { type: COMPONENT, props }
    : { type: 'geo', props: { ...RECTANGLE, w: props.w, h: props.h } }
}

const RECTANGLE = {
  geo: 'rectangle',
  color: 'black',
  labelColor: 'black',
  fill: 'none',
  dash: 'solid',
  size: 's',
  font: 'sans',
  align: 'middle',
  verticalAlign: 'middle',
  richText: { type: 'doc', content: [{ type: 'paragraph' }] },
  growY: 0,
  url: '',
  scale: 1,
}

interface Joint {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly look: Look
  readonly index: IndexKey
}

function link({ from, to, n, look, index }: Joint): TLRecord[] {
  const id = createShapeId(`link-${n}`)
  const isOurs = look === 'ours'
  const arrow = {
    ...baseShape(id, BOARD_PAGE_ID, index),
    type: LINK,
    props: isOurs ? { ...ARROW, kind: 'elbow', text: 'requests' } : ARROW,
    meta: isOurs ? { mode: LINK_MODES[n % LINK_MODES.length] ?? 'sync' } : {},
  } as TLArrowShape
  return [arrow, end(n, 'start', from), end(n, 'end', to)]
}

const ARROW: TLArrowShapeProps = {
  kind: 'arc',
  elbowMidPoint: 0.5,
  dash: 'solid',
  size: 's',
  fill: 'none',
  color: 'black',
  labelColor: 'black',
  bend: 0,
  start: { x: 0, y: 0 },
  end: { x: 2, y: 0 },
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  text: '',
  labelPosition: 0.5,
  font: 'sans',
  scale: 1,
}

function end(n: number, terminal: 'start' | 'end', to: number): TLArrowBinding {
  return {
    typeName: 'binding',
    id: createBindingId(`link-${n}-${terminal}`),
    type: 'arrow',
    fromId: createShapeId(`link-${n}`),
    toId: nodeId(to),
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isPrecise: false,
      isExact: false,
      snap: 'none',
    },
    meta: {},
  }
}
