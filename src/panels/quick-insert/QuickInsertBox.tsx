import { useState } from 'react'
import { type TLShape, useEditor } from 'tldraw'
import { boardDialog } from '../../canvas/boardDialog.ts'
import { nameOf } from '../../canvas/boardShapes.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import { linkDirection } from '../../canvas/insert.ts'
import type { Insertable } from '../../canvas/insertables.ts'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { useFocusOnce } from '../../canvas/options.ts'
import type { Side } from '../../canvas/place.ts'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import type { LinkMode } from '../../domain/kinds.ts'
import { boxPlace, useQuickInsert } from './useQuickInsert.ts'
import './quickInsert.css'

const WIDTH_PX = 480
/** With five rows. */
const HEIGHT_PX = 372

export function QuickInsertBox() {
  const editor = useEditor()
  const box = useQuickInsert()
  const [place] = useState(() => boxPlace(editor, WIDTH_PX, HEIGHT_PX))
  const input = useFocusOnce<HTMLInputElement>()
  const { beside, matches, at, listId, optionId } = box
  return (
    <div className="quick-insert" style={place} role="dialog" aria-label="Insert a component">
      <div className="quick-insert-input">
        <SearchGlass />
        <input
          ref={input}
          role="combobox"
          aria-label="Component"
          aria-expanded={matches.length > 0}
          aria-controls={listId}
          aria-activedescendant={matches.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          placeholder="Type a name or a code"
          autoComplete="off"
          spellCheck={false}
          value={box.query}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.onKeyDown}
          onBlur={() => boardDialog(editor).set(null)}
        />
        <kbd>esc</kbd>
      </div>
      {beside.length > 0 && <Context beside={beside} side={box.side} mode={box.link.mode} />}
      <div id={listId} role="listbox" aria-label="Components" className="quick-insert-list">
        {matches.map((match, i) => (
          <Option
            key={match.item.id}
            id={optionId(i)}
            match={match}
            isChosen={i === at}
            onPoint={() => box.setAt(i)}
            onPick={() => box.place(match.item)}
          />
        ))}
      </div>
      {matches.length === 0 && (
        <p className="quick-insert-none" role="status">
          No component is called that.
        </p>
      )}
      <Footer isLinked={beside.length > 0} />
    </div>
  )
}

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  right: 'Right of',
  left: 'Left of',
  down: 'Below',
  up: 'Above',
}

function Context({ beside, side, mode }: { beside: readonly TLShape[]; side: Side; mode: LinkMode }) {
  const [first] = beside
  const name = beside.length === 1 && first ? nameOf(first) : `${beside.length} shapes`
  return (
    <div className="quick-insert-context" aria-live="polite">
      <span>{SIDE_WORDS[side]}</span>
      <b>{name}</b>
      <span>joined by</span>
      <LinkSample mode={mode} isReversed={linkDirection(side) === 'in'} />
      <span>{mode}</span>
      <kbd>Tab changes the link</kbd>
    </div>
  )
}

interface OptionProps {
  id: string
  match: Match<Insertable>
  isChosen: boolean
  onPoint: () => void
  onPick: () => void
}

function Option({ id, match: { item, synonym, ranges }, isChosen, onPoint, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input places it
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className="quick-insert-option"
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <InsertableSymbol insertable={item} size={28} />
      <span className="quick-insert-words">
        <span className="quick-insert-name">
          {synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name}
        </span>
        <span className="quick-insert-purpose">
          {synonym !== null && (
            <>
              <Underlined text={synonym} ranges={ranges} />
              {' · '}
            </>
          )}
          {item.purpose}
        </span>
      </span>
      <kbd>{isChosen ? 'Enter' : item.code}</kbd>
    </div>
  )
}

function Footer({ isLinked }: { isLinked: boolean }) {
  return (
    <div className="quick-insert-footer">
      <span>
        <kbd>↑↓</kbd> choose
      </span>
      <span>
        <kbd>Enter</kbd> place
      </span>
      {isLinked && (
        <>
          <span>
            <kbd>Alt+Enter</kbd> unlinked
          </span>
          <span>
            <kbd>Alt+←↓↑→</kbd> side
          </span>
        </>
      )}
    </div>
  )
}

function SearchGlass() {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M10.2 10.2 14 14" />
    </svg>
  )
}
