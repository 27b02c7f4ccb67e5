import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { catalog } from '../../../shapes/catalog/index.ts'
import type { ComponentKind } from '../../../shapes/catalog/kind.ts'
import { movedOption, useFocusOnce } from '../../canvas/options.ts'
import { search } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import { isCalled } from '../../domain/drill/cards.ts'
import type { CardRunState, Told } from './useCardRun.ts'

const SHOWN = 5

interface DescriptionAnswerProps {
  kind: ComponentKind
  told: Told | null
  onAnswer: CardRunState['answer']
}

/** The place to type the name, a synonym or the code, found as quick insert finds it. */
export function DescriptionAnswer({ kind, told, onAnswer }: DescriptionAnswerProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const input = useFocusOnce<HTMLInputElement>()
  const listId = useId()
  const matches = useMemo(() => (query.trim() === '' ? [] : search(catalog, query).slice(0, SHOWN)), [query])
  const isOpen = told === null && matches.length > 0

  const pick = (index: number, isByKeyboard: boolean) => {
    const picked = matches[index]?.item
    if (!picked) return
    // Two kinds may share a synonym: whichever is found first, the word was right.
    const isNamed = index === 0 && isCalled(kind, query)
    onAnswer(isNamed ? kind : picked, isNamed || picked.id === kind.id, isByKeyboard)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.repeat) return
    const moved = movedOption(event.key, at, matches.length)
    if (event.key === 'Enter') pick(at, true)
    else if (event.key === '?' && query === '') onAnswer(null, false, true)
    else if (moved !== null) setAt(moved)
    else return
    event.preventDefault()
  }
  return (
    <div className="card-answer">
      <input
        ref={input}
        role="combobox"
        aria-label="Name of the component"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Type a name, a synonym or a code"
        autoComplete="off"
        spellCheck={false}
        readOnly={told !== null}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={told ? undefined : onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Components" className="card-matches">
        {isOpen &&
          matches.map(({ item, synonym, ranges }, n) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the chosen option
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input picks it
            <div
              key={item.id}
              id={`${listId}-${n}`}
              role="option"
              aria-selected={n === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(n, false)}
            >
              <span>{synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name}</span>
              {synonym !== null && (
                <span className="card-synonym">
                  <Underlined text={synonym} ranges={ranges} />
                </span>
              )}
            </div>
          ))}
      </div>
      {told === null && query.trim() !== '' && matches.length === 0 && (
        <p className="card-none" role="status">
          No component is called that.
        </p>
      )}
    </div>
  )
}
