import { type Insertable, insertables } from './insertables.ts'
import { linkDirection } from './linkDirection.ts'
import type { Side } from './place.ts'

/**
 * Everything that can be put beside a shape, what such a shape is usually joined to first: on the right and
 * below what it links to, on the left and above what links to it.
 */
export function suggestBeside(shape: Insertable | undefined, side: Side): readonly Insertable[] {
  if (!shape) return insertables
  const place = (other: Insertable) => {
    const [from, to] = linkDirection(side) === 'out' ? [shape, other] : [other, shape]
    const at = from.usualLinks.findIndex((link) => link.to === to.id)
    return at < 0 ? insertables.length : at
  }
  return [...insertables].sort((a, b) => place(a) - place(b))
}
