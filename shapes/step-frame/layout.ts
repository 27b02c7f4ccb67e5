import { drawnLength } from '../shared/bounds.ts'
import {
  boxAround,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelText,
  put,
  widthOf,
} from '../shared/panel/layout.ts'
import type { RunningStep } from './runningStep.ts'
import type { StepFrameProps } from './schema.ts'

/** The strip at the top by which a frame is dragged; inside, only what lies in it is hit. */
export const HEAD_PX = 64
export const MIN_WIDTH = 240
export const MIN_HEIGHT = 120

const MARGIN = 20
const NUMBER: PanelFont = { family: 'serif', weight: 500, size: 36, lineHeight: 42 }
const NAME: PanelFont = { family: 'sans', weight: 600, size: 22, lineHeight: 30 }
const TIME: PanelFont = { family: 'mono', weight: 400, size: 17, lineHeight: 22 }
const DRAW: PanelFont = { family: 'sans', weight: 400, size: 17, lineHeight: 26 }

/** Number and name as they are read from afar, where the rest of the head is too small. */
const FAR_NUMBER: PanelFont = { ...NUMBER, size: 60, lineHeight: 64 }
const FAR_NAME: PanelFont = { ...NAME, size: 52, lineHeight: 56 }

export interface StepFrameLayout {
  readonly texts: readonly PanelText[]
  /** What to draw, for while the frame is empty. */
  readonly hint: PanelText
  /** Where the starter buttons begin. */
  readonly starters: { readonly x: number; readonly y: number }
  readonly fields: readonly PanelField[]
}

/** How large a frame is drawn, px. */
export function frameSize({ w, h }: StepFrameProps) {
  return { w: drawnLength(w), h: drawnLength(h) }
}

/** The head for a far view, as much of it as there is room for; people find their way by it. */
export function farHead({ w, step, name }: StepFrameProps, isRunning = false): PanelText[] {
  const number = put(MARGIN, 66, String(step), FAR_NUMBER, { tone: isRunning ? 'accent' : 'ink' })
  const x = MARGIN + widthOf(String(step), FAR_NUMBER) + 24
  const hasRoom = x + widthOf(name, FAR_NAME) <= w - MARGIN
  return hasRoom ? [number, put(x, 64, name, FAR_NAME)] : [number]
}

/** Where a step frame's head and its hint stand. `running`: how its time stands, while the run is in this step. */
export function stepFrameLayout(props: StepFrameProps, running?: RunningStep | null): StepFrameLayout {
  const { step, name, minutes, draw } = props
  const { w } = frameSize(props)
  const number = put(MARGIN, 46, String(step), NUMBER, { tone: running ? 'accent' : 'ink' })
  const x = MARGIN + widthOf(String(step), NUMBER) + 12
  const planned = minutes === null ? '' : `${minutes} min`
  const time = put(w - MARGIN, 44, running?.time ?? planned, TIME, {
    anchor: 'end',
    tone: running ? (running.isOver ? 'warn' : 'accent') : 'ink-2',
  })
  const room = w - MARGIN - x - widthOf(time.lines[0] ?? '', TIME) - 16
  const heading = put(x, 44, linesOf(name, room, NAME), NAME)
  const hintTop = 44 + (heading.lines.length - 1) * NAME.lineHeight + 34
  const hint = put(x, hintTop, linesOf(draw, w - MARGIN - x, DRAW), DRAW, { tone: 'ink-3' })
  const field: PanelField = {
    path: 'name',
    label: 'Name of the step',
    text: name,
    box: boxAround(heading, Math.min(260, room)),
    font: NAME,
    anchor: 'start',
  }
  return {
    texts: [number, heading, time],
    hint,
    starters: { x, y: hintTop + (draw === '' ? 0 : hint.lines.length) * DRAW.lineHeight - 2 },
    fields: [field],
  }
}
