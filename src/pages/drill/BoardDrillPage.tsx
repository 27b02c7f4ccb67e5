import { useState } from 'react'
import type { BoardDrill } from '../../domain/drill/drill.ts'
import { DrawingScreen } from './DrawingScreen.tsx'
import { DrillIntro } from './DrillIntro.tsx'
import './drill.css'

/** A drill on a board of its own, which is on this device only and gone with the page. */
export function BoardDrillPage({ drill }: { drill: BoardDrill }) {
  const [run, setRun] = useState(0)
  if (run > 0) return <DrawingScreen key={run} drill={drill} onAgain={() => setRun(run + 1)} />
  return (
    <DrillIntro drill={drill} onStart={() => setRun(1)}>
      <p>
        <b>Clock</b> It stops by itself when all that must holds, so draw the bonus before the last of it.
      </p>
      <p>
        <b>Figures</b> Components come without any here: you write them.
      </p>
      <p>
        <b>Keys</b> As on a board: <kbd>Ctrl K</kbd> inserts, <kbd>F2</kbd> edits, <kbd>?</kbd> lists all.{' '}
        <kbd>Esc</kbd> twice stops.
      </p>
    </DrillIntro>
  )
}
