import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useEditor } from 'tldraw'
import { leaveDialog } from './boardDialog.ts'
import { useChosenInSight, useFocusOnce } from './options.ts'
import { pickerPlace } from './pickerPlace.ts'
import './picker.css'

export interface PickerOption {
  readonly id: string
  readonly symbol: ReactNode
  readonly name: ReactNode
  readonly detail: ReactNode
  /** Shown at the right where it is not the chosen one. */
  readonly code: string
}

interface PickerProps {
  /** What it does, as its title. */
  readonly title: string
  readonly placeholder: string
  readonly query: string
  readonly options: readonly PickerOption[]
  /** Index of the chosen option. */
  readonly at: number
  /** A sentence for an empty list. */
  readonly none: string
  readonly context?: ReactNode
  readonly footer: ReactNode
  readonly onType: (query: string) => void
  readonly onPoint: (index: number) => void
  readonly onPick: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A box over the board to type in and choose from a list; the field keeps the focus, leaving it closes the box. */
export function Picker(props: PickerProps) {
  const { title, placeholder, query, options, at, none, context, footer } = props
  const editor = useEditor()
  const listId = useId()
  const [place] = useState(() => pickerPlace(editor))
  const input = useFocusOnce<HTMLInputElement>()
  const optionId = (index: number) => `${listId}-${index}`
  const chosenId = options.length > 0 ? optionId(at) : undefined
  useChosenInSight(chosenId)
  return (
    <div className="picker" style={place} role="dialog" aria-label={title}>
      <div className="picker-input">
        <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M10.2 10.2 14 14" />
        </svg>
        <input
          ref={input}
          role="combobox"
          aria-label={title}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosenId}
          aria-autocomplete="list"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => props.onType(event.target.value)}
          onKeyDown={props.onKeyDown}
          onBlur={() => leaveDialog(editor)}
        />
        <kbd>esc</kbd>
      </div>
      {context && (
        <div className="picker-context" aria-live="polite">
          {context}
        </div>
      )}
      <div id={listId} role="listbox" aria-label={title} className="picker-list">
        {options.map((option, i) => (
          <Option
            key={option.id}
            id={optionId(i)}
            option={option}
            isChosen={i === at}
            onPoint={() => props.onPoint(i)}
            onPick={() => props.onPick(i)}
          />
        ))}
      </div>
      {options.length === 0 && (
        <p className="picker-none" role="status">
          {none}
        </p>
      )}
      <div className="picker-footer">{footer}</div>
    </div>
  )
}

interface OptionProps {
  id: string
  option: PickerOption
  isChosen: boolean
  onPoint: () => void
  onPick: () => void
}

function Option({ id, option, isChosen, onPoint, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input picks it
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className="picker-option"
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {option.symbol}
      <span className="picker-words">
        <span className="picker-name">{option.name}</span>
        <span className="picker-detail">{option.detail}</span>
      </span>
      <kbd>{isChosen ? 'Enter' : option.code}</kbd>
    </div>
  )
}

/** A key and what it does, for a picker's footer. */
export function KeyHint({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <span>
      <kbd>{keys}</kbd> {children}
    </span>
  )
}
