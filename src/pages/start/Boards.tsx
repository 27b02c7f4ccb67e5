import { useEffect, useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { forgetBoard, rememberBoard, type VisitedBoard, visitedBoards } from '../../rooms/visited.ts'
import { deleteCopy } from '../../sync/copyDatabase.ts'
import { BoardCard } from './BoardCard.tsx'

const UNDO_FOR_MS = 10_000
const WAITING = 'its edits stay on this device until its link is opened again.'

/** The boards this browser has opened. */
export function Boards() {
  const boards = useSignal(visitedBoards)
  const [forgotten, setForgotten] = useState<VisitedBoard | null>(null)
  useEffect(() => {
    if (!forgotten) return
    const timer = setTimeout(() => setForgotten(null), UNDO_FOR_MS)
    return () => clearTimeout(timer)
  }, [forgotten])

  function forget(board: VisitedBoard) {
    forgetBoard(board.room)
    if (!board.hasEditsWaiting) void deleteCopy(board.room)
    setForgotten(board)
  }

  function undo() {
    if (forgotten) rememberBoard(forgotten)
    setForgotten(null)
  }

  return (
    <section className="start-boards" aria-labelledby="start-boards-heading">
      <h2 id="start-boards-heading">Boards on this device</h2>
      {boards.length === 0 ? (
        <p className="start-empty">None yet. Boards you open, your own or a friend's, are listed here.</p>
      ) : (
        <ul>
          {boards.map((board) => (
            <BoardCard key={board.room} board={board} onForget={() => forget(board)} />
          ))}
        </ul>
      )}
      <div role="status">
        {forgotten && (
          <div className="start-toast">
            <span>
              “{forgotten.title}” is off this list,{' '}
              {forgotten.hasEditsWaiting ? WAITING : 'still on the server.'}
            </span>
            <Button look="quiet" onClick={undo}>
              Undo
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
