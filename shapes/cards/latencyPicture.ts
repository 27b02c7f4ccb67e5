import type { SlowestPath } from '../../src/domain/estimate/slowestPath.ts'
import { formatNumber } from '../../src/domain/units.ts'
import {
  FIGURE,
  linesOf,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
  widthOf,
} from '../shared/panel/layout.ts'
import type { CardPicture } from './card.ts'

type Hop = SlowestPath['hops'][number]

/** Of a row, above and below its name. */
const ROW_GAP = 6
const NAMES = 168
const FIGURES = 76
const MOST_ROWS = 14
const BAR = 12
const TOP = 20
/** The room for one more hop that is not known yet. */
const UNKNOWN = 26

/** Hop below hop, each from where the one before has ended, against the target. */
export function latencyPicture({ hops, sla, known }: SlowestPath, width: number): CardPicture {
  if (hops.length === 0) return empty(width)
  const rows = inRows(hops)
  const bars = width - NAMES - FIGURES
  const longest = Math.max(known, sla ?? 0, Number.MIN_VALUE)
  // Hops that add up to more than can be counted end at the edge.
  const scale = (ms: number) => NAMES + Math.min(ms / longest, 1) * (bars - 2)
  let start = 0
  let bottom = TOP
  const drawn = rows.map((hop) => {
    const name = linesOf(nameOf(hop), NAMES - 16, PLAIN)
    const row = hopRow({ hop, name, start, y: bottom, sla, width }, scale)
    start += hop.p99 ?? 0
    bottom += name.length * PLAIN.lineHeight + ROW_GAP
    return row
  })
  return {
    h: bottom + 20,
    strokes: [
      { d: `M${NAMES} ${TOP - 2}V${bottom + 2}`, stroke: 'line-2' },
      ...drawn.flatMap(({ strokes }) => strokes),
      ...(sla === null
        ? []
        : [{ d: `M${scale(sla)} ${TOP - 4}V${bottom + 4}`, stroke: 'ink' as const, width: 1.5 }]),
    ],
    texts: [
      ...drawn.flatMap(({ texts }) => texts),
      ...(sla === null ? [] : [targetText(scale(sla), sla, width)]),
      put(
        0,
        bottom + 17,
        'p99 of each, added up: on the safe side, since slow ones rarely coincide.',
        QUIET,
        {
          tone: 'ink-3',
        },
      ),
    ],
  }
}

/** As many as can be told apart; what is left is one row. */
function inRows(hops: readonly Hop[]): readonly Hop[] {
  if (hops.length <= MOST_ROWS) return hops
  const rest = hops.slice(MOST_ROWS - 1)
  const known = rest.flatMap(({ p99 }) => p99 ?? [])
  const sum = known.reduce((all, p99) => all + p99, 0)
  const unknown = rest.length - known.length
  const isPart = unknown > 0 && known.length > 0
  const label = `and ${rest.length} more${isPart ? `, ${unknown} without a p99` : ''}`
  const p99 = known.length > 0 && Number.isFinite(sum) ? sum : null
  return [...hops.slice(0, MOST_ROWS - 1), { label, times: 1, p99 }]
}

interface Row {
  readonly hop: Hop
  readonly name: readonly string[]
  /** ms after the call */
  readonly start: number
  readonly y: number
  readonly sla: number | null
  readonly width: number
}

function hopRow({ hop: { p99 }, name, start, y, sla, width }: Row, scale: (ms: number) => number) {
  const base = y + 14
  const shown = put(0, base, name, PLAIN)
  if (p99 === null) {
    const at = Math.min(scale(start), width - FIGURES - UNKNOWN)
    const d = `M${at} ${y + 5}h${UNKNOWN}v${BAR}h${-UNKNOWN}z`
    const strokes: PanelStroke[] = [{ d, stroke: 'warn', dash: '3 3' }]
    return { strokes, texts: [shown, put(width, base, '⚠ no p99', QUIET, { anchor: 'end', tone: 'warn' })] }
  }
  const end = start + p99
  const figure = put(width, base, formatNumber(p99, 'ms'), FIGURE, { anchor: 'end' })
  return { strokes: hopBars(start, end, y + 5, sla, scale), texts: [shown, figure] }
}

/** Up to the target in the colour of what is drawn, beyond it as over. */
function hopBars(
  ...[start, end, y, sla, scale]: [number, number, number, number | null, (ms: number) => number]
): PanelStroke[] {
  const limit = sla ?? Number.POSITIVE_INFINITY
  const piece = (from: number, to: number, fill: 'group' | 'over'): PanelStroke[] => {
    const [left, right] = [scale(from), scale(to)]
    return to > from ? [{ d: `M${left} ${y}H${Math.max(right, left + 1.5)}v${BAR}H${left}z`, fill }] : []
  }
  const turn = Math.min(Math.max(limit, start), end)
  return [...piece(start, turn, 'group'), ...piece(turn, end, 'over')]
}

function targetText(x: number, sla: number, width: number): PanelText {
  const text = `target ${formatNumber(sla, 'ms')}`
  const half = widthOf(text, FIGURE) / 2
  return put(Math.min(Math.max(x, half), width - half), 12, text, FIGURE, { anchor: 'middle' })
}

function nameOf({ label, times }: Hop): string {
  return times > 1 && Number.isFinite(times) ? `${label} ×${times}` : label
}

function empty(width: number): CardPicture {
  const d = `M${NAMES} ${TOP}H${width}v${BAR}H${NAMES}z`
  const hint = 'No call path yet: join a client to what it calls, with a p99 on each.'
  return {
    h: TOP + BAR + 22,
    strokes: [{ d, stroke: 'line-2', dash: '3 4' }],
    texts: [
      put(0, TOP + 10, 'hop by hop', QUIET, { tone: 'ink-3' }),
      put(0, TOP + BAR + 18, linesOf(hint, width, QUIET), QUIET, { tone: 'ink-3' }),
    ],
  }
}
