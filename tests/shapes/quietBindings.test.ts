import { createBindingId, createShapeId, type Editor, EffectScheduler } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { LINK } from '../../shapes/link/schema.ts'
import { BOARD_PAGE_ID } from '../../templates/emptyBoard.ts'
import { gridBoard } from '../bench/boards.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

describe('the bindings of a shape', () => {
  let editor: Editor
  const link = createShapeId('link-0')
  const from = createShapeId('node-0')
  const to = createShapeId('node-1')
  const ends = () => editor.getBindingsFromShape(link, LINK).map(({ id }) => id)

  beforeEach(() => {
    editor = headlessEditor(shapeUtils)
    const records = gridBoard({ columns: 2, rows: 1, links: 1 }, 'ours')
    const here = editor.getCurrentPageId()
    editor.store.put(
      records.map((record) =>
        record.typeName === 'shape' && record.parentId === BOARD_PAGE_ID
          ? { ...record, parentId: here }
          : record,
      ),
    )
  })
  afterEach(() => editor.dispose())

  it('are known at once, also while a change is under way', () => {
    const start = createBindingId('link-0-start')
    const [binding] = editor.getBindingsInvolvingShape(from)
    expect(ends()).toHaveLength(2)
    editor.run(() => {
      editor.deleteBinding(start)
      expect(ends()).toEqual([createBindingId('link-0-end')])
      expect(editor.getBindingsToShape(from, LINK)).toEqual([])
      if (binding) editor.store.put([{ ...binding, toId: to }])
      expect(editor.getBindingsToShape(to, LINK)).toHaveLength(2)
    })
    expect(ends()).toHaveLength(2)
    expect(editor.getBindingsInvolvingShape(link, 'other')).toEqual([])
  })

  it('go with their shape', () => {
    editor.deleteShape(to)
    expect(ends()).toEqual([createBindingId('link-0-start')])
  })

  it('ask no link whether it has changed while the camera and the pointer move', () => {
    const drawn = new EffectScheduler('a link', () => {
      const shape = editor.getShape(link)
      if (shape) editor.getShapeUtil(shape).component(shape)
      editor.getShapePageBounds(link)
    })
    drawn.attach()
    drawn.execute()
    const asked = vi.spyOn(drawn as unknown as { maybeScheduleEffect(): void }, 'maybeScheduleEffect')
    for (let x = 0; x < 20; x++) {
      editor.setCamera({ x, y: 0, z: 1 })
      editor.updateInstanceState({ isHoveringCanvas: x % 2 === 0 })
    }
    expect(asked).not.toHaveBeenCalled()
    editor.updateShape({ id: to, type: 'component', x: 600 })
    expect(asked).toHaveBeenCalled()
    drawn.detach()
  })
})
