import './panel.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useEditor } from 'tldraw'
import { boardSays } from '../boardSays.ts'
import { FieldEntry } from './FieldEntry.tsx'
import type { Edit, PanelField, ParsedField } from './layout.ts'
import { parseField } from './parseField.ts'
import { returnFocus } from './returnFocus.ts'

type Save = (value: Extract<ParsedField, { ok: true }>['value']) => void

interface FieldInputProps {
  readonly field: PanelField
  readonly save: Save
  /** Goes to the field that many places on; `refusal`: why what was typed here is not taken. */
  readonly move: (by: 1 | -1, refusal: string | null) => void
  /** Makes an edit that a key stands for. */
  readonly make: (edit: () => Edit) => void
}

/**
 * One field edited in place. Enter and leaving save, Tab saves and goes on, Escape saves and ends. Enter
 * ends the editing or adds a row, as the field says; with Ctrl or Cmd it always ends it, with Shift it begins a
 * new line where the text may have several.
 * Nothing is written while somebody types, so edits of other fields by other people go on undisturbed. A wrong
 * text says what is allowed and changes nothing: Enter leaves it there to be mended, Tab and Escape put the old
 * value back.
 */
export function FieldInput({ field, save, move, make }: FieldInputProps) {
  const editor = useEditor()
  const problemId = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const { text, type, commit, giveUp } = useDraft(field, save)
  useEffect(() => () => returnFocus(editor), [editor])

  function saveThen(go: () => void) {
    const refusal = commit()
    setProblem(refusal)
    if (refusal === null) go()
  }

  function onKeyDown(event: KeyboardEvent) {
    // On the way down, before tldraw's own listeners: they would end the editing first.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const edit = field.keys?.[keyName(event)]
    if (edit) take(event, () => saveThen(() => make(edit)))
    else if (event.key === 'Enter' && !(event.shiftKey && field.linesFrom !== undefined)) onEnter(event)
    else if (event.key === 'Tab') take(event, () => move(event.shiftKey ? -1 : 1, saveOrGiveUp()))
    else if (event.key === 'Escape') onEscape()
  }

  function saveOrGiveUp(): string | null {
    const refusal = commit()
    if (refusal === null) return null
    giveUp()
    return `${refusal} The old value stays.`
  }

  /** What is not taken is told before the editing ends, at the next Escape. */
  function onEscape() {
    const refusal = saveOrGiveUp()
    setProblem(refusal)
    if (refusal === null) editor.cancel()
  }

  function onEnter(event: KeyboardEvent) {
    const { enter } = field
    const isLast = enter === undefined || event.ctrlKey || event.metaKey
    take(event, () => saveThen(() => (isLast ? editor.complete() : make(enter))))
  }

  const { x, y, w } = field.box
  return (
    <div className="panel-field" style={{ left: x, top: y, width: w }}>
      <FieldEntry
        field={field}
        text={text}
        problemId={problem === null ? undefined : problemId}
        onKeyDown={onKeyDown}
        onType={(typed) => {
          setProblem(null)
          type(typed)
        }}
      />
      {problem !== null && (
        <p id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** Does what a key is for in place of what the browser does on it. */
function take(event: KeyboardEvent, act: () => void) {
  event.preventDefault()
  act()
}

function keyName({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${key}`
}

/**
 * What is typed and not saved yet. It is saved when the input goes away, too: a click elsewhere does that
 * without a blur. What is not taken then has no place any more, so that the board says it.
 */
function useDraft(field: PanelField, save: Save) {
  const editor = useEditor()
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
  useEffect(
    () => () => {
      const refusal = leave.current()
      if (refusal === null) return
      boardSays(editor).set(`${latest.current.field.label}: ${refusal} The old value stays.`)
    },
    [editor],
  )

  function type(next: string) {
    draft.current.text = next
    setText(next)
  }
  return { text, type, commit, giveUp: () => type(draft.current.saved) }
}
