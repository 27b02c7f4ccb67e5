import { Polygon2d, Vec, type VecLike } from 'tldraw'
import type { ComponentLayout } from './layout.ts'

/**
 * The outline of a figure, which is also hit at the text below it: bounds and links know the figure alone.
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
}
