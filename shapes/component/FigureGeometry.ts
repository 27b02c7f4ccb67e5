import { intersectLineSegmentPolygon, Polygon2d, Vec, type VecLike } from 'tldraw'
import type { ComponentLayout } from './layout.ts'

/** px between the text under a figure and the tip of a link. */
const TEXT_GAP_PX = 4

/**
 * The outline of a figure, which is also hit at the text below it: bounds know the figure alone, and a link
 * from below ends under the text instead of running through it.
 */
export class FigureGeometry extends Polygon2d {
  private readonly text: ComponentLayout['text']

  constructor({ dock, text }: ComponentLayout) {
    super({ points: dock.map(Vec.From), isFilled: true })
    this.text = text
  }

  override distanceToPoint(point: VecLike, hitInside?: boolean) {
    const { x, y, w, h } = this.text
    const isInText = point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h
    return isInText ? -1 : super.distanceToPoint(point, hitInside)
  }

  override intersectLineSegment(from: VecLike, to: VecLike) {
    const { x, y, w, h } = this.text
    const bottom = y + h + TEXT_GAP_PX
    const corners = [new Vec(x, y), new Vec(x + w, y), new Vec(x + w, bottom), new Vec(x, bottom)]
    const atText = h > 0 ? intersectLineSegmentPolygon(from, to, corners) : null
    return [...super.intersectLineSegment(from, to), ...(atText ?? [])]
  }
}
