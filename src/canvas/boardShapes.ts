import type { Editor, TLShape } from 'tldraw'
import { CARD, type CardShape } from '../../shapes/cards/schema.ts'
import { COMPONENT, type ComponentShape } from '../../shapes/component/schema.ts'
import { FUNNEL, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { LAYER_STACK, type LayerStackShape } from '../../shapes/layer-stack/schema.ts'
import { STEP_FRAME, type StepFrameShape } from '../../shapes/step-frame/schema.ts'
import { TWO_TOWER, type TwoTowerShape } from '../../shapes/two-tower/schema.ts'
import { zoneFrameName } from '../../shapes/zone-frame/names.ts'
import { ZONE_FRAME, type ZoneFrameShape } from '../../shapes/zone-frame/schema.ts'
import type { Zone } from '../domain/kinds.ts'
import { cardInsertableId, findInsertable, type Insertable, zoneFrameId } from './insertables.ts'

const typeOf = (shape: TLShape): string => shape.type

export const isComponent = (shape: TLShape | ComponentShape): shape is ComponentShape =>
  typeOf(shape as TLShape) === COMPONENT
export const isFunnel = (shape: TLShape | FunnelShape): shape is FunnelShape =>
  typeOf(shape as TLShape) === FUNNEL
export const isTwoTower = (shape: TLShape | TwoTowerShape): shape is TwoTowerShape =>
  typeOf(shape as TLShape) === TWO_TOWER
export const isCard = (shape: TLShape | CardShape): shape is CardShape => typeOf(shape as TLShape) === CARD
export const isLayerStack = (shape: TLShape | LayerStackShape): shape is LayerStackShape =>
  typeOf(shape as TLShape) === LAYER_STACK
export const isStepFrame = (shape: TLShape | StepFrameShape): shape is StepFrameShape =>
  typeOf(shape as TLShape) === STEP_FRAME
export const isZoneFrame = (shape: TLShape | ZoneFrameShape): shape is ZoneFrameShape =>
  typeOf(shape as TLShape) === ZONE_FRAME

/** A part of the system that is drawn with what is in it. */
export function isComposite(
  shape: TLShape,
): shape is TLShape & (FunnelShape | TwoTowerShape | LayerStackShape) {
  return isFunnel(shape) || isTwoTower(shape) || isLayerStack(shape)
}

/** Shapes that stand for a part of the system and that links join. */
export const PART_TYPES: readonly string[] = [COMPONENT, FUNNEL, TWO_TOWER, LAYER_STACK]

export function isPart(shape: TLShape): boolean {
  return PART_TYPES.includes(shape.type)
}

/** The kind or composite that a shape is one of; undefined for other shapes and unknown kinds. */
export function insertableOf(shape: TLShape): Insertable | undefined {
  if (isComponent(shape)) return findInsertable(shape.props.kind)
  if (isCard(shape)) return findInsertable(cardInsertableId(shape.props.card))
  if (isZoneFrame(shape)) return findInsertable(zoneFrameId(shape.props.kind))
  return isComposite(shape) ? findInsertable(typeOf(shape)) : undefined
}

/** What a person calls the shape: its label, else its kind's name. */
export function nameOf(shape: TLShape): string {
  if (isComponent(shape)) return shape.props.label || (insertableOf(shape)?.name ?? shape.props.kind)
  if (isCard(shape)) return shape.props.title || (insertableOf(shape)?.name ?? shape.props.card)
  if (isComposite(shape)) return shape.props.label || (insertableOf(shape)?.name ?? '')
  if (isStepFrame(shape)) return `${shape.props.step} ${shape.props.name}`
  if (isZoneFrame(shape)) return zoneFrameName(shape.props)
  return shape.type
}

/** The step frames of the board in the order of their steps. */
export function stepFrames(editor: Editor): StepFrameShape[] {
  const frames: StepFrameShape[] = []
  for (const shape of editor.getCurrentPageShapes()) if (isStepFrame(shape)) frames.push(shape)
  return frames.sort((a, b) => a.props.step - b.props.step)
}

/** The frame of whatever kind around a shape, from the inside out; null: it stands on the page. */
export function frameAround(editor: Editor, shape: TLShape): TLShape | null {
  return editor.findShapeAncestor(shape, isFrame) ?? null
}

/** Whether a shape holds others as a frame does. */
export function isFrame(shape: TLShape): boolean {
  return isStepFrame(shape) || isZoneFrame(shape) || shape.type === 'frame'
}

/** Where a shape runs if it does not say so itself: the zone of the nearest lane around it that has one. */
export function laneAround(editor: Editor, shape: TLShape): Zone | null {
  const lane = editor.findShapeAncestor(shape, (other) => isZoneFrame(other) && other.props.zone !== null)
  return lane && isZoneFrame(lane) ? lane.props.zone : null
}
