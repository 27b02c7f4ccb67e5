import { lazy } from 'react'
import { findDrill } from '../../../templates/drills/index.ts'
import { Notice } from '../../look/Notice.tsx'
import { CardDrillPage } from './CardDrillPage.tsx'

// A board brings tldraw along, which cards do without.
const BoardDrillPage = lazy(() =>
  import('./BoardDrillPage.tsx').then(
    ({ BoardDrillPage }) => ({ default: BoardDrillPage }),
    () => ({ default: NotLoaded }),
  ),
)

function NotLoaded() {
  return <Notice title="This drill did not load.">Reload this page to try again.</Notice>
}

/** The drill of that id. `set`: which cards; empty for any. */
export function DrillPage({ id, set }: { id: string; set: string }) {
  const drill = findDrill(id)
  if (!drill) {
    return (
      <Notice title="No drill at this address.">
        <a href="/drill">All drills</a>
      </Notice>
    )
  }
  return drill.form === 'board' ? <BoardDrillPage drill={drill} /> : <CardDrillPage drill={drill} set={set} />
}
