import { latencySum } from '../../src/domain/estimate/funnel.ts'
import { inOrder } from '../../src/domain/order.ts'
import { formatCount, formatNumber } from '../../src/domain/units.ts'
import { drawnRows } from '../shared/bounds.ts'
import { FIGURE, type PanelStroke, type PanelText, put, widthOf } from '../shared/panel/layout.ts'
import { MARGIN } from './measures.ts'
import type { FunnelProps } from './schema.ts'

interface Bar {
  readonly strokes: PanelStroke[]
  readonly texts: PanelText[]
  /** The latency target, under the bar's right end. */
  readonly target: PanelText
}

const HEIGHT = 15
const SHADES = [1, 0.7, 0.5] as const

/** The stages' p99 end to end, as wide as the target; what runs over it lies beyond the target's mark. */
export function latencyBar(
  { stages, sla }: FunnelProps,
  { w, top }: { readonly w: number; readonly top: number },
): Bar {
  const room = w - 2 * MARGIN
  const total = latencySum(Object.values(stages))?.value ?? 0
  const whole = Math.max(total, sla ?? 0)
  const mark = sla === null || whole === 0 ? null : MARGIN + (sla / whole) * room
  const target = put(
    w - MARGIN,
    top + 34,
    sla === null ? 'SLA –' : `SLA ${formatNumber(sla, 'ms')}`,
    FIGURE,
    {
      anchor: 'end',
      tone: sla === null ? 'ink-3' : 'ink-2',
    },
  )
  const strokes = [bar(MARGIN, room, top, 'sunken')]
  const texts: PanelText[] = []
  const labelsEnd = target.x - widthOf(target.lines[0] ?? '', FIGURE) - 12
  let x = MARGIN
  for (const { name, p99 } of namedTimes(stages)) {
    const width = (p99 / whole) * room
    const shade = SHADES[texts.length % SHADES.length] ?? 1
    strokes.push(...segment({ x, width, top, mark, shade }))
    const label = labelOf(name, p99, Math.min(width - 4, labelsEnd - x))
    texts.push(put(x, top + 34, label, FIGURE, { tone: 'ink-2' }))
    x += width
  }
  if (mark !== null) {
    const at = Math.min(mark, w - MARGIN - 1)
    strokes.push({ d: `M${at} ${top - 4}v${HEIGHT + 8}`, stroke: 'ink', width: 2 })
  }
  return { strokes, texts, target }
}

function namedTimes(stages: FunnelProps['stages']) {
  return drawnRows(inOrder(stages)).flatMap(({ name, p99 }) =>
    p99 === null || p99 === 0 ? [] : [{ name, p99 }],
  )
}

function labelOf(name: string, p99: number, room: number): string {
  const figure = formatCount(p99)
  return [`${name} ${figure}`, figure].find((text) => widthOf(text, FIGURE) <= room) ?? ''
}

interface Segment {
  readonly x: number
  readonly width: number
  readonly top: number
  /** Where the target is. */
  readonly mark: number | null
  readonly shade: number
}

/** One stage's part of the bar, and apart from it what of that lies beyond the target. */
function segment({ x, width, top, mark, shade }: Segment): PanelStroke[] {
  const end = x + Math.max(width - 1, 1)
  const within = mark === null ? end : Math.min(end, Math.max(mark, x))
  return [
    ...(within > x ? [bar(x, within - x, top, 'group', shade)] : []),
    ...(within < end ? [bar(within, end - within, top, 'over', shade)] : []),
  ]
}

function bar(
  ...[x, width, top, fill, opacity]: [number, number, number, 'group' | 'over' | 'sunken', number?]
): PanelStroke {
  return { d: `M${x} ${top}h${width}v${HEIGHT}H${x}z`, fill, ...(opacity === undefined ? {} : { opacity }) }
}
