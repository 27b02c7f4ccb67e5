import type { PropertyValue } from '../../../src/domain/design.ts'
import type { NumberRule } from '../../../src/domain/units.ts'
import { drawnText } from '../bounds.ts'
import { type BoardFont, measureText, wrapText } from '../text.ts'
import type { Leaf } from './leaf.ts'

/** Colours by what they are for; the board and an export each know what they are. */
export type PanelTone =
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'panel'
  | 'sunken'
  | 'accent'
  | 'accent-soft'
  | 'ok'
  | 'warn'
  | 'over'
  | 'over-fill'
  | 'group'
  | 'wash'
  | 'storage'
  | 'storage-wash'
  | 'serving'
  | 'serving-wash'

/** A board font. Only the upright, regular serif is measured; other serif counts as sans, which is a little wider. */
export interface PanelFont extends BoardFont {
  readonly italic?: boolean
}

export type Anchor = 'start' | 'middle' | 'end'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Lines of text. x is where the anchor is, y the baseline of the first line. */
export interface PanelText {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly font: PanelFont
  readonly anchor: Anchor
  readonly tone: PanelTone
}

export interface PanelStroke {
  readonly d: string
  /** Where its origin is; the panel's corner where absent. */
  readonly at?: { readonly x: number; readonly y: number }
  readonly fill?: PanelTone
  readonly stroke?: PanelTone
  /** px; 1 where absent. */
  readonly width?: number
  readonly dash?: string
  readonly opacity?: number
  /** Left out in a far view. */
  readonly isDetail?: boolean
}

/** What a typed text means, or a sentence that says what is allowed. */
export type ParsedField =
  | { readonly ok: true; readonly value: PropertyValue | null | undefined }
  | { readonly ok: false; readonly problem: string }

/** A place on a panel where one leaf of the shape's properties is edited. */
export interface PanelField {
  /** The leaf, from `props` on: `stages.s1.itemsOut`. */
  readonly path: string
  /** What a screen reader says, and the hint of an empty input. */
  readonly label: string
  /** The value as it is edited. */
  readonly text: string
  readonly box: Box
  readonly font: PanelFont
  readonly anchor: Anchor
  /** For numbers; an emptied input then means that the number is not known. */
  readonly number?: NumberRule
  /** What a typed text means, where it is neither plain text nor a number; a value that is undefined takes the leaf away. */
  readonly parse?: (typed: string) => ParsedField
  /** The hint of an empty input, in place of the label. */
  readonly hint?: string
  /** The only texts that it takes, to choose from, each with what is shown for it. */
  readonly choices?: readonly (readonly [text: string, name: string])[]
  /** Texts that it suggests; others may be typed. */
  readonly suggestions?: readonly string[]
  /** Its text may take several lines, of which the first begins that many px below the top of the box. */
  readonly linesFrom?: number
  /** What Enter does after saving, as adding a row; where absent, Enter ends the editing. */
  readonly enter?: () => Edit
  /** What other keys do after saving, by their names as `Alt+ArrowUp`. */
  readonly keys?: Readonly<Record<string, () => Edit>>
}

/** Leaves to write in one undo step, and the field to go on in; null: the editing goes on where it is. */
export interface Edit {
  readonly leaves: readonly Leaf[]
  readonly next: string | null
}

/** Something to press on a panel. */
export interface PanelAction {
  /** What a screen reader says. */
  readonly label: string
  readonly box: Box
  /** Worked out when it is pressed, so that two people who add a row add two. */
  readonly press: () => Edit
  /** What the button shows, as `+ Stage` or `×`; where absent the drawing shows it already. */
  readonly text?: string
  /** One of several views or choices, and whether it is the one that is shown. */
  readonly isPressed?: boolean
  /** It can be pressed without editing first; others show while the panel is edited. */
  readonly isAlways?: boolean
  /** It shows as soon as the panel alone is selected. */
  readonly isOnSelected?: boolean
}

/** Everything a composite draws and where it is edited, in px from its top left corner. */
export interface PanelLayout {
  readonly w: number
  readonly h: number
  readonly title: string
  readonly symbol: readonly PanelStroke[]
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  /** In the order that Tab goes through. */
  readonly fields: readonly PanelField[]
  readonly actions?: readonly PanelAction[]
}

export const HEAD_PX = 42

export const TITLE: PanelFont = { family: 'sans', weight: 600, size: 14, lineHeight: 20 }
export const STRONG: PanelFont = { family: 'sans', weight: 600, size: 14, lineHeight: 17 }
export const PLAIN: PanelFont = { family: 'sans', weight: 400, size: 13, lineHeight: 16 }
export const QUIET: PanelFont = { family: 'sans', weight: 400, size: 12, lineHeight: 15 }
export const FIGURE: PanelFont = { family: 'mono', weight: 400, size: 11.5, lineHeight: 15 }
export const STRONG_FIGURE: PanelFont = { family: 'mono', weight: 500, size: 12, lineHeight: 15 }
export const COUNT: PanelFont = { family: 'mono', weight: 500, size: 16, lineHeight: 20 }
export const SAID: PanelFont = { family: 'serif', weight: 400, size: 13, lineHeight: 15, italic: true }

/** Text at a point: x where the anchor is, y the baseline of the first line. */
export function put(
  x: number,
  y: number,
  text: string | readonly string[],
  font: PanelFont,
  { anchor = 'start', tone = 'ink' }: { anchor?: Anchor; tone?: PanelTone } = {},
): PanelText {
  return { x, y, lines: typeof text === 'string' ? [drawnText(text)] : text, font, anchor, tone }
}

export function widthOf(text: string, font: PanelFont): number {
  return measureText(text, measurable(font))
}

export function linesOf(text: string, maxWidth: number, font: PanelFont): string[] {
  return wrapText(text, Math.max(maxWidth, font.size), measurable(font))
}

function measurable({ family, weight, size, lineHeight, italic }: PanelFont): BoardFont {
  const isMeasured = family !== 'serif' || (weight === 400 && !italic)
  return { family: isMeasured ? family : 'sans', weight, size, lineHeight }
}

/** From the top of a line to its baseline, px. */
export function ascent(font: PanelFont): number {
  return font.lineHeight / 2 + font.size * 0.35
}

/** The place of text whose first line begins at `top`, for an input that covers it. */
export function boxAround(text: Omit<PanelText, 'tone'>, minWidth: number): Box {
  const widest = Math.max(minWidth, ...text.lines.map((line) => widthOf(line, text.font) + 12))
  const h = Math.max(24, text.lines.length * text.font.lineHeight + 6)
  const middle = text.y - ascent(text.font) + (text.lines.length * text.font.lineHeight) / 2
  const left = { start: text.x - 6, middle: text.x - widest / 2, end: text.x - widest + 6 }[text.anchor]
  return { x: left, y: middle - h / 2, w: widest, h }
}

/** The field at that point, else the nearest within 20 px. */
export function fieldAt({ fields }: PanelLayout, point: { x: number; y: number }): PanelField | undefined {
  const reach = (box: Box) =>
    Math.hypot(
      Math.max(box.x - point.x, 0, point.x - box.x - box.w),
      Math.max(box.y - point.y, 0, point.y - box.y - box.h),
    )
  return fields
    .map((field) => ({ field, distance: reach(field.box), area: field.box.w * field.box.h }))
    .filter(({ distance }) => distance <= 20)
    .sort((a, b) => a.distance - b.distance || a.area - b.area)[0]?.field
}

/** A box with round corners, as path data: x, y, width, height, radius. */
export function roundBox(...[x, y, w, h, r]: [number, number, number, number, number]): string {
  return (
    `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`
  )
}
