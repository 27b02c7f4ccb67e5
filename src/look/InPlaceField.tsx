import { useRef, useState } from 'react'

interface InPlaceFieldProps {
  value: string
  label: string
  maxLength?: number
  className?: string
  /** The new text, or null when nothing changed; `byKey` when Enter or Escape ended it. */
  onDone: (text: string | null, byKey: boolean) => void
}

/** A field that stands where its text stood. Enter and leaving keep the change, Escape drops it, empty keeps the old. */
export function InPlaceField({ value, label, maxLength = 120, className = '', onDone }: InPlaceFieldProps) {
  const [draft, setDraft] = useState(value)
  const isDone = useRef(false)

  function finish(keep: boolean, byKey: boolean) {
    if (isDone.current) return
    isDone.current = true
    const text = draft.trim()
    onDone(keep && text && text !== value ? text : null, byKey)
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
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          // Else the same press also reaches the button that takes the field's place.
          event.preventDefault()
          finish(true, true)
        }
        if (event.key === 'Escape') finish(false, true)
      }}
    />
  )
}
