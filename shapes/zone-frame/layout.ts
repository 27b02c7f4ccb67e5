import { drawnLength, drawnText } from '../shared/bounds.ts'
import {
  ascent,
  boxAround,
  FIGURE,
  linesOf,
  type PanelField,
  type PanelFont,
  type PanelText,
  put,
  widthOf,
} from '../shared/panel/layout.ts'
import { clusterFigure } from './clusterProperties.ts'
import { unsaidZone, zoneFrameName } from './names.ts'
import type { ZoneFrameProps } from './schema.ts'

export const MIN_WIDTH = 128
export const MIN_HEIGHT = 96

/** Where the mark stands, and how large it is. */
export const MARK = { x: 12, y: 12, size: 24 } as const
const HEAD_PX = 48
const TEXT_X = MARK.x + MARK.size + 12
const RIGHT = 12
/** Above and below the head's text where that is high. */
const PADDING = 8

const NAME: PanelFont = { family: 'sans', weight: 500, size: 14, lineHeight: 17 }
/** The name as it is read from afar, where the head's own text is too small. */
const FAR_NAME: PanelFont = { ...NAME, size: 30, lineHeight: 34 }

interface ZoneFrameLayout {
  readonly w: number
  readonly h: number
  /** The strip at the top by which the frame is dragged: it grows with a long name. */
  readonly head: number
  readonly name: PanelText
  readonly figure: PanelText
  /** The name for a far view; null where there is no room for it. */
  readonly farName: PanelText | null
  readonly fields: readonly PanelField[]
}

/** Where a zone's or cluster's name and figure stand, in px from its top left corner. */
export function zoneFrameLayout(props: ZoneFrameProps): ZoneFrameLayout {
  const w = drawnLength(props.w)
  const text = drawnText(zoneFrameName(props))
  const room = w - TEXT_X - RIGHT
  const nameLines = linesOf(text, room, NAME)
  const figureText = figureOf(props)
  const figureLines = figureText === '' ? [] : linesOf(drawnText(figureText), room, FIGURE)
  const textHeight = nameLines.length * NAME.lineHeight + figureLines.length * FIGURE.lineHeight
  const head = Math.max(HEAD_PX, textHeight + 2 * PADDING)
  const top = Math.max(PADDING, (HEAD_PX - textHeight) / 2)
  const name = put(TEXT_X, top + ascent(NAME), nameLines, NAME)
  const figureTop = top + nameLines.length * NAME.lineHeight
  const figure = put(TEXT_X, figureTop + ascent(FIGURE), figureLines, FIGURE, { tone: 'ink-2' })
  const field: PanelField = {
    path: 'label',
    label: 'Name of the frame',
    text,
    box: boxAround(name, Math.min(200, room)),
    font: NAME,
    anchor: 'start',
  }
  const isRoomy = TEXT_X + widthOf(text, FAR_NAME) <= w - RIGHT
  const farName = isRoomy ? put(TEXT_X, HEAD_PX / 2 + 11, text, FAR_NAME) : null
  return { w, h: Math.max(drawnLength(props.h), head), head, name, figure, farName, fields: [field] }
}

function figureOf(props: ZoneFrameProps): string {
  const figure = props.kind === 'k8s-cluster' ? clusterFigure(props.values) : ''
  return [figure, unsaidZone(props)].filter(Boolean).join(', ')
}
