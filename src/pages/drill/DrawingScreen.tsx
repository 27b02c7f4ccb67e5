import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { type Editor, EditorProvider } from 'tldraw'
import { shapeUtils } from '../../../shapes/index.ts'
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx'
import { BoardToast } from '../../canvas/BoardToast.tsx'
import { openDialog } from '../../canvas/boardDialog.ts'
import { EmptyHint } from '../../canvas/EmptyHint.tsx'
import { nameDrawnLinks } from '../../canvas/nameDrawnLinks.ts'
import { newBoardStore } from '../../canvas/newBoardStore.ts'
import { PlusButtons } from '../../canvas/PlusButtons.tsx'
import { keepCanvasSteady } from '../../canvas/steadyCanvas.ts'
import { useBoardKeys } from '../../canvas/useBoardKeys.ts'
import type { BoardDrill } from '../../domain/drill/drill.ts'
import { LeftPanel, RightPanel, type Tab } from '../../look/SidePanel.tsx'
import { ConnectTo } from '../../panels/connect/ConnectTo.tsx'
import { Inspector } from '../../panels/inspector/Inspector.tsx'
import { Palette } from '../../panels/palette/Palette.tsx'
import { tldrawUser } from '../../panels/people/tldrawUser.ts'
import { QuickInsert } from '../../panels/quick-insert/QuickInsert.tsx'
import { ReplaceWith } from '../../panels/replace/ReplaceWith.tsx'
import { LeaderHint } from '../../panels/shortcuts/LeaderHint.tsx'
import { ShortcutsDialog } from '../../panels/shortcuts/ShortcutsDialog.tsx'
import { blankComposites } from './blankComposites.ts'
import { DrawingHead } from './DrawingHead.tsx'
import { TaskPanel } from './TaskPanel.tsx'
import { useBoardRun } from './useBoardRun.ts'
import { useDoubleEscape } from './useDoubleEscape.ts'
import { Verdict } from './Verdict.tsx'
import '../../look/board.css'

interface DrawingScreenProps {
  drill: BoardDrill
  onAgain: () => void
}

/** One go at a board drill: an empty board with all that boards have, the clock, and the clauses beside it. */
export function DrawingScreen({ drill, onAgain }: DrawingScreenProps) {
  const [store] = useState(newBoardStore)
  const [editor, setEditor] = useState<Editor | null>(null)
  const run = useBoardRun(drill)
  const isOver = run.outcome !== null
  const isAsking = useDoubleEscape(isOver ? null : editor, run.stop)
  useStandStill(editor, isOver)
  const onEditor = (mounted: Editor) => {
    const stops = [keepCanvasSteady(mounted), blankComposites(mounted), run.follow(mounted)]
    setEditor(mounted)
    return () => {
      setEditor(null)
      for (const stop of stops) stop()
    }
  }
  const onShortcuts = useCallback(() => editor && openDialog(editor, 'shortcuts'), [editor])
  const task = run.outcome ? (
    <Verdict drill={drill} outcome={run.outcome} onAgain={onAgain} />
  ) : (
    <TaskPanel drill={drill} judged={run.judged} />
  )
  return (
    <div className={isOver ? 'board board-readonly' : 'board'}>
      <DrawingHead drill={drill} run={run} isAsking={isAsking} />
      {!isOver && (
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
          user={tldrawUser}
          isReadonly={false}
          onEditor={onEditor}
          onShortcuts={onShortcuts}
        >
          <EmptyHint />
          <PlusButtons />
          <BoardToast />
          <ShortcutsDialog />
        </BoardCanvas>
      </main>
      <WithEditor editor={editor}>{editor && <Dialogs editor={editor} />}</WithEditor>
      <RightPanel key={String(isOver)} tabs={tabsFor(task, editor)} isReadonly={isOver} isOpened={isOver} />
    </div>
  )
}

function tabsFor(task: ReactNode, editor: Editor | null): readonly [Tab, ...Tab[]] {
  const inspector = (
    <WithEditor editor={editor}>
      <Inspector />
    </WithEditor>
  )
  return [
    { id: 'drill', name: 'Drill', body: task },
    { id: 'inspector', name: 'Inspector', body: inspector },
  ]
}

function WithEditor({ editor, children }: { editor: Editor | null; children: ReactNode }) {
  return editor && <EditorProvider editor={editor}>{children}</EditorProvider>
}

/** What our keys open. */
function Dialogs({ editor }: { editor: Editor }) {
  useBoardKeys(editor)
  useEffect(() => nameDrawnLinks(editor), [editor])
  return (
    <>
      <QuickInsert />
      <ConnectTo />
      <ReplaceWith />
      <LeaderHint />
    </>
  )
}

/** What was judged stays as it was. */
function useStandStill(editor: Editor | null, isOver: boolean) {
  useEffect(() => {
    if (!editor || !isOver) return
    editor.complete()
    editor.setEditingShape(null)
    editor.selectNone()
    editor.updateInstanceState({ isReadonly: true })
  }, [editor, isOver])
}
