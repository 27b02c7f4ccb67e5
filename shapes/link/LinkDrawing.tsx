import { FONT_FAMILIES, LINK_FONT } from '../shared/text.ts'
import { head } from './heads.ts'
import { type LinkLabel, SEQ_RADIUS } from './label.ts'
import { type Point, pathData } from './line.ts'
import type { LinkStroke } from './strokes.ts'

export interface LinkPicture {
  readonly points: readonly Point[]
  readonly stroke: LinkStroke
  readonly hasStartHead: boolean
  readonly hasEndHead: boolean
  readonly label: LinkLabel | null
  readonly seq: number | undefined
}

export interface LinkColours {
  readonly line: string
  readonly text: string
  readonly canvas: string
}

/** The line and heads as path data; also the outline that is lit while a link is hovered or selected. */
export function linkPaths({ points, stroke, hasStartHead, hasEndHead }: LinkPicture) {
  const [first, second] = points
  const [last, beforeLast] = [points.at(-1), points.at(-2)]
  const start = hasStartHead && first && second ? head(stroke.head, first, second) : null
  const end = hasEndHead && last && beforeLast ? head(stroke.head, last, beforeLast) : null
  return {
    line: pathData(points, start?.gap, end?.gap),
    heads: [start, end].filter((one) => one !== null).map(({ d }) => d),
  }
}

/** A link as SVG: line, heads, order number, label with a halo of the canvas. */
export function LinkDrawing({ picture, colours }: { picture: LinkPicture; colours: LinkColours }) {
  const { stroke, label, seq } = picture
  const { line, heads } = linkPaths(picture)
  const headFill = { filled: colours.line, hollow: colours.canvas, open: 'none' }[stroke.head]
  return (
    <g strokeLinecap="round" strokeLinejoin="round" pointerEvents="none">
      <path
        d={line}
        fill="none"
        stroke={colours.line}
        strokeWidth={stroke.width}
        strokeDasharray={stroke.dash}
      />
      {heads.map((d) => (
        <path
          key={d}
          d={d}
          fill={headFill}
          stroke={colours.line}
          strokeWidth={Math.min(stroke.width, 1.75)}
        />
      ))}
      {label && label.lines.length > 0 && <LabelText label={label} colours={colours} />}
      {label?.seq && (
        <>
          <circle
            cx={label.seq.x}
            cy={label.seq.y}
            r={SEQ_RADIUS}
            fill={colours.canvas}
            stroke={colours.line}
            strokeWidth={1.25}
          />
          <text
            x={label.seq.x}
            y={label.seq.y + 3.8}
            textAnchor="middle"
            fill={colours.text}
            fontFamily={FONT_FAMILIES.mono}
            fontSize={11}
          >
            {seq}
          </text>
        </>
      )}
    </g>
  )
}

function LabelText({ label, colours }: { label: LinkLabel; colours: LinkColours }) {
  const { box, align, lines } = label
  const x = align === 'start' ? box.x : box.x + box.w / 2
  const first = box.y + LINK_FONT.lineHeight / 2 + LINK_FONT.size * 0.35
  return (
    <text
      textAnchor={align}
      fill={colours.text}
      stroke={colours.canvas}
      strokeWidth={5}
      paintOrder="stroke"
      fontFamily={FONT_FAMILIES.sans}
      fontSize={LINK_FONT.size}
      fontWeight={LINK_FONT.weight}
      fontStretch="90%"
    >
      {lines
        .map((line, i) => ({ line, y: first + i * LINK_FONT.lineHeight }))
        .map(({ line, y }) => (
          <tspan key={y} x={x} y={y}>
            {line}
          </tspan>
        ))}
    </text>
  )
}
