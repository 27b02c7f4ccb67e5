import { type ReactNode, useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx'
import { newBoardStore } from '../../canvas/newBoardStore.ts'
import { useBoardEditor } from '../../canvas/useBoardEditor.ts'
import { useBoardKeys } from '../../canvas/useBoardKeys.ts'
import { WithEditor } from '../../canvas/WithEditor.tsx'
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
  const run = useBoardRun(drill)
  const { editor, canvas } = useBoardEditor((mounted) => [blankComposites(mounted), run.follow(mounted)])
  const isOver = run.outcome !== null
  const isAsking = useDoubleEscape(isOver ? null : editor, run.stop)
  useStandStill(editor, isOver)
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
        <BoardCanvas store={store} user={tldrawUser} isReadonly={false} {...canvas}>
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

/** What our keys open. */
function Dialogs({ editor }: { editor: Editor }) {
  useBoardKeys(editor)
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
