import { useRef, useState } from 'react'

interface EditableTextProps {
  value: string
  /** What it is, for people who hear the page, e.g. "Board title". */
  label: string
  onChange: (value: string) => void
  maxLength?: number
  className?: string
}

/** Text that becomes a field where it stands. Enter and leaving keep the change, Escape drops it, empty keeps the old. */
export function EditableText({ value, label, onChange, maxLength = 120, className = '' }: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isDone = useRef(false)

  function finish(keep: boolean, backToButton: boolean) {
    if (isDone.current) return
    isDone.current = true
    const text = draft?.trim()
    if (keep && text && text !== value) onChange(text)
    setDraft(null)
    if (backToButton) requestAnimationFrame(() => button.current?.focus())
  }

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={`editable ${className}`}
        aria-label={`${label}: ${value}. Edit`}
        title={value}
        onClick={() => {
          isDone.current = false
          setDraft(value)
        }}
      >
        {value}
      </button>
    )
  }
  return (
    <input
      className={`editable ${className}`}
      aria-label={label}
      value={draft}
      maxLength={maxLength}
      size={Math.max(8, draft.length)}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(true, true)
        if (event.key === 'Escape') finish(false, true)
      }}
    />
  )
}
