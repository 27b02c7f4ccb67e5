import { createShapeId, type Editor, type TLContent, type TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { handleOutsideContent, withoutMedia } from '../../src/pages/board/OutsideContent.tsx'
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

test('SVG is refused with a sentence', async () => {
  await editor.putExternalContent({ type: 'svg-text', text: '<svg onload="alert(1)"/>' })
  expect(types()).toEqual([])
  expect(said).toHaveLength(1)
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
