import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../look/Button.tsx'

export type Change = 'replace' | 'take back' | 'make'

const DAYS: readonly { days: number | null; text: string }[] = [
  { days: null, text: 'until it is replaced' },
  { days: 1, text: 'for 1 day' },
  { days: 7, text: 'for 7 days' },
  { days: 30, text: 'for 30 days' },
]

interface LinkChangeProps {
  /** Of the role, e.g. `Editor`. */
  name: string
  what: Change
  onCancel: () => void
  /** Carries it out; what it throws is said here. */
  onDone: (days: number | null) => Promise<void>
}

/** The step between wanting another link and having it: says what it does to those who are in. */
export function LinkChange({ name, what, onCancel, onDone }: LinkChangeProps) {
  const [days, setDays] = useState<number | null>(null)
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)
  const warning = useId()
  useEffect(() => cancel.current?.focus(), [])

  async function carryOut() {
    setBusy(true)
    setError('')
    try {
      await onDone(days)
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason))
      setBusy(false)
    }
  }
  // Escape takes back the question, not the dialog around it.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout along
    <div className="share-change" role="group" aria-label={`${TITLES[what]}: ${name}`} onKeyDown={onKeyDown}>
      <p id={warning}>{warningOf(what, name)}</p>
      {what !== 'take back' && <OpensFor days={days} onChange={setDays} />}
      {error && <p role="alert">{error}</p>}
      <div className="share-change-buttons">
        <Button ref={cancel} onClick={onCancel} aria-describedby={warning}>
          Cancel
        </Button>
        <Button look="main" disabled={isBusy} onClick={() => void carryOut()} aria-describedby={warning}>
          {BUTTONS[what]}
        </Button>
      </div>
    </div>
  )
}

const TITLES: Readonly<Record<Change, string>> = {
  replace: 'Replace link',
  'take back': 'Take back the link',
  make: 'Make a link',
}

const BUTTONS: Readonly<Record<Change, string>> = {
  replace: 'Replace the link',
  'take back': 'Take it back',
  make: 'Make the link',
}

function warningOf(what: Change, name: string): string {
  if (what === 'make') return `Whoever gets the new link comes in as ${name.toLowerCase()}.`
  if (what === 'take back') return 'The link stops at once: everybody who came by it is out.'
  if (name === 'Owner') {
    return 'The old link stops at once: your other devices are out until they get the new one. This browser goes on with it.'
  }
  return 'The old link stops at once: everybody who came by it is out, until they get the new one.'
}

interface OpensForProps {
  days: number | null
  onChange: (days: number | null) => void
}

function OpensFor({ days, onChange }: OpensForProps) {
  return (
    <label className="share-opens">
      It opens{' '}
      <select
        value={days ?? ''}
        onChange={({ target: { value } }) => onChange(value === '' ? null : Number(value))}
      >
        {DAYS.map((choice) => (
          <option key={choice.text} value={choice.days ?? ''}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  )
}
