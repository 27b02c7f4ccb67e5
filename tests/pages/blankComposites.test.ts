import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FunnelShape } from '../../shapes/funnel/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { setLeaf } from '../../src/canvas/edit.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { judge } from '../../src/domain/drill/clause.ts'
import { blankComposites } from '../../src/pages/drill/blankComposites.ts'
import { drawTheFunnel } from '../../templates/drills/draw-the-funnel.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let stop: () => void
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = blankComposites(editor)
})
afterEach(() => editor.dispose())

function putFunnel(): TLShapeId {
  const funnel = findInsertable('funnel')
  const id = funnel && insert(editor, funnel)
  if (!id) throw new Error('No funnel was placed')
  return id
}

const stages = (id: TLShapeId) => (editor.getShape(id) as unknown as FunnelShape).props
const held = () =>
  judge(drawTheFunnel.clauses, readDesign(editor.store.allRecords()))
    .filter(({ why }) => why === null)
    .map(({ id }) => id)

describe('a funnel in a drill', () => {
  it('comes without counts and goals, so that inserting it is not the answer', () => {
    const id = putFunnel()
    expect(
      Object.values(stages(id).stages).map(({ itemsIn, itemsOut, objective }) => [
        itemsIn,
        itemsOut,
        objective,
      ]),
    ).toEqual([
      [null, null, ''],
      [null, null, ''],
    ])
    expect(held()).toEqual(['two-stages', 'narrows'])
    stop()
    editor.deleteShapes([id])
    putFunnel()
    expect(held()).toEqual(drawTheFunnel.clauses.filter(({ isBonus }) => !isBonus).map((clause) => clause.id))
  })

  it('keeps what was written into it when it is deleted and comes back, or is copied', () => {
    const id = putFunnel()
    setLeaf(editor, id, 'stages.s1.itemsIn', 100e6)
    const written = JSON.stringify(stages(id).stages)
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShapes([id])
    editor.undo()
    expect(JSON.stringify(stages(id).stages)).toBe(written)
    editor.duplicateShapes([id])
    const copies = editor.getCurrentPageShapes().map((shape) => JSON.stringify(stages(shape.id).stages))
    expect(copies).toEqual([written, written])
  })
})
