import { GROUPS } from '../../shapes/catalog/index.ts'
import { groupColours } from '../../shapes/shared/palette.ts'
import { type Insertable, insertables } from './insertables.ts'

export interface InsertableGroup {
  readonly id: string
  readonly name: string
  /** CSS */
  readonly colour: string
  readonly items: readonly Insertable[]
}

/** The groups of what can be put on a board that have anything in them, composites and cards first, frames last. */
export const insertableGroups: readonly InsertableGroup[] = [
  { id: 'composites', name: 'Composites', colour: groupColours('models').stroke },
  { id: 'cards', name: 'Cards', colour: 'var(--line-2)' },
  ...GROUPS.map(({ id, name }) => ({ id, name, colour: groupColours(id).stroke })),
  { id: 'frames', name: 'Frames', colour: 'var(--line-2)' },
]
  .map((group) => ({ ...group, items: insertables.filter((item) => item.group === group.id) }))
  .filter((group) => group.items.length > 0)
