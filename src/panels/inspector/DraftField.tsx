import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useEditor } from 'tldraw'
import { boardSays } from '../../../shapes/shared/boardSays.ts'
import { focusCanvas } from '../../canvas/boardDialog.ts'
import { Button } from '../../look/Button.tsx'

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly problem: string
      /** What the text may mean, to choose from. */
      readonly meant?: readonly Meant<T>[]
    }

interface Meant<T> {
  readonly text: string
  readonly value: T
}

interface DraftFieldProps<T> {
  label: string
  /** The stored value as it is edited. */
  text: string
  parse: (typed: string) => Parsed<T>
  onCommit: (value: T) => void
  /** Written after the field, e.g. `ms`. */
  unit?: string
  hint?: ReactNode
  isFigure?: boolean
  isLong?: boolean
  placeholder?: string
}

/**
 * A field that keeps what is typed to itself until Enter or leaving, so that a change of the same value from
 * elsewhere neither disturbs the typing nor is lost sight of after it. A wrong text says what is allowed and
 * changes nothing; Escape takes it back.
 */
export function DraftField<T>(props: DraftFieldProps<T>) {
  const { label, text, unit, hint, isFigure, isLong, placeholder } = props
  const id = useId()
  const { draft, problem, meant, choose, type, commit, onKeyDown } = useDraft(props)
  const about = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const shared = {
    id,
    value: draft ?? text,
    placeholder: placeholder ?? 'not set',
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': problem !== null,
    'aria-describedby': about || undefined,
    onBlur: () => commit(true),
    onKeyDown,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-value">
        <div className="field-line">
          {isLong ? (
            <textarea {...shared} rows={3} onChange={(event) => type(event.target.value)} />
          ) : (
            <input
              {...shared}
              type="text"
              className={isFigure ? 'mono' : undefined}
              onChange={(event) => type(event.target.value)}
            />
          )}
          {unit && <span className="field-unit mono">{unit}</span>}
        </div>
        {problem && (
          <p id={`${id}-problem`} className="field-problem" role="alert">
            {problem}
          </p>
        )}
        {problem && meant.length > 0 && (
          <div className="field-meant">
            {meant.map((one) => (
              <Button key={one.text} onClick={() => choose(one.value)}>
                {one.text}
              </Button>
            ))}
          </div>
        )}
        {hint && (
          <p id={`${id}-hint`} className="field-hint">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** Why a text was not taken, and what it may mean. */
interface Refused<T> {
  readonly problem: string
  readonly meant: readonly Meant<T>[]
}

function useDraft<T>({ label, text, parse, onCommit, isLong }: DraftFieldProps<T>) {
  const editor = useEditor()
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused<T> | null>(null)

  /** Takes what was typed, if it may; a wrong text goes back to the old value when the field is left. */
  const commit = (isLeaving: boolean): string | null => {
    if (draft === null) return null
    const parsed = draft === text ? null : parse(draft)
    if (parsed?.ok === false) {
      const problem = `${parsed.problem} The old value stays.`
      setRefused({ problem, meant: parsed.meant ?? [] })
      if (isLeaving) setDraft(null)
      return problem
    }
    setRefused(null)
    setDraft(null)
    if (parsed) onCommit(parsed.value)
    return null
  }
  const latest = useRef(commit)
  latest.current = commit
  const name = useRef(label)
  name.current = label
  // A field that vanishes, because something else was selected, hears no blur and has no place for a problem.
  useEffect(
    () => () => {
      const problem = latest.current(true)
      if (problem !== null) boardSays(editor).set(`${name.current}: ${problem}`)
    },
    [editor],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !(isLong && event.shiftKey)) {
      event.preventDefault()
      commit(false)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (draft === null && refused === null) focusCanvas(editor)
      setDraft(null)
      setRefused(null)
    }
  }
  const type = (typed: string) => {
    setDraft(typed)
    setRefused(null)
  }
  const choose = (value: T) => {
    setDraft(null)
    setRefused(null)
    onCommit(value)
  }
  const { problem = null, meant = [] } = refused ?? {}
  return { draft, problem, meant, choose, type, commit, onKeyDown }
}
