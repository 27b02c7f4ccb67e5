import { createRoot } from 'react-dom/client'
import { type Editor, Tldraw, useActions, useEditor } from 'tldraw'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardComponents } from '../../src/canvas/boardComponents.tsx'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable, insertables } from '../../src/canvas/insertables.ts'

let editor: Editor
let actions: ReturnType<typeof useActions>
let onSeen: () => void
let close: () => void
const element = document.body.appendChild(document.createElement('div'))

function Look() {
  editor = useEditor()
  actions = useActions()
  onSeen()
  return null
}

/** tldraw would fetch its words from its host. */
const assetUrls = { translations: { en: 'data:application/json,{}' } }

beforeAll(async () => {
  HTMLImageElement.prototype.decode ??= () => Promise.resolve()
  const root = createRoot(element)
  close = () => root.unmount()
  const components = { A11y: boardComponents.A11y, InFrontOfTheCanvas: Look }
  await new Promise<void>((resolve) => {
    onSeen = resolve
    root.render(<Tldraw shapeUtils={shapeUtils} components={components} assetUrls={assetUrls} />)
  })
})
afterAll(() => close())

const said = () => element.querySelector('[role="status"][aria-label="Status"]')?.textContent

function selectAlone(id: string, change: object = {}) {
  const insertable = findInsertable(id)
  editor.deleteShapes([...editor.getCurrentPageShapeIds()])
  const shape = insertable && insert(editor, insertable)
  if (!shape) throw new RangeError(`“${id}” was not placed`)
  editor.updateShape({ id: shape, type: editor.getShape(shape)?.type ?? '', props: change })
  editor.setCurrentTool('select')
  editor.selectNone()
  editor.selectAll()
}

it.each([
  ['funnel', {}, 'Funnel. 1 of 1'],
  ['funnel', { label: 'Songs' }, 'Funnel: Songs. 1 of 1'],
  ['two-tower', {}, 'Two-tower model. 1 of 1'],
  ['alert', { label: 'Unsent alert' }, 'Alert: Unsent alert. 1 of 1'],
  ['alert', { label: 'A, tool.component' }, 'Alert: A, tool.component. 1 of 1'],
])('a selected %s with %j is called “%s”', async (id, change, words) => {
  selectAlone(id, change)
  await expect.poll(said).toBe(words)
})

it('nothing that can be placed is called by a key of tldraw’s, neither when it is said again', async () => {
  for (const { id } of insertables) {
    selectAlone(id)
    await expect.poll(said).toBe(`${itself()}. 1 of 1`)
  }
  await actions['a11y-repeat-shape-announce']?.onSelect('kbd')
  await expect.poll(said).toBe(`${itself()}. 1 of 1`)
})

/** What the selected shape says of itself. */
function itself() {
  const shape = editor.getOnlySelectedShape()
  return shape && editor.getShapeUtil(shape).getAriaDescriptor(shape)
}
