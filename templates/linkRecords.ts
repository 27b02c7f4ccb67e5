import {
  createBindingId,
  type TLArrowBinding,
  type TLArrowShape,
  type TLRecord,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { LINK, type LinkMeta } from '../shapes/link/schema.ts'
import { baseShape } from './baseShape.ts'

/** A link between two shapes, as the board keeps it. */
export interface LinkPlan {
  readonly id: TLShapeId
  readonly parentId: TLShape['parentId']
  readonly index: IndexKey
  readonly from: TLShapeId
  readonly to: TLShapeId
  readonly label: string
  readonly meta: LinkMeta
  /** Where it is docked on both shapes, 0 to 1 in each direction; null where the router decides. */
  readonly docks: readonly [DockPoint | null, DockPoint | null]
  /** Where along the line the label stands, 0 to 1; where there is most room if absent. */
  readonly labelAt?: number | undefined
  /** Where an elbow bends between its ends, 0 to 1. */
  readonly bendAt?: number | undefined
}

interface DockPoint {
  readonly x: number
  readonly y: number
  /** The part of a composite that is meant there; its anchor tells where absent. */
  readonly port?: string
}

/** The records of a link: its arrow, and what binds it at both ends. */
export function linkRecords(plan: LinkPlan): TLRecord[] {
  const { id, parentId, index, from, to, meta, docks } = plan
  const { mode, seq, optional } = meta
  const arrow = {
    ...baseShape(id, parentId, index),
    type: LINK,
    props: arrowProps(plan),
    meta: { mode, ...(seq === undefined ? {} : { seq }), ...(optional ? { optional } : {}) },
  } as TLArrowShape
  return [arrow, binding(id, 'start', from, docks[0]), binding(id, 'end', to, docks[1])]
}

function arrowProps({ label, labelAt, bendAt }: LinkPlan): TLArrowShape['props'] {
  return {
    kind: 'elbow',
    elbowMidPoint: bendAt ?? 0.5,
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
    text: label,
    labelPosition: labelAt ?? 0.5,
    font: 'sans',
    scale: 1,
  }
}

function binding(
  arrowId: TLShapeId,
  terminal: 'start' | 'end',
  toId: TLShapeId,
  dock: DockPoint | null,
): TLArrowBinding {
  return {
    typeName: 'binding',
    id: createBindingId(`${arrowId.slice('shape:'.length)}-${terminal}`),
    type: 'arrow',
    fromId: arrowId,
    toId,
    props: {
      terminal,
      normalizedAnchor: { x: dock?.x ?? 0.5, y: dock?.y ?? 0.5 },
      isPrecise: dock !== null,
      isExact: false,
      snap: dock === null ? 'none' : 'edge-point',
    },
    meta: dock?.port === undefined ? {} : { port: dock.port },
  }
}
