import { useState } from 'react'
import { Icon } from '../../look/Icon.tsx'
import { InPlaceField } from '../../look/InPlaceField.tsx'
import { Menu } from '../../look/Menu.tsx'
import { boardPath } from '../../rooms/address.ts'
import { createRoom, mayDraw, renameRoom, ServerError } from '../../rooms/api.ts'
import { rememberBoard, updateBoard, type VisitedBoard } from '../../rooms/visited.ts'
import { Stamp } from './Stamp.tsx'
import { whenVisited } from './whenVisited.ts'

function sentence(reason: unknown): string {
  if (reason instanceof ServerError && reason.status === 404) return 'This board is no longer on the server.'
  if (reason instanceof ServerError && (reason.status === 401 || reason.status === 403)) {
    return 'This link no longer allows that.'
  }
  return reason instanceof Error ? reason.message : String(reason)
}

/** A board: its stamp and title lead to it, its menu renames, duplicates and forgets it. */
export function BoardCard({ board, onForget }: { board: VisitedBoard; onForget: () => void }) {
  const [isRenaming, setRenaming] = useState(false)
  const [error, setError] = useState('')
  const { room, token, role, title, visitedAt, thumbnail, hasEditsWaiting } = board

  async function attempt(action: () => Promise<void>) {
    setError('')
    try {
      await action()
    } catch (reason) {
      setError(sentence(reason))
    }
  }

  function rename(text: string | null) {
    setRenaming(false)
    if (!text) return
    void attempt(async () => {
      await renameRoom(board, text)
      updateBoard(room, { title: text })
    })
  }

  const duplicate = () =>
    attempt(async () => {
      const copy = `${title} (copy)`
      const made = await createRoom({ copyOf: board, title: copy })
      const key = { room: made.room, token: made.tokens.owner ?? '' }
      rememberBoard({ ...key, role: 'owner', title: copy, visitedAt: Date.now(), thumbnail })
    })

  const when = whenVisited(visitedAt, Date.now())
  return (
    <li className="start-board">
      <a className="start-stamp" href={boardPath(room, token)} aria-label={`Open ${title}`} tabIndex={-1}>
        <Stamp thumbnail={thumbnail} />
      </a>
      <div className="start-board-words">
        {isRenaming ? (
          <InPlaceField className="start-rename" value={title} label="Board title" onDone={rename} />
        ) : (
          <a className="start-board-title" href={boardPath(room, token)} title={title}>
            {title}
          </a>
        )}
        <p>{role === 'owner' ? `Opened ${when}` : `As ${role}, ${when}`}</p>
        {hasEditsWaiting && <p className="start-waiting">Edits wait on this device</p>}
        {error && <p role="alert">{error}</p>}
      </div>
      <Menu
        label={`Actions for ${title}`}
        face={<Icon name="more" />}
        items={[
          ...(mayDraw(role)
            ? [{ label: 'Rename', icon: 'pencil' as const, onSelect: () => setRenaming(true) }]
            : []),
          { label: 'Duplicate', icon: 'copy', onSelect: () => void duplicate() },
          { label: 'Forget', icon: 'bin', onSelect: onForget },
        ]}
      />
    </li>
  )
}
