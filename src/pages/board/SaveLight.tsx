import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNow } from '../../look/useNow.ts'
import { useSignal } from '../../look/useSignal.ts'
import type { Room } from '../../sync/openRoom.ts'
import { saveWords } from './saveWords.ts'

const LOOK_EVERY_MS = 1_000

/** Says where the latest edits are, to who only looks what is seen; pressed, it says so of each place, and since when. */
export function SaveLight({ room, isObserver }: { room: Room; isObserver: boolean }) {
  const save = useSignal(room.save)
  const [isOpen, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const panel = useId()
  const { light, text, age, rows } = saveWords(save, useNow(LOOK_EVERY_MS), isObserver)

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: PointerEvent) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside, true)
    return () => document.removeEventListener('pointerdown', closeOutside, true)
  }, [isOpen])

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.key !== 'Escape') return
    event.stopPropagation()
    setOpen(false)
  }

  return (
    <div ref={holder} className="save-holder" role="none" onKeyDown={onKeyDown}>
      <button
        type="button"
        className="save-light"
        title={isObserver ? 'Where the board is' : 'Where your edits are'}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <i className={`save-${light}`} />
        <span className="save-text">{text}</span>
        {age && <span>· {age}</span>}
      </button>
      <span role="status" className="hidden-text">
        {text}
      </span>
      {isOpen && (
        <dl id={panel} className="save-panel">
          {rows.map((row) => (
            <div key={row.place}>
              <dt>{row.place}</dt>
              <dd>{row.has}</dd>
              <dd className="save-age">{row.age}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
