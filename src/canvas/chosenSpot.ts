import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { perEditor } from './perEditor.ts'

/** Shapes that stand, as one, where this browser chose and not where a person put them. */
export interface ChosenSpot {
  readonly shapes: readonly Stand[]
  /** The links that came with them. */
  readonly links: readonly TLShapeId[]
}

/** Where a shape stands, and how large. */
interface Stand {
  readonly id: TLShapeId
  readonly parentId: TLShape['parentId']
  readonly x: number
  readonly y: number
  readonly rotation: number
  readonly w: number | null
  readonly h: number | null
}

/** Who wants to know of chosen spots; see `keepApart`. */
export const hearsOfSpots = perEditor<((spot: ChosenSpot) => void) | null>('hears of spots', null)

/** Says that this browser has just chosen where these shapes stand. */
export function noteChosenSpot(editor: Editor, ids: readonly TLShapeId[]): void {
  const spot = spotOf(editor, ids)
  if (spot.shapes.length > 0) hearsOfSpots(editor).get()?.(spot)
}

/** Where these shapes stand now, with their links. */
export function spotOf(editor: Editor, ids: readonly TLShapeId[]): ChosenSpot {
  const shapes = ids.flatMap((id) => editor.getShape(id) ?? [])
  return { shapes: shapes.map(standOf), links: linksOf(editor, ids) }
}

/** Whether nobody has moved, resized or linked these shapes, but by what placed others; null: one is gone. */
export function isUntouched(
  editor: Editor,
  spot: ChosenSpot,
  ownLinks: ReadonlySet<TLShapeId>,
): boolean | null {
  const ids = spot.shapes.map(({ id }) => id)
  const now = ids.flatMap((id) => editor.getShape(id) ?? [])
  if (now.length < ids.length) return null
  const stands = spot.shapes.every((stand, i) => {
    const shape = now[i]
    return shape !== undefined && JSON.stringify(stand) === JSON.stringify(standOf(shape))
  })
  return stands && linksOf(editor, ids).every((link) => ownLinks.has(link))
}

function standOf({ id, parentId, x, y, rotation, props }: TLShape): Stand {
  const length = (key: string) => {
    const value: unknown = key in props ? props[key as keyof typeof props] : null
    return typeof value === 'number' ? value : null
  }
  return { id, parentId, x, y, rotation, w: length('w'), h: length('h') }
}

function linksOf(editor: Editor, ids: readonly TLShapeId[]): TLShapeId[] {
  return ids.flatMap((id) => editor.getBindingsToShape(id, 'arrow').map(({ fromId }) => fromId))
}
