import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { stopEventPropagation } from 'tldraw'
import { fontStyle } from './fontStyle.ts'
import type { PanelField } from './layout.ts'

interface FieldEntryProps {
  readonly field: PanelField
  readonly text: string
  /** The id of what says why the text is refused. */
  readonly problemId: string | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onType: (text: string) => void
}

/** What a field is typed into or chosen from; it has the focus as soon as it is shown. */
export function FieldEntry({ field, text, problemId, onKeyDown, onType }: FieldEntryProps) {
  const listId = useId()
  const { label, hint, choices, suggestions, linesFrom } = field
  const { h } = field.box
  const shared = {
    value: text,
    'aria-label': label,
    'aria-invalid': problemId !== undefined,
    'aria-describedby': problemId,
    style: { height: h, textAlign: ALIGN[field.anchor], ...fontStyle(field.font) },
    onKeyDownCapture: onKeyDown,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
    onPointerDown: stopEventPropagation,
  }
  const typed = { ...shared, placeholder: hint ?? label, spellCheck: false, autoComplete: 'off' }
  if (choices) return <Choice shared={shared} choices={choices} />
  if (linesFrom !== undefined) return <Lines typed={typed} linesFrom={linesFrom} least={h} />
  return <Line typed={typed} suggestions={suggestions} listId={listId} />
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

function useFocus<
  Entry extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
>(): RefObject<Entry | null> {
  const entry = useRef<Entry>(null)
  useEffect(() => {
    entry.current?.focus()
    if (entry.current && 'select' in entry.current) entry.current.select()
  }, [])
  return entry
}

function Line(props: {
  readonly typed: React.ComponentProps<'input'>
  readonly suggestions: PanelField['suggestions']
  readonly listId: string
}) {
  const { typed, suggestions, listId } = props
  const entry = useFocus<HTMLInputElement>()
  return (
    <>
      <input ref={entry} {...typed} list={suggestions && listId} />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** A text of several lines, as high as they are. */
function Lines(props: {
  readonly typed: React.ComponentProps<'textarea'>
  readonly linesFrom: number
  readonly least: number
}) {
  const { typed, linesFrom, least } = props
  const entry = useFocus<HTMLTextAreaElement>()
  const { value } = typed
  useLayoutEffect(() => {
    const area = entry.current
    if (!area || area.value !== value) return
    area.style.height = 'auto'
    area.style.height = `${Math.max(least, area.scrollHeight)}px`
  }, [entry, value, least])
  return <textarea ref={entry} {...typed} rows={1} style={{ ...typed.style, paddingTop: linesFrom }} />
}

function Choice(props: {
  readonly shared: React.ComponentProps<'select'>
  readonly choices: NonNullable<PanelField['choices']>
}) {
  const { shared, choices } = props
  const entry = useFocus<HTMLSelectElement>()
  const isKnown = choices.some(([text]) => text === shared.value)
  return (
    <select ref={entry} {...shared}>
      {!isKnown && <option value={String(shared.value)}>{shared.value}</option>}
      {choices.map(([text, name]) => (
        <option key={text} value={text}>
          {name}
        </option>
      ))}
    </select>
  )
}
