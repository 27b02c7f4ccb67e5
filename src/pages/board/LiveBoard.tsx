import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { type Editor, EditorProvider } from 'tldraw'
import { shapeUtils } from '../../../shapes/index.ts'
import { openDialog } from '../../canvas/boardDialog.ts'
import { nameDrawnLinks } from '../../canvas/nameDrawnLinks.ts'
import { PlusButtons } from '../../canvas/PlusButtons.tsx'
import { useBoardKeys } from '../../canvas/useBoardKeys.ts'
import { Notice } from '../../look/Notice.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { ConnectTo } from '../../panels/connect/ConnectTo.tsx'
import { Inspector } from '../../panels/inspector/Inspector.tsx'
import { Palette } from '../../panels/palette/Palette.tsx'
import { QuickInsert } from '../../panels/quick-insert/QuickInsert.tsx'
import { LeaderHint } from '../../panels/shortcuts/LeaderHint.tsx'
import { ShortcutsDialog } from '../../panels/shortcuts/ShortcutsDialog.tsx'
import { mayDraw, type RoomInfo, type RoomKey } from '../../rooms/api.ts'
import type { Room } from '../../sync/openRoom.ts'
import { BoardCanvas } from './BoardCanvas.tsx'
import { BoardHeader } from './BoardHeader.tsx'
import { EmptyHint } from './EmptyHint.tsx'
import { PassedOver } from './PassedOver.tsx'
import { refusalWords } from './refusal.ts'
import { rememberVisit } from './rememberVisit.ts'
import { LeftPanel, RightPanel, type Tab } from './SidePanel.tsx'
import { showBoard } from './showBoard.ts'
import { keepCanvasSteady } from './steadyCanvas.ts'
import { type OpenBoard, useRoom } from './useRoom.ts'
import './board.css'

interface LiveBoardProps {
  board: RoomKey
  info: RoomInfo
}

/** A board whose link the server knows: connects, and shows it once it is all there. */
export function LiveBoard({ board, info }: LiveBoardProps) {
  const open = useRoom(board, !mayDraw(info.role))
  return open && <Synced board={board} info={info} open={open} />
}

function Synced({ board, info, open }: LiveBoardProps & { open: OpenBoard }) {
  const isReady = useSignal(open.room.ready)
  const connection = useSignal(open.room.connection)
  if (connection.kind === 'refused' && !isReady) {
    const { title, text } = refusalWords(connection.code, connection.reason)
    return <Notice title={title}>{text}</Notice>
  }
  return isReady && <Screen board={board} info={info} open={open} />
}

function Screen({ board, info, open: { store, room } }: LiveBoardProps & { open: OpenBoard }) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const isReadonly = !mayDraw(info.role)
  const onEditor = (mounted: Editor) => {
    const stops = [
      room.attach(mounted),
      keepCanvasSteady(mounted),
      rememberVisit(mounted, { ...board, role: info.role }),
    ]
    showBoard(mounted)
    setEditor(mounted)
    return () => {
      setEditor(null)
      for (const stop of stops) stop()
    }
  }
  const onShortcuts = useCallback(() => editor && openDialog(editor, 'shortcuts'), [editor])
  return (
    <div className={isReadonly ? 'board board-readonly' : 'board'}>
      {editor ? (
        <EditorProvider editor={editor}>
          <Refused room={room} editor={editor} />
          <BoardHeader
            board={board}
            room={room}
            editor={editor}
            isReadonly={isReadonly}
            onShortcuts={() => openDialog(editor, 'shortcuts')}
          />
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
        <BoardCanvas
          store={store}
          shapeUtils={shapeUtils}
          isReadonly={isReadonly}
          onEditor={onEditor}
          onShortcuts={onShortcuts}
        >
          <EmptyHint />
          <PassedOver room={room} />
          <PlusButtons />
          <ShortcutsDialog />
        </BoardCanvas>
      </main>
      <RightPanel tabs={tabsFor(editor)} />
    </div>
  )
}

/** The panels stand from the start, so that the canvas has its size; what is in them needs the editor. */
function WithEditor({ editor, children }: { editor: Editor | null; children: ReactNode }) {
  return editor && <EditorProvider editor={editor}>{children}</EditorProvider>
}

function tabsFor(editor: Editor | null): readonly [Tab, ...Tab[]] {
  const body = (
    <WithEditor editor={editor}>
      <Inspector />
    </WithEditor>
  )
  return [{ id: 'inspector', name: 'Inspector', body }]
}

/**
 * Says that the server has closed the board under an open editor. What is drawn stays to be read and copied;
 * drawing on would only be lost.
 */
function Refused({ room, editor }: { room: Room; editor: Editor }) {
  const connection = useSignal(room.connection)
  const isRefused = connection.kind === 'refused'
  useEffect(() => {
    if (isRefused) editor.updateInstanceState({ isReadonly: true })
  }, [isRefused, editor])
  if (connection.kind !== 'refused') return null
  const { title, text } = refusalWords(connection.code, connection.reason)
  return (
    <div className="board-refused" role="alert">
      <strong>{title}</strong> {text}
    </div>
  )
}

/** What our keys open. */
function Dialogs({ editor }: { editor: Editor }) {
  useBoardKeys(editor)
  useEffect(() => nameDrawnLinks(editor), [editor])
  return (
    <>
      <QuickInsert />
      <ConnectTo />
      <LeaderHint />
    </>
  )
}
