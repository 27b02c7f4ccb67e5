import { linesOf, type PanelField, type PanelFont, type PanelText, put, TITLE } from './layout.ts'

const X = 46
const TOP = 9
const HEIGHT = 24
const SMALL: PanelFont = { ...TITLE, size: 13, lineHeight: 16 }

/**
 * The title in a panel's head, and where it is edited; `room` px are free for it. One that is too long for a line
 * takes two small ones; what is longer still ends in …
 */
export function placeTitle(label: string, room: number): { text: PanelText; field: PanelField } {
  const box = { x: X - 6, y: TOP, w: room, h: HEIGHT }
  const field = { path: 'label', label: 'Title', text: label, box, font: TITLE, anchor: 'start' } as const
  const lines = linesOf(label, room, TITLE)
  if (lines.length === 1) return { text: put(X, 26, lines, TITLE), field }
  const [first = '', second = '', ...others] = linesOf(label, room - 8, SMALL)
  return { text: put(X, 18, [first, others.length > 0 ? `${second}…` : second], SMALL), field }
}
