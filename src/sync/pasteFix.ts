import type { Editor } from 'tldraw'

/**
 * Lets a paste come down on the page where a frame is selected together with something else: 3.15.6 looks for
 * what is around all of the selection, counts the frame itself as a part of that, and throws where one of the
 * others is two deep. Undone by the result.
 */
export function fixPaste(editor: Editor): () => void {
  const { putContentOntoCurrentPage } = editor
  editor.putContentOntoCurrentPage = function fixed(this: Editor, content, options) {
    const selected = this.getSelectedShapes()
    const isUnclear = selected.length > 1 && selected.some(({ type }) => type === 'frame')
    if (isUnclear) this.selectNone()
    return putContentOntoCurrentPage.call(this, content, options)
  }
  return () => {
    editor.putContentOntoCurrentPage = putContentOntoCurrentPage
  }
}
