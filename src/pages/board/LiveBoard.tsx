import { type Editor, EditorProvider } from 'tldraw'
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx'
import { openDialog } from '../../canvas/boardDialog.ts'
import { keepApart } from '../../canvas/keepApart.ts'
import { spotMemory } from '../../canvas/spotMemory.ts'
import { useBoardEditor } from '../../canvas/useBoardEditor.ts'
import { useBoardKeys } from '../../canvas/useBoardKeys.ts'
import { WithEditor } from '../../canvas/WithEditor.tsx'
import { LeftPanel } from '../../look/SidePanel.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { ConnectTo } from '../../panels/connect/ConnectTo.tsx'
import { ImportDesign } from '../../panels/design-file/ImportDesign.tsx'
import { Palette } from '../../panels/palette/Palette.tsx'
import { tldrawUser } from '../../panels/people/tldrawUser.ts'
import { QuickInsert } from '../../panels/quick-insert/QuickInsert.tsx'
import { ReplaceWith } from '../../panels/replace/ReplaceWith.tsx'
import { LeaderHint } from '../../panels/shortcuts/LeaderHint.tsx'
import { ShortcutsDialog } from '../../panels/shortcuts/ShortcutsDialog.tsx'
import { mayDraw, type Role, type RoomInfo, type RoomKey } from '../../rooms/api.ts'
import { BoardHeader } from './BoardHeader.tsx'
import { BoardRight } from './BoardRight.tsx'
import { BoardRibbon, HeaderClock } from './BoardRun.tsx'
import { Closed } from './Closed.tsx'
import { putBrought } from './KeepAsOwn.tsx'
import { Notices } from './Notices.tsx'
import { PassedOver } from './PassedOver.tsx'
import { rememberVisit } from './rememberVisit.ts'
import { showBoard } from './showBoard.ts'
import { useLink } from './useLink.ts'
import { type OpenBoard, useRoom } from './useRoom.ts'
import { useRun } from './useRun.ts'
import '../../look/board.css'

interface LiveBoardProps {
  board: RoomKey
  role: Role
  /** Null while the server has not said it. */
  info: RoomInfo | null
}

/** Opens a board from this device or the server, whichever has it first. */
export function LiveBoard({ board, role, info }: LiveBoardProps) {
  const open = useRoom(board, !mayDraw(role))
  return open && <Opened board={board} role={role} info={info} open={open} />
}

function Opened({ board, role, info, open }: LiveBoardProps & { open: OpenBoard }) {
  const isReady = useSignal(open.room.ready)
  const hasCopy = useSignal(open.room.hasCopy)
  const connection = useSignal(open.room.connection)
  if (isReady) return <Screen board={board} role={role} info={info} open={open} />
  const isClosed = connection.kind === 'refused' || connection.kind === 'held'
  if (isClosed || (connection.kind === 'offline' && hasCopy === false)) {
    return <Closed board={board} room={open.room} connection={connection} />
  }
  return null
}

function Screen({ board, role, info, open: { store, room } }: LiveBoardProps & { open: OpenBoard }) {
  const isObserver = !mayDraw(role)
  const isClosed = useSignal(room.connection).kind === 'refused'
  const isReadonly = isObserver || isClosed
  const { link, current, goOnWith } = useLink(board, role, room)
  const { editor, canvas } = useBoardEditor((mounted) => {
    const stops = [
      room.attach(mounted),
      keepApart(mounted, { saved: room.saved, memory: spotMemory(board.room) }),
      rememberVisit(mounted, room, () => ({ ...current(), role })),
    ]
    putBrought(mounted, board.room)
    showBoard(mounted)
    return stops
  })
  const here = useRun({ link, role, info, editor, isClosed })
  return (
    <div className={isReadonly ? 'board board-readonly' : 'board'}>
      {editor ? (
        <EditorProvider editor={editor}>
          <Notices board={link} room={room} editor={editor} isReadonly={isReadonly} />
          <BoardHeader
            board={link}
            role={role}
            goOnWith={goOnWith}
            room={room}
            editor={editor}
            isReadonly={isReadonly}
            onShortcuts={() => openDialog(editor, 'shortcuts')}
            clock={here && <HeaderClock here={here} info={info} />}
          />
          {here && <BoardRibbon here={here} info={info} />}
          <Dialogs editor={editor} />
        </EditorProvider>
      ) : (
        <header className="board-header" />
      )}
      {!isReadonly && (
        <LeftPanel>
          {(isFolded) => (
            <WithEditor editor={editor}>
              <Palette isFolded={isFolded} />
            </WithEditor>
          )}
        </LeftPanel>
      )}
      <main className="board-canvas">
        <BoardCanvas store={store} user={tldrawUser} isReadonly={isReadonly} {...canvas}>
          <PassedOver room={room} />
          <ShortcutsDialog />
        </BoardCanvas>
      </main>
      <BoardRight editor={editor} here={here} info={info} isReadonly={isReadonly} />
    </div>
  )
}

/** What our keys open. */
function Dialogs({ editor }: { editor: Editor }) {
  useBoardKeys(editor)
  return (
    <>
      <QuickInsert />
      <ConnectTo />
      <ReplaceWith />
      <ImportDesign />
      <LeaderHint />
    </>
  )
}
