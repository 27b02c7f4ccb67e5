import { type ReactNode, Suspense, useState } from 'react'
import { type Editor, TLDOCUMENT_ID, useValue } from 'tldraw'
import { focusCanvas } from '../../canvas/boardDialog.ts'
import { Button } from '../../look/Button.tsx'
import { Dialog } from '../../look/Dialog.tsx'
import { EditableText } from '../../look/EditableText.tsx'
import { Icon } from '../../look/Icon.tsx'
import { Logo } from '../../look/Logo.tsx'
import { later } from '../../look/later.tsx'
import { ThemeSwitch } from '../../look/ThemeSwitch.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { People } from '../../panels/people/People.tsx'
import { mayDraw, type Role, type RoomKey } from '../../rooms/api.ts'
import type { Room } from '../../sync/openRoom.ts'
import { SaveLight } from './SaveLight.tsx'

const ShareDialog = later(
  () => import('../../panels/share/ShareDialog.tsx').then((file) => file.ShareDialog),
  NotLoaded,
)

function NotLoaded({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Share" onClose={onClose}>
      <p role="alert">This did not load. Reload the page to try again.</p>
    </Dialog>
  )
}

interface BoardHeaderProps {
  board: RoomKey
  role: Role
  /** Takes a new link for this tab. */
  goOnWith: (obtain: () => Promise<string>) => Promise<void>
  room: Room
  editor: Editor
  isReadonly: boolean
  onShortcuts: () => void
  /** What measures the time, if anything does. */
  clock: ReactNode
}

/** Title, save light, people, and what concerns the board as a whole. */
export function BoardHeader(props: BoardHeaderProps) {
  const { board, role, goOnWith, room, editor, isReadonly, onShortcuts, clock } = props
  const [isSharing, setSharing] = useState(false)
  const others = useSignal(room.people)
  const toCanvas = () => focusCanvas(editor)
  return (
    <header className="board-header">
      <a className="board-home" href="/" aria-label="Drillboard, start page" title="Start page">
        <Logo />
      </a>
      <Title editor={editor} isReadonly={isReadonly} />
      {!mayDraw(role) && <span className="board-role">You observe</span>}
      <SaveLight room={room} isObserver={!mayDraw(role)} />
      <Problems room={room} />
      <span className="board-gap" />
      {clock}
      <People others={others} giveFocusBack={toCanvas} />
      <Button look="main" onClick={() => setSharing(true)}>
        Share
      </Button>
      <ThemeSwitch />
      <Button
        look="icon"
        aria-label="Keyboard shortcuts"
        aria-keyshortcuts="?"
        title="Keyboard shortcuts (?)"
        onClick={onShortcuts}
      >
        <Icon name="keyboard" />
      </Button>
      <Suspense>
        {isSharing && (
          <ShareDialog
            board={board}
            role={role}
            goOnWith={goOnWith}
            onClose={() => {
              setSharing(false)
              toCanvas()
            }}
          />
        )}
      </Suspense>
    </header>
  )
}

function Title({ editor, isReadonly }: { editor: Editor; isReadonly: boolean }) {
  const title = useValue('title', () => editor.getDocumentSettings().name || 'Untitled board', [editor])
  return (
    <h1 className="board-title">
      {isReadonly ? (
        title
      ) : (
        <EditableText
          label="Board title"
          value={title}
          giveFocusBack={() => focusCanvas(editor)}
          onChange={(name) => editor.store.update(TLDOCUMENT_ID, (record) => ({ ...record, name }))}
        />
      )}
    </h1>
  )
}

/** Says that something of the board cannot be shown here, without getting in the way. */
function Problems({ room }: { room: Room }) {
  const { length } = useSignal(room.problems)
  if (length === 0) return null
  const things = length === 1 ? '1 thing is' : `${length} things are`
  return (
    <p
      className="board-problems"
      role="status"
      title="They were drawn by another version of Drillboard, or arrived damaged. They stay on the board and appear once this browser can read them."
    >
      {things} not shown
    </p>
  )
}
