import { CardSymbol } from '../../shapes/cards/CardSymbol.tsx'
import { KindSymbol } from '../../shapes/shared/KindSymbol.tsx'
import { groupColours } from '../../shapes/shared/palette.ts'
import type { PanelStroke } from '../../shapes/shared/panel/layout.ts'
import { FUNNEL_SYMBOL, LAYER_STACK_SYMBOL, TWO_TOWER_SYMBOL } from '../../shapes/shared/panel/symbols.ts'
import { ZoneFrameSymbol } from '../../shapes/zone-frame/ZoneFrameSymbol.tsx'
import type { Insertable } from './insertables.ts'

const COMPOSITE_SYMBOLS: Readonly<Record<string, readonly PanelStroke[]>> = {
  funnel: FUNNEL_SYMBOL,
  'two-tower': TWO_TOWER_SYMBOL,
  'layer-stack': LAYER_STACK_SYMBOL,
}

/** The small symbol of anything that can be put on a board. */
export function InsertableSymbol({ insertable, size = 24 }: { insertable: Insertable; size?: number }) {
  if (insertable.kind) return <KindSymbol kind={insertable.kind} size={size} />
  if (insertable.frame) return <ZoneFrameSymbol kind={insertable.frame} size={size} />
  if (insertable.card) return <CardSymbol card={insertable.card} size={size} />
  const { stroke, wash } = groupColours('models')
  const paint = (name: string | undefined) => (name === 'wash' ? wash : name === 'group' ? stroke : 'none')
  const strokes = COMPOSITE_SYMBOLS[insertable.id] ?? []
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {strokes.map((part) => (
        <path
          key={part.d}
          d={part.d}
          fill={paint(part.fill)}
          stroke={paint(part.stroke)}
          strokeWidth={part.width}
        />
      ))}
    </svg>
  )
}
