import { useEffect, useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { PageHead } from '../../look/PageHead.tsx'
import { boardPath, goTo, problemPath, SURPRISE } from '../../rooms/address.ts'
import { createRoom } from '../../rooms/api.ts'
import { rememberBoard } from '../../rooms/visited.ts'
import { Boards } from './Boards.tsx'
import { Path } from './Path.tsx'
import './start.css'

export function StartPage() {
  useEffect(() => {
    document.title = 'Drillboard'
  }, [])
  return (
    <div className="start">
      <PageHead />
      <main className="start-column">
        <div className="start-hero">
          <h1>
            Practise designing ML systems, <br />
            alone or with a friend.
          </h1>
          <Path />
        </div>
        <Beginnings />
        <Boards />
      </main>
    </div>
  )
}

/** What one can begin with: each makes a room on the server and opens it. */
function Beginnings() {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function begin(template: string, title: string) {
    setBusy(true)
    setError('')
    try {
      const { room, tokens } = await createRoom({ template })
      const token = tokens.owner ?? ''
      rememberBoard({ room, token, role: 'owner', title, visitedAt: Date.now(), thumbnail: null })
      goTo(boardPath(room, token))
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : String(reason))
    }
  }

  return (
    <>
      <div className="start-cards">
        <section>
          <h2>Free board</h2>
          <p>
            No clock. Draw a system from its parts, send the link and draw together. The 7-step board begins
            with a frame for each step of an interview.
          </p>
          <div className="start-actions">
            <Button look="main" disabled={isBusy} onClick={() => begin('blank', 'Untitled board')}>
              New board
            </Button>
            <Button disabled={isBusy} onClick={() => begin('seven-steps', 'Untitled board')}>
              7-step board
            </Button>
          </div>
        </section>
        <section>
          <h2>Problems</h2>
          <p>14 systems to design alone, in 45 or 60 minutes or as many as you have.</p>
          <div className="start-actions">
            <a className="button" href="/problems">
              Choose a problem
            </a>
            <a className="button" href={problemPath(SURPRISE)}>
              Surprise me
            </a>
          </div>
        </section>
        <section>
          <h2>Drills</h2>
          <p>Short tasks against the clock, judged at once: name the shapes, draw the funnel.</p>
          <div className="start-actions">
            <a className="button" href="/drill">
              Choose a drill
            </a>
          </div>
        </section>
        <section>
          <h2>Example</h2>
          <p>
            Which songs to play next, in seven steps: two-tower retrieval, then a funnel from 100 M songs to
            100.
          </p>
          <div className="start-actions">
            <Button disabled={isBusy} onClick={() => begin('song-recommendation', 'Song recommendation')}>
              Open the example
            </Button>
          </div>
        </section>
      </div>
      <p className="start-error" role="alert">
        {error}
      </p>
    </>
  )
}
