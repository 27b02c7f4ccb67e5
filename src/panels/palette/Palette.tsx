import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { focusCanvas } from '../../canvas/boardDialog.ts'
import { insert } from '../../canvas/insert.ts'
import { type InsertableGroup, insertableGroups } from '../../canvas/insertableGroups.ts'
import { type Insertable, insertables } from '../../canvas/insertables.ts'
import { keepKey } from '../../canvas/options.ts'
import { type Match, search } from '../../canvas/search.ts'
import { Ghost } from './Ghost.tsx'
import { PaletteRow } from './PaletteRow.tsx'
import { useDragToBoard } from './useDragToBoard.ts'
import './palette.css'

/** What can be put on the board, by group or by search; narrow it shows symbols only. Observers have none. */
export function Palette({ isFolded = false }: { isFolded?: boolean }) {
  const editor = useEditor()
  const isReadonly = useValue('palette is for drawing', () => editor.getIsReadonly(), [editor])
  const [query, setQuery] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const { drag, startDrag } = useDragToBoard(editor)
  const root = useRef<HTMLElement>(null)
  const matches = useMemo(
    () => (query.trim() && !isFolded ? search(insertables, query) : null),
    [query, isFolded],
  )
  if (isReadonly) return null

  const place = ({ item, synonym }: Match<Insertable>) => {
    insert(editor, item, { synonym })
    focusCanvas(editor)
  }
  const placeByKey = (match: Match<Insertable>) => {
    place(match)
    setQuery('')
  }
  const row = (match: Match<Insertable>) => (
    <PaletteRow
      key={match.item.id}
      match={match}
      isFolded={isFolded}
      onPlace={() => place(match)}
      onEnter={() => placeByKey(match)}
      onDragStart={(event) => startDrag(event, match)}
    />
  )
  const toggle = (id: string) =>
    setClosed(
      (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
    )
  const onKeyDown = (event: KeyboardEvent) => {
    if (moveFocus(root.current, event.key)) keepKey(event)
    else if (event.key === 'Escape') {
      setQuery('')
      focusCanvas(editor)
    }
  }
  const placeBest = () => {
    const best = matches?.[0]
    if (best) placeByKey(best)
  }
  return (
    <nav
      ref={root}
      className={isFolded ? 'palette palette-folded' : 'palette'}
      data-panel="palette"
      aria-label="Components"
      onKeyDown={onKeyDown}
    >
      {!isFolded && <Search query={query} onType={setQuery} onEnter={placeBest} />}
      <div className="palette-list">
        {matches
          ? matches.map(row)
          : insertableGroups.map((group) => (
              <Group
                key={group.id}
                group={group}
                isFolded={isFolded}
                isClosed={closed.has(group.id)}
                onToggle={() => toggle(group.id)}
              >
                {group.items.map((item) => row({ item, synonym: null, ranges: [] }))}
              </Group>
            ))}
        {matches?.length === 0 && <Nothing />}
        {!isFolded && (
          <a className="palette-all" href="/shapes" target="_blank" rel="noopener">
            All shapes and when to use them
          </a>
        )}
      </div>
      {drag && <Ghost {...drag} />}
    </nav>
  )
}

function Nothing() {
  return (
    <p className="palette-none" role="status">
      No component is called that.
    </p>
  )
}

interface SearchProps {
  query: string
  onType: (query: string) => void
  onEnter: () => void
}

function Search({ query, onType, onEnter }: SearchProps) {
  return (
    <div className="palette-search">
      <svg className="icon" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M10.2 10.2 14 14" />
      </svg>
      <input
        type="search"
        aria-label="Find a component"
        placeholder="Find a component"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          keepKey(event)
          onEnter()
        }}
      />
      <span className="palette-key" aria-hidden="true">
        ; P
      </span>
    </div>
  )
}

interface GroupProps {
  group: InsertableGroup
  isFolded: boolean
  isClosed: boolean
  onToggle: () => void
  children: ReactNode
}

function Group({ group, isFolded, isClosed, onToggle, children }: GroupProps) {
  if (isFolded) {
    return (
      <section className="palette-group" aria-label={group.name}>
        {children}
      </section>
    )
  }
  return (
    <section className="palette-group" aria-label={group.name}>
      <button type="button" className="palette-head" aria-expanded={!isClosed} onClick={onToggle}>
        <span className="palette-dot" style={{ background: group.colour }} />
        {group.name}
        {isClosed && <span className="palette-count mono">{group.items.length}</span>}
      </button>
      {!isClosed && children}
    </section>
  )
}

/** Moves the focus up or down through the search box, heads, rows and the link. Returns whether the key did. */
function moveFocus(root: HTMLElement | null, key: string): boolean {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (!root || by === 0) return false
  const stops = [...root.querySelectorAll<HTMLElement>('input, button, a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus()
  return true
}
