import { createShapeId, type TLLineShape, type TLShape, type TLTextShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { type BoardFont, wrapText } from '../shapes/shared/text.ts'
import { baseShape } from './baseShape.ts'
import { BOARD_PAGE_ID } from './emptyBoard.ts'
import type { PlacedShape } from './place.ts'

type Row = readonly [label: string, text: string]

/** px; the writing of a step as a notebook has it: what it is about in the margin, a hairline, what was agreed. */
const NOTES = { x: 40, marginWidth: 152, gap: 24, width: 1_330, rowGap: 28 } as const
const FONT: BoardFont = { family: 'sans', weight: 400, size: 24, lineHeight: 32.4 }

interface Place {
  readonly name: string
  readonly step: number
  readonly y: number
}

/** Rows of writing on the board, one under the other, with their margin and its hairline. */
export function notes({ name, step, y }: Place, rows: readonly Row[]): PlacedShape[] {
  const textX = NOTES.x + NOTES.marginWidth + 2 * NOTES.gap
  const textWidth = NOTES.width - (textX - NOTES.x)
  let top = y
  const written = rows.flatMap(([label, text], n) => {
    const at = { step, y: top }
    const lines = wrapText(text, textWidth, FONT).length
    top += lines * FONT.lineHeight + NOTES.rowGap
    return [
      writing({ ...at, name: `${name}-${n + 1}-about`, x: NOTES.x, w: NOTES.marginWidth }, label, 'end'),
      writing({ ...at, name: `${name}-${n + 1}`, x: textX, w: textWidth }, text, 'start'),
    ]
  })
  const x = NOTES.x + NOTES.marginWidth + NOTES.gap
  return [hairline({ name: `${name}-margin`, step, x, y }, top - y - NOTES.rowGap), ...written]
}

/** One sentence as it is said aloud, in serif. */
export function said({ name, step, y }: Place, text: string): PlacedShape {
  const props = { ...textProps(text), font: 'serif', size: 'l', w: NOTES.width } as const
  return { name, step, x: NOTES.x, y, type: 'text', props }
}

const SAID: BoardFont = { family: 'serif', weight: 400, size: 24, lineHeight: 32.4 }
const ABOVE_FRAMES_PX = 24

/** What an interviewer reads out, above the first step frame, which is `w` px wide: in sight where a run begins. */
export function promptAbove(prompt: string, w: number): TLShape {
  const height = wrapText(prompt, w, SAID).length * SAID.lineHeight
  return {
    // Below the frames in the order, which begins at a1.
    ...baseShape(createShapeId('prompt'), BOARD_PAGE_ID, 'a0' as IndexKey),
    type: 'text',
    y: -height - ABOVE_FRAMES_PX,
    props: { ...textProps(prompt), font: 'serif', size: 'm', w },
  }
}

interface Position extends Place {
  readonly x: number
}

function writing(
  { w, ...position }: Position & { w: number },
  text: string,
  textAlign: 'start' | 'end',
): PlacedShape {
  const props = { ...textProps(text, textAlign === 'end'), textAlign, w }
  return { ...position, type: 'text', props }
}

function textProps(text: string, isBold = false): TLTextShape['props'] {
  const marks = isBold ? { marks: [{ type: 'bold' }] } : {}
  const content = [{ type: 'paragraph', attrs: { dir: 'auto' }, content: [{ type: 'text', text, ...marks }] }]
  return {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: 0,
    autoSize: false,
    scale: 1,
    richText: { type: 'doc', content },
  }
}

function hairline(position: Position, length: number): PlacedShape {
  const props: TLLineShape['props'] = {
    color: 'grey',
    dash: 'solid',
    size: 's',
    spline: 'line',
    scale: 0.5,
    points: {
      a1: { id: 'a1', index: 'a1' as IndexKey, x: 0, y: 0 },
      a2: { id: 'a2', index: 'a2' as IndexKey, x: 0, y: length },
    },
  }
  return { ...position, type: 'line', props: { ...props } }
}
