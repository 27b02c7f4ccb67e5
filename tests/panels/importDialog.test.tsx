import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { ImportDialog } from '../../src/panels/design-file/ImportDialog.tsx'
import { headlessEditor } from '../helpers/headlessEditor.ts'

it('begins at the button that chooses a file, not at the one that closes', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  // As browsers do: an open dialog puts the focus on the first thing in it that takes it.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
    this.querySelector('button')?.focus()
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
  const editor = headlessEditor(shapeUtils)
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  await act(async () => root.render(<ImportDialog editor={editor} />))
  expect(document.activeElement?.textContent).toBe('Choose a file…')
  await act(async () => root.unmount())
  element.remove()
  editor.dispose()
})
