import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { Button } from '../../look/Button.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { askBeforeLeaving } from '../../rooms/address.ts'
import type { Connection } from '../../sync/connection.ts'
import type { CopyTrouble } from '../../sync/copyWriter.ts'
import type { Room } from '../../sync/openRoom.ts'
import type { Save } from '../../sync/save.ts'
import { refusalWords } from './refusal.ts'

/** What keeps edits from where they belong, and what to do about it, over the board. */
export function Notices({ room, editor }: { room: Room; editor: Editor }) {
  const connection = useSignal(room.connection)
  const save = useSignal(room.save)
  useStopDrawing(connection.kind === 'refused', editor)
  useWarnBeforeClosing(save)
  useKeepForGood(save)
  return (
    <div className="board-notices">
      {connection.kind === 'refused' && <Refused connection={connection} save={save} />}
      {connection.kind === 'held' && <Held reason={connection.reason} trouble={save.trouble} />}
      <Storage trouble={save.trouble} />
    </div>
  )
}

/** Once the server has closed the board, drawing on would only be lost. What is drawn can be read and copied. */
function useStopDrawing(isRefused: boolean, editor: Editor) {
  useEffect(() => {
    if (isRefused) editor.updateInstanceState({ isReadonly: true })
  }, [isRefused, editor])
}

/** Edits that are nowhere but in this tab would go with it. */
function useWarnBeforeClosing({ server, trouble }: Save) {
  const isAtRisk = !server.is && trouble !== null
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    const stopAsking = askBeforeLeaving(
      'Your latest edits are only in this tab. Leave the board and lose them?',
    )
    return () => {
      window.removeEventListener('beforeunload', warn)
      stopAsking()
    }
  }, [isAtRisk])
}

/** While edits wait here, the browser is asked not to make room by clearing what this site has stored. */
function useKeepForGood({ server, link }: Save) {
  const areWaiting = !server.is && link === 'offline'
  useEffect(() => {
    if (areWaiting) void navigator.storage?.persist?.().catch(() => {})
  }, [areWaiting])
}

type Refusal = Extract<Connection, { code: number }>

function Refused({ connection, save }: { connection: Refusal; save: Save }) {
  const { title, text } = refusalWords(connection.code, connection.reason)
  return (
    <p className="board-notice board-notice-over" role="alert">
      <span>
        <strong>{title}</strong> {text} {save.server.is ? '' : leftBehind(save.trouble)}
      </span>
    </p>
  )
}

function leftBehind(trouble: CopyTrouble | null): string {
  return trouble === null
    ? 'Edits that the server has not got are kept on this device.'
    : 'Edits that the server has not got are in this tab only: select all and copy them before you close it.'
}

function Held({ reason, trouble }: { reason: string; trouble: CopyTrouble | null }) {
  const where = trouble === null ? 'on this device' : 'in this tab only, so keep it open'
  return (
    <p className="board-notice" role="alert">
      <span>
        <strong>{reason}</strong> It stays {where}, with what you draw after it. Undo it or delete it, and the
        rest goes to the server by itself.
      </span>
    </p>
  )
}

const TROUBLE: Readonly<Record<CopyTrouble, { title: string; text: string }>> = {
  full: {
    title: 'This browser’s storage is full.',
    text: 'What you draw goes to the server and is not kept on this device. Free some space; until then keep this tab open while you are offline.',
  },
  forbidden: {
    title: 'This browser forbids storage.',
    text: 'What you draw goes to the server and is not kept on this device: keep this tab open while you are offline.',
  },
  newer: {
    title: 'Another tab runs a newer Drillboard.',
    text: 'What you draw here from now on is not kept on this device. Wait until the server has it, then reload this tab.',
  },
}

function Storage({ trouble }: { trouble: CopyTrouble | null }) {
  const [hidden, setHidden] = useState<CopyTrouble | null>(null)
  if (trouble === null || trouble === hidden) return null
  const { title, text } = TROUBLE[trouble]
  return (
    <p className="board-notice" role="alert">
      <span>
        <strong>{title}</strong> {text}
      </span>
      <Button look="quiet" onClick={() => setHidden(trouble)}>
        Hide
      </Button>
    </p>
  )
}
