import { Box, type Editor, type TLShape } from 'tldraw'
import { findKind } from '../../../shapes/catalog/index.ts'
import { COMPONENT, type ComponentShape } from '../../../shapes/component/schema.ts'
import { FUNNEL } from '../../../shapes/funnel/schema.ts'
import { LAYER_STACK } from '../../../shapes/layer-stack/schema.ts'
import { LINK } from '../../../shapes/link/schema.ts'
import { groupLetter } from '../../../shapes/shared/palette.ts'
import { TWO_TOWER } from '../../../shapes/two-tower/schema.ts'
import { isFrame } from '../../canvas/boardShapes.ts'
import { STAMP, type Thumbnail, type ThumbnailBox, type ThumbnailLine } from '../../rooms/visited.ts'
import { busiestStep, stepContents } from './busiestStep.ts'

const MOST_PARTS = 120
const MARGIN = 8

/**
 * A board as a small picture: its shapes as outlines in their groups' colours, its links as straight lines.
 * Of a board with steps it shows what is in the fullest one; seven frames would be too small to tell apart.
 */
export function makeThumbnail(editor: Editor): Thumbnail {
  const shapes = shownShapes(editor).slice(0, MOST_PARTS)
  const page = commonBounds(editor, shapes) ?? new Box(0, 0, STAMP.w, STAMP.h)
  const room = { w: STAMP.w - 2 * MARGIN, h: STAMP.h - 2 * MARGIN }
  const scale = Math.min(room.w / Math.max(page.w, 1), room.h / Math.max(page.h, 1), 0.4)
  const offset = { x: (STAMP.w - page.w * scale) / 2, y: (STAMP.h - page.h * scale) / 2 }
  const onStamp = (bounds: Box) =>
    new Box(
      round((bounds.x - page.x) * scale + offset.x),
      round((bounds.y - page.y) * scale + offset.y),
      round(bounds.w * scale),
      round(bounds.h * scale),
    )

  const boxes: ThumbnailBox[] = []
  const lines: ThumbnailLine[] = []
  for (const shape of shapes) {
    const bounds = editor.getShapePageBounds(shape)
    if (!bounds) continue
    if (shape.type === LINK) lines.push(lineOf(editor, shape, onStamp))
    else boxes.push(...boxesOf(shape, onStamp(bounds)))
  }
  return { scale, boxes, lines: lines.filter(([x1, y1, x2, y2]) => x1 !== x2 || y1 !== y2) }
}

function shownShapes(editor: Editor): TLShape[] {
  const step = busiestStep(editor)
  const inStep = step ? stepContents(editor, step) : new Set()
  const isShown = ({ id, type }: TLShape) => type !== 'text' && (inStep.size === 0 || inStep.has(id))
  return editor.getCurrentPageShapesSorted().filter(isShown)
}

function commonBounds(editor: Editor, shapes: readonly TLShape[]): Box | null {
  const bounds = shapes.map((shape) => editor.getShapePageBounds(shape)).filter((box) => box !== undefined)
  return bounds.length > 0 ? Box.Common(bounds) : null
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function boxesOf(shape: TLShape, { x, y, w, h }: Box): ThumbnailBox[] {
  const box = { x, y, w, h, group: '' }
  if (isFrame(shape)) return [{ ...box, isFrame: true }]
  if (shape.type === TWO_TOWER) {
    const tower = { ...part(box, 0.1, 0.3, 0.36, 0.5), outline: 'trapezoid-up' }
    return [{ ...box, isFrame: true }, tower, { ...tower, x: round(x + w * 0.54) }]
  }
  if (shape.type === FUNNEL) {
    const stages = [part(box, 0.14, 0.2, 0.6, 0.3), part(box, 0.26, 0.53, 0.36, 0.3)]
    return [{ ...box, isFrame: true }, ...stages.map((stage) => ({ ...stage, outline: 'trapezoid-down' }))]
  }
  if (shape.type === LAYER_STACK) {
    const layers = [0.18, 0.46, 0.74].map((top) => part(box, 0.16, top, 0.62, 0.18))
    return [{ ...box, isFrame: true }, ...layers]
  }
  if (shape.type !== COMPONENT) return [box]
  const kind = findKind((shape as ComponentShape).props.kind)
  return [kind ? { ...box, group: groupLetter(kind.group), outline: kind.outline } : box]
}

/** A part of a composite, by shares of its box. */
function part({ x, y, w, h }: ThumbnailBox, left: number, top: number, width: number, height: number) {
  const group = groupLetter('models')
  return { x: round(x + w * left), y: round(y + h * top), w: round(w * width), h: round(h * height), group }
}

function lineOf(editor: Editor, link: TLShape, onStamp: (bounds: Box) => Box): ThumbnailLine {
  const vertices = editor.getShapeGeometry(link).vertices
  const transform = editor.getShapePageTransform(link)
  const [start, end] = [vertices.at(0), vertices.at(-1)].map((vertex) => {
    const { x, y } = vertex ? transform.applyToPoint(vertex) : { x: 0, y: 0 }
    return onStamp(new Box(x, y, 0, 0))
  })
  return start && end ? [start.x, start.y, end.x, end.y] : [0, 0, 0, 0]
}
