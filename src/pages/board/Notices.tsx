import { type ReactNode, useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { Button } from '../../look/Button.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { askBeforeLeaving } from '../../rooms/address.ts'
import type { RoomKey } from '../../rooms/api.ts'
import type { Connection, Offline } from '../../sync/connection.ts'
import type { CopyTrouble } from '../../sync/copyWriter.ts'
import type { Room } from '../../sync/openRoom.ts'
import type { Save } from '../../sync/save.ts'
import { Reload } from './Closed.tsx'
import { KeepAsOwn } from './KeepAsOwn.tsx'
import { OtherLink } from './OtherLink.tsx'
import { refusalWords } from './refusal.ts'
import { leftBehindWords, waitingWords } from './saveWords.ts'
import { TryAgain } from './TryAgain.tsx'
import './notices.css'

interface NoticesProps {
  board: RoomKey
  room: Room
  editor: Editor
  isReadonly: boolean
}

/** What keeps edits from where they belong, and what to do about it, over the board. */
export function Notices({ board, room, editor, isReadonly }: NoticesProps) {
  const connection = useSignal(room.connection)
  const save = useSignal(room.save)
  useStopDrawing(isReadonly, editor)
  useWarnBeforeClosing(save)
  useKeepForGood(save)
  return (
    <div className="board-notices">
      {connection.kind === 'refused' && (
        <Refused connection={connection} whatIsHere={whatIsHere(room, save)}>
          <OtherLink board={board} code={connection.code} />
          {connection.code === TOO_OLD ? <Reload /> : <KeepAsOwn editor={editor} />}
        </Refused>
      )}
      {connection.kind === 'held' && <Held reason={connection.reason} trouble={save.trouble} />}
      {connection.kind === 'offline' && isLasting(connection) && (
        <Waiting connection={connection} text={waitingWords(save, isReadonly)} onTry={room.tryAgain} />
      )}
      <Storage trouble={save.trouble} isReadonly={isReadonly} />
    </div>
  )
}

const TOO_OLD = 4409

/** Once the server has closed the board, drawing on would only be lost. What is drawn can be read and copied. */
function useStopDrawing(isReadonly: boolean, editor: Editor) {
  useEffect(() => {
    editor.updateInstanceState({ isReadonly })
  }, [isReadonly, editor])
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
  const areWaiting = !server.is && link !== 'online' && link !== 'connecting'
  useEffect(() => {
    if (areWaiting) void navigator.storage?.persist?.().catch(() => {})
  }, [areWaiting])
}

type Refusal = Extract<Connection, { kind: 'refused' | 'held' }>

function whatIsHere(room: Room, { server, trouble }: Save): string {
  if (!server.is) return leftBehindWords(room.unsentShapes(), trouble)
  return 'You see what has come to this device.'
}

interface RefusedProps {
  connection: Refusal
  whatIsHere: string
  children: ReactNode
}

function Refused({ connection, whatIsHere, children }: RefusedProps) {
  const { title, text } = refusalWords(connection.code, connection.reason)
  return (
    <div className="board-notice board-notice-over">
      <span role="alert">
        <strong>{title}</strong> {text} {whatIsHere}
      </span>
      <span className="board-notice-actions">{children}</span>
    </div>
  )
}

/** Trouble or a full board that the server has spoken of twice; what passes within a moment is not worth a line. */
function isLasting({ code, since, askedAt }: Offline): boolean {
  return code !== 0 && askedAt > since
}

function Waiting({ connection, text, onTry }: { connection: Offline; text: string; onTry: () => void }) {
  return (
    <div className="board-notice">
      <span role="alert">
        <strong>{refusalWords(connection.code, connection.reason).title}</strong> {text}
      </span>
      <span className="board-notice-actions">
        <TryAgain connection={connection} onTry={onTry} />
      </span>
    </div>
  )
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

/** To who only looks. */
const NOT_KEPT = 'What comes from now on is not kept on this device: you see it while the server is there.'

interface StorageProps {
  trouble: CopyTrouble | null
  isReadonly: boolean
}

function Storage({ trouble, isReadonly }: StorageProps) {
  const [hidden, setHidden] = useState<CopyTrouble | null>(null)
  if (trouble === null || trouble === hidden) return null
  const { title, text } = TROUBLE[trouble]
  return (
    <p className="board-notice" role="alert">
      <span>
        <strong>{title}</strong> {isReadonly ? NOT_KEPT : text}
      </span>
      <Button look="quiet" onClick={() => setHidden(trouble)}>
        Hide
      </Button>
    </p>
  )
}
