import { createShapeId, type Editor, react, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { cullQuietly } from '../../src/canvas/quietCulling.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

describe('culling', () => {
  let editor: Editor
  const [near, far] = [createShapeId('near'), createShapeId('far')]

  beforeEach(() => {
    editor = headlessEditor(shapeUtils)
    cullQuietly(editor)
    place(near, 100)
    place(far, 5_000)
  })
  afterEach(() => editor.dispose())

  function place(id: TLShapeId, x: number) {
    editor.createShape({ id, type: COMPONENT, x, y: 100, props: componentDefaults('service') })
  }
  const lookAt = (x: number) => editor.setCamera({ x: -x, y: 0, z: 1 })
  const culled = () => [...editor.getCulledShapes()].sort()
  const inView = () => editor.getCurrentPageRenderingShapesSorted().map(({ id }) => id)

  it('leaves out what is not in view', () => {
    expect(culled()).toEqual([far])
    expect(inView()).toEqual([near])
    lookAt(5_000)
    expect(culled()).toEqual([near])
    expect(inView()).toEqual([far])
    editor.zoomToFit({ immediate: true })
    expect(culled()).toEqual([])
  })

  it('keeps what is selected or edited', () => {
    editor.select(far)
    expect(culled()).toEqual([])
    editor.selectNone()
    expect(culled()).toEqual([far])
    editor.setEditingShape(far)
    expect(editor.getCulledShapes().has(far)).toBe(false)
  })

  it('follows shapes that move, come, go and come back', () => {
    editor.updateShape({ id: far, type: COMPONENT, x: 300 })
    expect(culled()).toEqual([])
    editor.updateShape({ id: near, type: COMPONENT, x: -5_000 })
    expect(culled()).toEqual([near])
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShape(near)
    expect(culled()).toEqual([])
    expect(editor.getCulledShapes().has(near)).toBe(false)
    editor.undo()
    expect(culled()).toEqual([near])
    expect(editor.getCulledShapes().has(near)).toBe(true)
  })

  it('knows what is in view while a change is still under way', () => {
    editor.run(() => {
      lookAt(5_000)
      expect(inView()).toEqual([far])
      expect(editor.getNotVisibleShapes()).toEqual(new Set([near]))
    })
  })

  it('tells a shape of its own coming and going alone', () => {
    const told: boolean[] = []
    const counts: number[] = []
    const stops = [
      react('one', () => void told.push(editor.getCulledShapes().has(near))),
      react('all', () => void counts.push(editor.getCulledShapes().size)),
    ]
    for (let x = 0; x < 50; x++) lookAt(x)
    editor.select(far)
    editor.selectNone()
    lookAt(5_000)
    for (const stop of stops) stop()
    expect(told).toEqual([false, true])
    expect(counts).toEqual([1, 0, 1, 1])
  })
})
