import type { Editor } from 'tldraw'

/** Gives the keys back to the board once the input that had them is gone, unless somebody else has taken them. */
export function returnFocus(editor: Editor) {
  const container = editor.getContainer()
  const { activeElement, body } = container.ownerDocument
  if (activeElement === null || activeElement === body) container.focus()
}
