import { createTLStore, defaultBindingUtils, defaultShapeUtils, type TLStore } from 'tldraw'
import { shapeUtils } from '../../shapes/index.ts'

/** An empty store for all that can be drawn: tldraw's shapes, and ours in place of those of the same type. */
export function newBoardStore(): TLStore {
  const ours = new Set(shapeUtils.map(({ type }) => type))
  const others = defaultShapeUtils.filter(({ type }) => !ours.has(type))
  return createTLStore({ shapeUtils: [...others, ...shapeUtils], bindingUtils: defaultBindingUtils })
}
