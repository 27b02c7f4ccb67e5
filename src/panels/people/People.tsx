import { useEffect, useRef, useState } from 'react'
import { EditableText } from '../../look/EditableText.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { PERSON_COLORS, type Person } from '../../sync/person.ts'
import { Avatar } from './Avatar.tsx'
import { changeMe, MAX_NAME_LENGTH, me } from './person.ts'
import './people.css'

const MOST_SHOWN = 5

interface PeopleProps {
  others: readonly Person[]
  /** Called when a key ends the editing of one's name. */
  giveFocusBack: () => void
}

/** Who is at the board: the others, then oneself, whose name and colour change in place. */
export function People({ others, giveFocusBack }: PeopleProps) {
  const more = others.length - MOST_SHOWN
  return (
    <section className="people" aria-label={`People here: ${others.length + 1}`}>
      {others.slice(0, MOST_SHOWN).map((person) => (
        <Avatar key={person.id} person={person} />
      ))}
      {more > 0 && (
        <span
          className="people-more mono"
          title={others
            .slice(MOST_SHOWN)
            .map(({ name }) => name)
            .join(', ')}
        >
          +{more}
        </span>
      )}
      <Me giveFocusBack={giveFocusBack} />
    </section>
  )
}

function Me({ giveFocusBack }: Pick<PeopleProps, 'giveFocusBack'>) {
  const person = useSignal(me)
  const [isOpen, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside, true)
    document.addEventListener('focusin', closeOutside, true)
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true)
      document.removeEventListener('focusin', closeOutside, true)
    }
  }, [isOpen])
  return (
    <div
      ref={holder}
      className="menu-holder"
      role="none"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        holder.current?.querySelector('button')?.focus()
      }}
    >
      <div className="people-me">
        <button
          type="button"
          className="people-colour-button"
          aria-label={`You are ${person.name}. Choose a colour`}
          aria-expanded={isOpen}
          title="Choose your colour"
          onClick={() => setOpen(!isOpen)}
        >
          <Avatar person={person} />
        </button>
        <EditableText
          className="people-name"
          label="Your name"
          value={person.name}
          maxLength={MAX_NAME_LENGTH}
          onChange={(name) => changeMe({ name })}
          giveFocusBack={giveFocusBack}
        />
      </div>
      {isOpen && <Colours chosen={person.color} />}
    </div>
  )
}

const COLOUR_NAMES = ['Ochre', 'Plum', 'Slate', 'Teal', 'Moss', 'Umber']

function Colours({ chosen }: { chosen: string }) {
  return (
    <div className="menu people-colours" role="radiogroup" aria-label="Your colour">
      {PERSON_COLORS.map((color, index) => (
        <label key={color} title={COLOUR_NAMES[index]}>
          <input
            type="radio"
            name="person-colour"
            aria-label={COLOUR_NAMES[index]}
            checked={color === chosen}
            onChange={() => changeMe({ color })}
          />
          <span style={{ background: color }} />
        </label>
      ))}
    </div>
  )
}
