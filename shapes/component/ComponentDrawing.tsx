import type { Detail } from '../shared/detail.ts'
import { MarkDrawing } from '../shared/MarkDrawing.tsx'
import { groupColours, type Theme, tokenColour } from '../shared/palette.ts'
import { placePath } from '../shared/placePath.ts'
import {
  breaksAtSpace,
  FIGURE_FONT,
  FONT_FAMILIES,
  LABEL_FONT,
  MONO_WORD_SPACING_EM,
} from '../shared/text.ts'
import type { ComponentLayout } from './layout.ts'

/** Share of the stroke colour in the tinted part of an outline. */
const TINT_OPACITY = 0.22

/** From the top of a line to its baseline, in px. */
const LABEL_BASELINE = 13
const FIGURE_BASELINE = 11.5

interface Props {
  readonly layout: ComponentLayout
  /** Literal colours of a theme, for exports; absent on the board, where the style sheet decides. */
  readonly theme?: Theme | undefined
  /** How much of it can be made out. */
  readonly detail?: Detail
  /** The label is edited in its place. */
  readonly isEditing?: boolean
}

/** A component as SVG elements: outline, mark, label and key figure. */
export function ComponentDrawing({ layout, theme, detail = 'all', isEditing = false }: Props) {
  const { kind, outline, drawing } = layout
  const colours = kind
    ? groupColours(kind.group, theme)
    : { stroke: tokenColour('line-2', theme), wash: tokenColour('panel', theme) }
  const line = { fill: 'none', stroke: colours.stroke, strokeWidth: outline.stroke }
  const body = (
    <path d={placed(drawing.body.d, layout)} {...line} fill={colours.wash} strokeDasharray={outline.dash} />
  )
  if (detail === 'outlines') return body
  return (
    <>
      {drawing.behind && (
        <path d={placed(drawing.behind, layout)} {...line} strokeDasharray={outline.ghostDash} />
      )}
      {body}
      {drawing.tint && <path d={drawing.tint} fill={colours.stroke} fillOpacity={TINT_OPACITY} />}
      {drawing.lines && <path d={placed(drawing.lines, layout)} {...line} />}
      {kind && drawing.mark && (
        <MarkDrawing
          mark={kind.mark}
          at={drawing.mark}
          scale={drawing.mark.size / 12}
          colours={colours}
          stroke={1.75}
        />
      )}
      {detail !== 'marks' && !isEditing && <LabelText layout={layout} theme={theme} />}
      {(detail === 'all' || isEditing) && <FigureText layout={layout} theme={theme} />}
    </>
  )
}

function placed(d: string, { drawing }: ComponentLayout): string {
  return drawing.offsetX === 0 ? d : placePath(d, { x: drawing.offsetX, y: 0, scale: 1 })
}

type TextProps = Pick<Props, 'layout' | 'theme'>

function LabelText({ layout: { drawing, label, labelLines }, theme }: TextProps) {
  const { x, top, align } = drawing.text
  return (
    <text
      x={x}
      y={top + LABEL_BASELINE}
      textAnchor={align}
      fontFamily={FONT_FAMILIES.sans}
      fontSize={LABEL_FONT.size}
      fontWeight={LABEL_FONT.weight}
      fill={tokenColour('ink', theme)}
    >
      <Lines text={label} lines={labelLines} x={x} lineHeight={LABEL_FONT.lineHeight} />
    </text>
  )
}

function FigureText({ layout: { drawing, labelLines, figure, figureLines }, theme }: TextProps) {
  if (figureLines.length === 0) return null
  const { x, top, align } = drawing.text
  return (
    <text
      x={x}
      y={top + labelLines.length * LABEL_FONT.lineHeight + FIGURE_BASELINE}
      textAnchor={align}
      fontFamily={FONT_FAMILIES.mono}
      fontSize={FIGURE_FONT.size}
      fontWeight={FIGURE_FONT.weight}
      wordSpacing={`${MONO_WORD_SPACING_EM}em`}
      fill={tokenColour('ink-2', theme)}
    >
      <Lines text={figure} lines={figureLines} x={x} lineHeight={FIGURE_FONT.lineHeight} />
    </text>
  )
}

interface LinesProps {
  readonly text: string
  readonly lines: readonly string[]
  readonly x: number
  readonly lineHeight: number
}

/** One line stays plain text, further ones need an element each. Read together they are the text again. */
function Lines({ text, lines, x, lineHeight }: LinesProps) {
  if (lines.length === 1) return lines[0]
  const spaces = breaksAtSpace(text, lines)
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
    <tspan key={index} x={x} dy={index === 0 ? 0 : lineHeight}>
      {spaces[index] ? `${line} ` : line}
    </tspan>
  ))
}
