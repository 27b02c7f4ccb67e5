import type { TLTextShape } from '@tldraw/tlschema'
import { type Kept, keptMeta } from '../../shapes/kept.ts'
import { type BoardFont, wrapText } from '../../shapes/shared/text.ts'
import type { Design } from '../../src/domain/design.ts'
import { compositeShape } from './composites.ts'

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

/** The requirements, the cards and the composites that have no shape of their own, as texts. */
export function keptShapes({ requirements, cards, composites }: Design): KeptShape[] {
  const unknown = composites.filter((composite) => !compositeShape(composite))
  const has = Object.keys(requirements).length > 0
  return [
    ...(has ? [shapeOf({ part: 'requirements', value: requirements }, 'Requirements', requirements)] : []),
    ...cards.map((value) => shapeOf({ part: 'cards', value }, value.type, value.fields)),
    ...unknown.map((value) => shapeOf({ part: 'composites', value }, value.type, value.props)),
  ]
}

function shapeOf(kept: Kept, title: string, values: Readonly<Record<string, unknown>>): KeptShape {
  const rows = Object.entries(values).map(([key, value]) => `${key}: ${textOf(value)}`)
  const lines = [title, ...rows].slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE))
  const height = lines.reduce((sum, line) => sum + wrapText(line, WIDTH_PX, FONT).length * FONT.lineHeight, 0)
  const isStepless = kept.part === 'requirements'
  return {
    id: isStepless ? 'requirements' : kept.value.id,
    step: isStepless ? null : kept.value.step,
    props: textProps(lines),
    meta: keptMeta(kept),
    w: WIDTH_PX,
    h: height,
  }
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
