import { createShapeId, type TLShapeId } from '@tldraw/tlschema'
import { designId } from '../../shapes/exportDesign.ts'

/** What may be an id on a board as it is. */
const PLAIN = /^(?:shape:)?[\w-]{1,64}$/

/** Gives out ids for shapes, each once: the one that is asked for if it is free and plain. */
export interface ShapeIds {
  take: (wanted: string) => TLShapeId
}

/** `taken`: the ids of what is on the board already. */
export function shapeIds(taken: ReadonlySet<string>): ShapeIds {
  const given = new Set<string>()
  const isFree = (id: string) => !taken.has(id) && !given.has(id)
  return {
    take(wanted) {
      const name = PLAIN.test(wanted) ? designId(wanted) : 'part'
      let id = createShapeId(name)
      for (let n = 2; !isFree(id); n++) id = createShapeId(`${name}-${n}`)
      given.add(id)
      return id
    },
  }
}
