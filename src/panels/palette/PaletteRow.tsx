import type { PointerEvent } from 'react'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'
import { keepKey } from '../../canvas/options.ts'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'

interface PaletteRowProps {
  match: Match<Insertable>
  isFolded: boolean
  onPlace: () => void
  /** Placed by Enter. */
  onEnter: () => void
  onDragStart: (event: PointerEvent) => void
}

/** One thing to place: pressed it goes where there is room, dragged to where it is dropped. */
export function PaletteRow({ match, isFolded, onPlace, onEnter, onDragStart }: PaletteRowProps) {
  const { item, synonym, ranges } = match
  return (
    <button
      type="button"
      className="palette-row"
      title={isFolded ? `${item.name}: ${item.purpose}` : item.purpose}
      aria-label={item.name}
      onPointerDown={onDragStart}
      onClick={onPlace}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        keepKey(event)
        onEnter()
      }}
    >
      <InsertableSymbol insertable={item} />
      {!isFolded && (
        <>
          <span className="palette-name">
            {synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name}
            {synonym !== null && (
              <small>
                <Underlined text={synonym} ranges={ranges} />
              </small>
            )}
          </span>
          <span className="palette-code" aria-hidden="true">
            {item.code}
          </span>
        </>
      )}
    </button>
  )
}
