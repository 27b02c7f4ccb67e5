import { Rectangle2d, type VecLike } from 'tldraw'

/**
 * A frame is hit at its border and its head, never through its empty middle, so that drawing a selection
 * inside it does not take the frame along; sweeping over its border neither selects nor erases it.
 */
export class FrameGeometry extends Rectangle2d {
  private readonly size: { readonly w: number; readonly h: number }
  private readonly head: number

  /** @param head height of the strip at the top by which the frame is dragged, px */
  constructor({ w, h, head }: { w: number; h: number; head: number }) {
    super({ width: w, height: h, isFilled: false })
    this.size = { w, h }
    this.head = head
  }

  override distanceToPoint(point: VecLike, hitInside?: boolean) {
    const { w, h } = this.size
    const isInHead = point.x >= 0 && point.x <= w && point.y >= 0 && point.y <= Math.min(this.head, h)
    return isInHead ? -1 : super.distanceToPoint(point, hitInside)
  }

  override hitTestLineSegment() {
    return false
  }
}
