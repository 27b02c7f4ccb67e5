import { type Editor, Box as PageBox, type TLShapeId } from 'tldraw'
import { layoutComponent } from '../../shapes/component/layout.ts'
import type { ComponentProps } from '../../shapes/component/schema.ts'
import { isComponent } from './boardShapes.ts'
import type { Box } from './freeSpot.ts'

/** What something new takes up, px, and where in it the outline is on which links dock. */
export interface Footprint {
  readonly w: number
  readonly h: number
  /** Smaller than the whole where text stands below a figure. */
  readonly outline: Box
}

/** The footprint of a component, or of anything else that is its outline. */
export function footprintOf(props: ComponentProps | { readonly w: number; readonly h: number }): Footprint {
  if (!('kind' in props)) return { w: props.w, h: props.h, outline: { x: 0, y: 0, w: props.w, h: props.h } }
  const { w, h, dock } = layoutComponent(props)
  const { x, y, w: width, h: height } = PageBox.FromPoints([...dock])
  return { w, h, outline: { x, y, w: width, h: height } }
}

/** What a shape on the board takes up on the page: its outline, and the text below a figure. */
export function takenBounds(editor: Editor, id: TLShapeId): PageBox | undefined {
  const bounds = editor.getShapePageBounds(id)
  const shape = editor.getShape(id)
  if (!bounds || !shape || !isComponent(shape)) return bounds
  const { x, y, w, h } = layoutComponent(shape.props).text
  const corners = new PageBox(x, y, w, h).corners
  return PageBox.Common([
    bounds,
    PageBox.FromPoints(editor.getShapePageTransform(shape).applyToPoints(corners)),
  ])
}
