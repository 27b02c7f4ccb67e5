import type { TLShape, TLShapeId } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'

/** What every shape record has, whatever its type. */
export function baseShape(shapeId: TLShapeId, parentId: TLShape['parentId'], index: IndexKey) {
  return {
    typeName: 'shape' as const,
    id: shapeId,
    parentId,
    index,
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
  }
}
