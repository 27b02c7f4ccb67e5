import { lazy, Suspense } from 'react'
import { Notice } from './look/Notice.tsx'
import { useSignal } from './look/useSignal.ts'
import { NoPage } from './pages/none/NoPage.tsx'
import { StartPage } from './pages/start/StartPage.tsx'
import { address } from './rooms/address.ts'

// The board brings tldraw along, ten times the size of the other pages.
const BoardPage = lazy(() =>
  import('./pages/board/BoardPage.tsx').then(
    ({ BoardPage }) => ({ default: BoardPage }),
    () => ({ default: NotLoaded }),
  ),
)

/** Part of the app did not come: the network broke, or the server has been updated since this page was loaded. */
function NotLoaded() {
  return <Notice title="The board did not load.">Reload this page to try again.</Notice>
}

/** URL to page. */
export function App() {
  const current = useSignal(address)
  if (current.page === 'start') return <StartPage />
  if (current.page === 'none') return <NoPage />
  const { room, token } = current
  return (
    <Suspense fallback={null}>
      <BoardPage key={`${room}#${token}`} room={room} token={token} />
    </Suspense>
  )
}
