import type { Drill } from '../../src/domain/drill/drill.ts'
import { drawTheFunnel } from './draw-the-funnel.ts'
import { shapeFlashCards } from './shape-flash-cards.ts'

/** Every drill, in the order to learn them. To add one: its file, and a line here. */
export const drills: readonly Drill[] = [shapeFlashCards, drawTheFunnel]

/** The drill of that id; undefined where there is none. */
export function findDrill(id: string): Drill | undefined {
  return drills.find((drill) => drill.id === id)
}
