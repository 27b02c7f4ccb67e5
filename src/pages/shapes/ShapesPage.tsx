import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { type InsertableGroup, insertableGroups } from '../../canvas/insertableGroups.ts'
import { type Insertable, insertables } from '../../canvas/insertables.ts'
import { type Match, search } from '../../canvas/search.ts'
import { PageHead } from '../../look/PageHead.tsx'
import type { Address } from '../../rooms/address.ts'
import { ShapeEntry } from './ShapeEntry.tsx'
import '../../look/listPage.css'
import './shapes.css'

type ShapesAddress = Extract<Address, { page: 'shapes' }>

/** The whole vocabulary on one page: every shape with what it means, what is known of it and what it links to. */
export function ShapesPage({ address }: { address: ShapesAddress }) {
  const [query, setQuery] = useState('')
  const matches = useMemo(() => search(insertables, query), [query])
  const shown = useMemo(() => new Map(matches.map((match) => [match.item.id, match])), [matches])
  useEffect(() => {
    document.title = 'Shapes – Drillboard'
  }, [])
  useEffect(() => {
    setQuery('')
    // After the filter has gone, which may have hidden it.
    const frame = requestAnimationFrame(() => goToShape(address.shape))
    return () => cancelAnimationFrame(frame)
  }, [address])
  const groups = insertableGroups.filter(({ items }) => items.some(({ id }) => shown.has(id)))
  return (
    <div className="list-page shapes">
      <PageHead current="shapes" />
      <main className="list-column">
        <h1>Every shape, and when to draw it.</h1>
        <aside className="list-margin">
          <Search query={query} onType={setQuery} onEnter={() => goToShape(matches[0]?.item.id ?? '')} />
          <p role="status" className="list-count">
            {count(query, matches)}
          </p>
          <Groups groups={groups} shown={shown} />
        </aside>
        <div>
          {groups.map((group) => (
            <section key={group.id} aria-labelledby={groupAnchor(group)}>
              <h2 id={groupAnchor(group)} tabIndex={-1}>
                {group.name}
              </h2>
              {group.items.map(({ id }) => {
                const match = shown.get(id)
                return match && <ShapeEntry key={id} match={match} isTarget={id === address.shape} />
              })}
            </section>
          ))}
        </div>
      </main>
    </div>
  )
}

/** Shows that shape, or group, and lets the keyboard go on from there; the top where there is none. */
function goToShape(id: string) {
  const place = id && document.getElementById(id)
  if (!place) return id === '' ? window.scrollTo(0, 0) : undefined
  place.scrollIntoView({ block: 'start' })
  const name = place.querySelector<HTMLElement>('h3 a') ?? place
  name.focus({ preventScroll: true })
}

function groupAnchor({ id }: InsertableGroup): string {
  return `group-${id}`
}

function sortOf({ kind, frame, card }: Insertable): string {
  if (kind) return 'components'
  if (card) return 'cards'
  return frame ? 'frames' : 'composites'
}

/** Of each sort of shape how many there are, components first. */
const SORTS = ['components', 'composites', 'cards', 'frames']
  .map((sort) => `${insertables.filter((insertable) => sortOf(insertable) === sort).length} ${sort}`)
  .join(', ')

function count(query: string, matches: readonly Match<Insertable>[]): string {
  if (query.trim() === '') return `${insertables.length} shapes: ${SORTS}`
  if (matches.length === 0) return 'No shape is called that.'
  return `${matches.length} of ${insertables.length} shapes`
}

interface SearchProps {
  query: string
  onType: (query: string) => void
  onEnter: () => void
}

function Search({ query, onType, onEnter }: SearchProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter()
    if (event.key === 'Escape') onType('')
  }
  return (
    <input
      type="search"
      className="list-search"
      aria-label="Find a shape"
      placeholder="Find a shape"
      autoComplete="off"
      spellCheck={false}
      value={query}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

interface GroupsProps {
  groups: readonly InsertableGroup[]
  shown: ReadonlyMap<string, unknown>
}

function Groups({ groups, shown }: GroupsProps) {
  return (
    <nav aria-label="Groups">
      <ul className="list-ways">
        {groups.map((group) => (
          <li key={group.id}>
            <a href={`/shapes#${groupAnchor(group)}`}>
              {group.name}
              <span className="mono">{group.items.filter(({ id }) => shown.has(id)).length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
