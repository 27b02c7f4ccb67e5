import type { Editor } from 'tldraw'

/**
 * Whether what happens now becomes a step of this person's undo. Not so what undo and redo themselves do, nor what
 * a program does aside. tldraw 3.15.6 does not show it in its types, and pauses its history for all of these.
 */
export function isRecorded(editor: Editor): boolean {
  return (editor as unknown as { readonly history: { readonly state: string } }).history.state !== 'paused'
}
