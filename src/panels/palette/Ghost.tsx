import { createPortal } from 'react-dom'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'

export interface Drag {
  readonly insertable: Insertable
  /** px on the screen */
  readonly x: number
  readonly y: number
  /** Size that it will have on the screen. */
  readonly w: number
  readonly h: number
}

/** What is being dragged to the board, as large as it will be there. */
export function Ghost({ insertable, x, y, w, h }: Drag) {
  return createPortal(
    <div
      className="palette-ghost"
      style={{ width: w, height: h, transform: `translate(${x - w / 2}px, ${y - h / 2}px)` }}
      aria-hidden="true"
    >
      <InsertableSymbol insertable={insertable} />
      {w > 96 && <span>{insertable.name}</span>}
    </div>,
    document.body,
  )
}
