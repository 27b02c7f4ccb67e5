import { type Mark, placedMark } from './mark.ts'

interface Props {
  readonly mark: Mark
  readonly at: { readonly x: number; readonly y: number }
  /** px per unit of the mark's grid. */
  readonly scale: number
  readonly colours: { readonly stroke: string; readonly wash: string }
  /** Width of its strokes in px, whatever the scale. */
  readonly stroke: number
}

/** A mark as SVG, with as few elements as its styles need. */
export function MarkDrawing({ mark, at, scale, colours, stroke }: Props) {
  return placedMark(mark, { x: at.x, y: at.y, scale }).map(({ d, fill, faint, dash }) => (
    <path
      key={d}
      d={d}
      fill={fill === 'none' ? 'none' : fill === 'wash' ? colours.wash : colours.stroke}
      stroke={fill === 'solid' ? 'none' : colours.stroke}
      strokeOpacity={faint ? 0.75 : undefined}
      strokeWidth={stroke}
      strokeDasharray={dash}
    />
  ))
}
