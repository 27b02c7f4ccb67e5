import { type ComponentType, lazy, Suspense } from 'react'
import { Notice } from './look/Notice.tsx'
import { useSignal } from './look/useSignal.ts'
import { NoPage } from './pages/none/NoPage.tsx'
import { StartPage } from './pages/start/StartPage.tsx'
import { type Address, address } from './rooms/address.ts'

// The board brings tldraw along, ten times the size of the other pages; shapes and drills bring the catalog.
const BoardPage = lazyPage(() => import('./pages/board/BoardPage.tsx').then((file) => file.BoardPage))
const DebriefPage = lazyPage(() => import('./pages/debrief/DebriefPage.tsx').then((file) => file.DebriefPage))
const ShapesPage = lazyPage(() => import('./pages/shapes/ShapesPage.tsx').then((file) => file.ShapesPage))
const ProblemsPage = lazyPage(() =>
  import('./pages/problems/ProblemsPage.tsx').then((file) => file.ProblemsPage),
)
const ProgressPage = lazyPage(() =>
  import('./pages/progress/ProgressPage.tsx').then((file) => file.ProgressPage),
)
const DrillsPage = lazyPage(() => import('./pages/drill/DrillsPage.tsx').then((file) => file.DrillsPage))
const DrillPage = lazyPage(() => import('./pages/drill/DrillPage.tsx').then((file) => file.DrillPage))

function lazyPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load().then(
      (page) => ({ default: page }),
      () => ({ default: NotLoaded as ComponentType<Props> }),
    ),
  )
}

/** Part of the app did not come: the network broke, or the server has been updated since this page was loaded. */
function NotLoaded() {
  return <Notice title="This page did not load.">Reload this page to try again.</Notice>
}

/** URL to page. */
export function App() {
  const current = useSignal(address)
  if (current.page === 'start') return <StartPage />
  if (current.page === 'none') return <NoPage />
  return (
    <Suspense fallback={null}>
      <OtherPage current={current} />
    </Suspense>
  )
}

function OtherPage({ current }: { current: Exclude<Address, { page: 'start' | 'none' }> }) {
  if (current.page === 'shapes') return <ShapesPage address={current} />
  if (current.page === 'problems') return <ProblemsPage address={current} />
  if (current.page === 'progress') return <ProgressPage />
  if (current.page === 'drills') return <DrillsPage />
  if (current.page === 'drill') return <DrillPage key={current.id} id={current.id} set={current.set} />
  const { room, token } = current
  if (current.page === 'debrief') return <DebriefPage key={`${room}#${token}`} room={room} token={token} />
  return <BoardPage key={`${room}#${token}`} room={room} token={token} />
}
