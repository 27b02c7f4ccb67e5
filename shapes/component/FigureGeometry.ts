import { intersectLineSegmentPolygon, Polygon2d, Vec, type VecLike } from 'tldraw'
import type { ComponentLayout } from './layout.ts'

/** px between the text under a figure and the tip of a link. */
const TEXT_GAP_PX = 4

type Box = ComponentLayout['text']

function isWithin(point: VecLike, { x, y, w, h }: Box): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h
}

/**
 * The outline of a figure, which is also hit at the text below it and at a mark that stands beside it: bounds
 * know the figure alone, and a link from below ends under the text instead of running through it.
 */
export class FigureGeometry extends Polygon2d {
  private readonly text: Box
  private readonly mark: Box | null

  constructor({ dock, text, drawing: { mark } }: ComponentLayout) {
    super({ points: dock.map(Vec.From), isFilled: true })
    this.text = text
    this.mark = mark && { x: mark.x, y: mark.y, w: mark.size, h: mark.size }
  }

  override distanceToPoint(point: VecLike, hitInside?: boolean) {
    const isBeside = isWithin(point, this.text) || (this.mark !== null && isWithin(point, this.mark))
    return isBeside ? -1 : super.distanceToPoint(point, hitInside)
  }

  override intersectLineSegment(from: VecLike, to: VecLike) {
    const { x, y, w, h } = this.text
    const bottom = y + h + TEXT_GAP_PX
    const corners = [new Vec(x, y), new Vec(x + w, y), new Vec(x + w, bottom), new Vec(x, bottom)]
    const atText = h > 0 ? intersectLineSegmentPolygon(from, to, corners) : null
    return [...super.intersectLineSegment(from, to), ...(atText ?? [])]
  }
}
