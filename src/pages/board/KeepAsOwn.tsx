import { useState } from 'react'
import type { Editor, TLContent } from 'tldraw'
import { Button } from '../../look/Button.tsx'
import { boardPath, goTo } from '../../rooms/address.ts'
import { createRoom } from '../../rooms/api.ts'

/** What a board that is about to open begins with, by room. */
const brought = new Map<string, TLContent>()

/** Makes a board of one's own of what this device shows of a board that opens no more. */
export function KeepAsOwn({ editor }: { editor: Editor }) {
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function keep() {
    setBusy(true)
    setError('')
    try {
      const content = editor.getContentFromCurrentPage([...editor.getCurrentPageShapeIds()])
      const title = `${editor.getDocumentSettings().name || 'Untitled board'} (copy)`
      const { room, tokens } = await createRoom({ template: 'blank', title })
      if (content) brought.set(room, content)
      goTo(boardPath(room, tokens.owner ?? ''))
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason))
      setBusy(false)
    }
  }

  return (
    <>
      {error && <span role="alert">{error}</span>}
      <Button disabled={isBusy} onClick={() => void keep()}>
        Keep as a board of your own
      </Button>
    </>
  )
}

/** Puts on a new board what was brought along to it, once. */
export function putBrought(editor: Editor, room: string) {
  const content = brought.get(room)
  if (!content) return
  brought.delete(room)
  editor.putContentOntoCurrentPage(content, { preservePosition: true })
  editor.selectNone()
}
