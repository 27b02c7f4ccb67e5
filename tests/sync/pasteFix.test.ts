import { expect, it } from 'vitest'
import { fixPaste } from '../../src/sync/pasteFix.ts'
import { boardEditor } from './boardEditor.ts'
import { box, id } from './network.ts'

const frame = (name: string, parentId?: string) => ({
  id: id(name),
  type: 'frame',
  x: 10,
  y: 10,
  props: { w: 400, h: 300 },
  ...(parentId ? { parentId: id(parentId) } : {}),
})

function pasteWhile(selected: string[]) {
  const editor = boardEditor()
  const unfix = fixPaste(editor)
  editor.createShapes([frame('outer'), frame('inner', 'outer'), frame('alone')])
  editor.createShapes([{ ...box('deep', 20, 20), parentId: id('inner') }, box('copied', 600, 400)])
  const content = editor.getContentFromCurrentPage([id('copied')])
  editor.setSelectedShapes(selected.map((name) => id(name)))
  if (content) editor.putContentOntoCurrentPage(content, { select: true })
  unfix()
  const [pasted] = editor.getSelectedShapes()
  editor.dispose()
  return pasted
}

it('pastes onto the page where tldraw cannot tell in which of the selected frames', () => {
  expect(pasteWhile(['alone', 'deep'])).toMatchObject({ type: 'geo', parentId: 'page:page' })
})

it('pastes into the selected frame as tldraw does', () => {
  expect(pasteWhile(['alone'])).toMatchObject({ type: 'geo', parentId: id('alone') })
})
