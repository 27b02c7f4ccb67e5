import './panel.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import { fontStyle } from './fontStyle.ts'
import type { PanelField } from './layout.ts'
import { parseField } from './parseField.ts'
import { returnFocus } from './returnFocus.ts'

type Save = (value: string | number | null) => void

interface FieldInputProps {
  readonly field: PanelField
  readonly save: Save
  /** Goes to the field that many places on. */
  readonly move: (by: 1 | -1) => void
  /** What Enter does once the field is saved. */
  readonly enter: () => void
}

/**
 * One field edited in place. Enter and leaving save, Tab saves and goes on, Escape keeps what was there. Enter
 * ends the editing or adds a row, as the field says; with Ctrl or Cmd it always ends it.
 * Nothing is written while somebody types, so edits of other fields by other people go on undisturbed; a
 * wrong number says what is allowed and changes nothing.
 */
export function FieldInput({ field, save, move, enter }: FieldInputProps) {
  const editor = useEditor()
  const problemId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { text, type, commit, giveUp } = useDraft(field, save)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
    return () => returnFocus(editor)
  }, [editor])

  function saveThen(go: () => void) {
    const refusal = commit()
    setProblem(refusal)
    if (refusal === null) go()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // On the way down, before tldraw's own listeners: they would end the editing first.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') saveThen(event.ctrlKey || event.metaKey ? () => editor.complete() : enter)
    if (event.key === 'Escape') {
      giveUp()
      editor.cancel()
    }
    if (event.key === 'Tab') {
      event.preventDefault()
      saveThen(() => move(event.shiftKey ? -1 : 1))
    }
  }

  const { x, y, w, h } = field.box
  return (
    <div className="panel-field" style={{ left: x, top: y, width: w }}>
      <input
        ref={input}
        value={text}
        placeholder={field.label}
        aria-label={field.label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        style={{ height: h, textAlign: ALIGN[field.anchor], ...fontStyle(field.font) }}
        onKeyDownCapture={onKeyDown}
        onChange={(event) => {
          setProblem(null)
          type(event.target.value)
        }}
        onPointerDown={stopEventPropagation}
        spellCheck={false}
        autoComplete="off"
      />
      {problem !== null && (
        <p id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

/** What is typed and not saved yet. It is saved when the input goes away, too: a click elsewhere does that without a blur. */
function useDraft(field: PanelField, save: Save) {
  const [text, setText] = useState(field.text)
  const draft = useRef({ text: field.text, saved: field.text })
  const latest = useRef({ field, save })
  useEffect(() => {
    latest.current = { field, save }
  })

  function commit(): string | null {
    const typed = draft.current.text.trim()
    if (typed === draft.current.saved.trim()) return null
    const parsed = parseField(latest.current.field, typed)
    if (!parsed.ok) return parsed.problem
    draft.current.saved = typed
    latest.current.save(parsed.value)
    return null
  }

  const leave = useRef(commit)
  useEffect(() => () => void leave.current(), [])

  function type(next: string) {
    draft.current.text = next
    setText(next)
  }
  return { text, type, commit, giveUp: () => type(draft.current.saved) }
}
