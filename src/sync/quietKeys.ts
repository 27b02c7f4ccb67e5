import type { Editor } from 'tldraw'

const QUIET_MS = 1500
const KEYS = ['keydown', 'keypress', 'keyup']

/**
 * Swallows keys until the next press of the pointer, or 1.5 s: what somebody was typing into has vanished,
 * and the rest of their word must not become shortcuts ("z" zooms, Backspace deletes).
 */
export function quietKeys(editor: Editor) {
  const { ownerDocument } = editor.getContainer()
  const swallow = (event: Event) => event.stopImmediatePropagation()
  const stop = () => {
    for (const name of KEYS) ownerDocument.removeEventListener(name, swallow, true)
    ownerDocument.removeEventListener('pointerdown', stop, true)
    clearTimeout(timer)
  }
  for (const name of KEYS) ownerDocument.addEventListener(name, swallow, true)
  ownerDocument.addEventListener('pointerdown', stop, true)
  const timer = setTimeout(stop, QUIET_MS)
}
