import type { TLTextShape } from '@tldraw/tlschema'
import { type Kept, keptMeta } from '../../shapes/kept.ts'
import { type BoardFont, wrapText } from '../../shapes/shared/text.ts'
import type { Design } from '../../src/domain/design.ts'

/** A text that shows what is kept of a design. */
export interface KeptShape {
  readonly id: string
  readonly step: number | null
  readonly props: TLTextShape['props']
  readonly meta: TLTextShape['meta']
  readonly w: number
  readonly h: number
}

const WIDTH_PX = 320
/** tldraw's small text. */
const FONT: BoardFont = { family: 'sans', weight: 400, size: 18, lineHeight: 24.3 }
const LONGEST_LINE = 200
const MOST_LINES = 24

/** The cards and composites that have no shape of their own, as texts. */
export function keptShapes({ cards, composites }: Pick<Design, 'cards' | 'composites'>): KeptShape[] {
  return [
    ...cards.map((value) => shapeOf({ part: 'cards', value }, value.fields)),
    ...composites.map((value) => shapeOf({ part: 'composites', value }, value.props)),
  ]
}

function shapeOf(kept: Kept, values: Readonly<Record<string, unknown>>): KeptShape {
  const { id, type, step } = kept.value
  const rows = Object.entries(values).map(([key, value]) => `${key}: ${textOf(value)}`)
  const lines = [type, ...rows].slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE))
  const h = lines.reduce((sum, line) => sum + wrapText(line, WIDTH_PX, FONT).length * FONT.lineHeight, 0)
  return { id, step, props: textProps(lines), meta: keptMeta(kept), w: WIDTH_PX, h }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function textProps(lines: readonly string[]): TLTextShape['props'] {
  const content = lines.map((text, n) => ({
    type: 'paragraph',
    attrs: { dir: 'auto' },
    ...(text === ''
      ? {}
      : { content: [{ type: 'text', text, ...(n === 0 ? { marks: [{ type: 'bold' }] } : {}) }] }),
  }))
  return {
    color: 'black',
    size: 's',
    font: 'sans',
    textAlign: 'start',
    w: WIDTH_PX,
    autoSize: false,
    scale: 1,
    richText: { type: 'doc', content },
  }
}
