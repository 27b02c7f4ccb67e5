import { useEffect, useId, useRef, useState } from 'react'
import { useEditor } from 'tldraw'
import { focusCanvas } from '../../canvas/boardDialog.ts'
import type { Run } from '../../domain/pace/run.ts'
import type { Step } from '../../domain/steps.ts'
import type { RunHere } from '../../rooms/runHere.ts'

interface StepNotesProps {
  step: Step
  run: Run
  post: RunHere['post']
  /** Somebody begins to write here, or has gone elsewhere. */
  onWriting: (isWriting: boolean) => void
}

/** So long after the last key, what was typed is sent. */
const SEND_AFTER_MS = 1_500

/** As much as fits into an event with all signs that JSON writes longer. */
const LONGEST = 4_000

/** Notes of one's own on a step: not on the board, in the debrief. */
export function StepNotes({ step, run, post, onWriting }: StepNotesProps) {
  const editor = useEditor()
  const field = useId()
  const kept = run.notes.get(step.number) ?? ''
  const { text, type, send } = useDraft(kept, (next) =>
    post?.({ type: 'note', step: step.number, text: next }),
  )
  if (!post) return kept === '' ? null : <p className="prompts-notes">{kept}</p>
  return (
    <div className="prompts-notes">
      <label htmlFor={field}>Notes on step {step.number}</label>
      <textarea
        id={field}
        rows={3}
        value={text}
        maxLength={LONGEST}
        placeholder="For the debrief; nothing of it is on the board"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.currentTarget.blur()
          focusCanvas(editor)
        }}
        onFocus={() => onWriting(true)}
        onBlur={() => {
          send()
          onWriting(false)
        }}
      />
    </div>
  )
}

/** A text that is sent when its writer pauses or leaves; until then what others write does not replace it. */
function useDraft(kept: string, onSend: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, onSend })
  latest.current = { draft, onSend }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = () => {
    clearTimeout(timer.current)
    const { draft: written, onSend: post } = latest.current
    if (written !== null && written !== kept) post(written)
  }
  // What was sent has come back.
  useEffect(() => setDraft((written) => (written === kept ? null : written)), [kept])
  const onLeave = useRef(send)
  onLeave.current = send
  useEffect(() => {
    const leave = () => onLeave.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return {
    text: draft ?? kept,
    type(text: string) {
      setDraft(text === kept ? null : text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => onLeave.current(), SEND_AFTER_MS)
    },
    send,
  }
}
