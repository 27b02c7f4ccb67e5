import { createShapeId, type Editor, type TLContent, type TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardDialog, designFile, takesDesigns } from '../../src/canvas/boardDialog.ts'
import { handleOutsideContent, withoutMedia } from '../../src/canvas/OutsideContent.tsx'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let said: string[]

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  said = []
  handleOutsideContent(editor, (sentence) => said.push(sentence))
})

afterEach(() => editor.dispose())

const types = () => editor.getCurrentPageShapes().map(({ type }) => type)

test('pictures and other files are refused with a sentence', async () => {
  const file = new File(['x'], 'cat.png', { type: 'image/png' })
  await editor.putExternalContent({ type: 'files', files: [file] })
  expect(types()).toEqual([])
  expect(said).toEqual(['Boards hold no pictures, videos or files. Draw it, or paste text.'])
})

test('a design, dropped as a file or pasted as text, is shown before anything is added', async () => {
  const design = '{ "nodes": [] }'
  takesDesigns(editor).set(true)
  await editor.putExternalContent({ type: 'files', files: [new File([design], 'songs.JSON')] })
  expect(boardDialog(editor).get()).toBe('import-design')
  expect(designFile(editor).get()?.name).toBe('songs.JSON')
  boardDialog(editor).set(null)
  await editor.putExternalContent({ type: 'text', text: design })
  expect(boardDialog(editor).get()).toBe('import-design')
  expect(await designFile(editor).get()?.text()).toBe(design)
  expect(types()).toEqual([])
  expect(said).toEqual([])
})

test('a design where designs are not taken, and text that only looks like one, stay what they are', async () => {
  await editor.putExternalContent({ type: 'text', text: '{ "nodes": [] }' })
  takesDesigns(editor).set(true)
  await editor.putExternalContent({ type: 'text', text: 'Write {"nodes": []} into the file.' })
  expect(types()).toEqual(['text', 'text'])
  editor.updateInstanceState({ isReadonly: true })
  await editor.putExternalContent({ type: 'files', files: [new File(['{}'], 'songs.json')] })
  expect(boardDialog(editor).get()).toBe(null)
  expect(said).toHaveLength(1)
})

test('SVG is refused with a sentence', async () => {
  await editor.putExternalContent({ type: 'svg-text', text: '<svg onload="alert(1)"/>' })
  expect(types()).toEqual([])
  expect(said).toHaveLength(1)
})

test('what is pasted comes to the pointer, to the middle if that is out of view, and never exactly on others', async () => {
  const paste = async (x: number, y: number) => {
    await editor.putExternalContent({ type: 'text', text: 'scores', point: { x, y } })
    const newest = editor.getCurrentPageShapesSorted().at(-1)
    const box = newest && editor.getShapePageBounds(newest)
    return { x: box?.midX ?? 0, y: box?.midY ?? 0 }
  }
  const first = await paste(200, 300)
  expect(Math.hypot(first.x - 200, first.y - 300)).toBeLessThan(24)
  expect(await paste(200, 300)).toEqual({ x: first.x + 24, y: first.y + 24 })
  const { x, y } = editor.getViewportPageBounds().center
  const away = await paste(-5000, 300)
  expect(Math.hypot(away.x - x, away.y - y)).toBeLessThan(24)
})

test('shapes pasted where they were copied stand beside themselves', () => {
  editor.createShape({ id: createShapeId('box'), type: 'geo', x: 100, y: 100 })
  const content = editor.getContentFromCurrentPage([createShapeId('box')])
  if (!content) throw new Error('nothing was copied')
  for (let i = 0; i < 3; i++)
    void editor.putExternalContent({ type: 'tldraw', content: structuredClone(content) })
  const places = editor.getCurrentPageShapes().map(({ x, y }) => `${x} ${y}`)
  expect(new Set(places).size).toBe(4)
  editor.undo()
  expect(editor.getCurrentPageShapes()).toHaveLength(3)
})

test('tldraw content comes without its pictures, their assets and what is bound to them', () => {
  const [box, image, arrow] = [createShapeId('box'), createShapeId('image'), createShapeId('arrow')]
  const shapes = [
    { id: box, type: 'geo' },
    { id: image, type: 'image' },
    { id: arrow, type: 'arrow' },
  ] satisfies TLShapePartial[]
  const bind = (toId: string) => ({ id: `binding:${toId}`, type: 'arrow', fromId: arrow, toId })
  const content = {
    shapes,
    rootShapeIds: [box, image, arrow],
    bindings: [bind(box), bind(image)],
    assets: [{ id: 'asset:a', type: 'image', props: { src: 'data:image/png;base64,AAAA' } }],
    schema: editor.store.schema.serialize(),
  } as unknown as TLContent
  const kept = withoutMedia(content)
  expect(kept.shapes.map(({ id }) => id)).toEqual([box, arrow])
  expect(kept.rootShapeIds).toEqual([box, arrow])
  expect(kept.bindings?.map(({ toId }) => toId)).toEqual([box])
  expect(kept.assets).toEqual([])
})
