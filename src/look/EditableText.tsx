import { useEffect, useRef, useState } from 'react'
import { InPlaceField } from './InPlaceField.tsx'

interface EditableTextProps {
  value: string
  /** What it is, for people who hear the page, e.g. "Board title". */
  label: string
  onChange: (value: string) => void
  /** Where the focus goes when a key ends the editing; to the text itself if absent. */
  giveFocusBack?: () => void
  maxLength?: number
  className?: string
}

/** Text that becomes a field where it stands. */
export function EditableText(props: EditableTextProps) {
  const { value, label, onChange, giveFocusBack, maxLength, className = '' } = props
  const [isEditing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const takesFocusBack = useRef(false)
  useEffect(() => {
    if (isEditing || !takesFocusBack.current) return
    takesFocusBack.current = false
    if (giveFocusBack) giveFocusBack()
    else button.current?.focus()
  }, [isEditing, giveFocusBack])

  if (isEditing) {
    return (
      <InPlaceField
        value={value}
        label={label}
        maxLength={maxLength}
        className={className}
        onDone={(text, byKey) => {
          takesFocusBack.current = byKey
          setEditing(false)
          if (text) onChange(text)
        }}
      />
    )
  }
  return (
    <button
      ref={button}
      type="button"
      className={`editable ${className}`}
      aria-label={`${label}: ${value}. Edit`}
      title={value}
      onClick={() => setEditing(true)}
    >
      {value}
    </button>
  )
}
