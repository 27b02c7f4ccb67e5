import { tokenColour } from '../shared/palette.ts'
import type { Card } from './card.ts'

/** A card as lists show it: a sheet with its mark. */
export function CardSymbol({ card, size }: { readonly card: Card; readonly size: number }) {
  const stroke = tokenColour('ink-3')
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect x={2.5} y={3.5} width={19} height={17} rx={2.5} strokeWidth={1.5} fill={tokenColour('panel')} />
      <path d="M5.5 6.2h6" strokeWidth={1.5} />
      <path d={card.mark} strokeWidth={1.25} />
    </svg>
  )
}
