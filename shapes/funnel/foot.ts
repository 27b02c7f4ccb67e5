import { type Known, latencySum, recallBound } from '../../src/domain/estimate/funnel.ts'
import { funnelCost } from '../../src/domain/estimate/funnelCost.ts'
import { inOrder } from '../../src/domain/order.ts'
import { formatCount, formatNumber, formatWhole } from '../../src/domain/units.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
  STRONG_FIGURE,
  widthOf,
} from '../shared/panel/layout.ts'
import { latencyBar } from './latencyBar.ts'
import { MARGIN, panelWidth } from './measures.ts'
import type { FunnelProps } from './schema.ts'
import { shareText } from './shareText.ts'

/** One figure for the whole funnel. */
interface Total {
  readonly label: string
  /** The load that it is worked out for, where it is for one. */
  readonly load?: string
  readonly figure: string
  readonly isOver?: boolean
  /** What it leaves out, or what to type; empty where nothing is missing. */
  readonly note: string
}

interface Foot {
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  /** Where the load and the latency target are edited. */
  readonly load: PanelText
  readonly target: PanelText
}

const LABEL_GAP = 4
const FIGURE_GAP = 10
const BETWEEN = 20
const FIRST_ROW = 27
const NEXT_ROW = 24
const NOTE = 16
/** The bar and what stands under it. */
const BAR = 66

/** The rows that the totals take, as many as the width asks for. */
const totalRows: (props: FunnelProps) => Total[][] = oncePer((props: FunnelProps) => {
  const room = panelWidth(props) - 2 * MARGIN
  const rows: Total[][] = []
  for (const total of totalsOf(props)) {
    const row = rows.at(-1)
    const taken = row?.reduce((sum, other) => sum + totalWidth(other) + BETWEEN, 0) ?? 0
    if (row && taken + totalWidth(total) <= room) row.push(total)
    else rows.push([total])
  }
  return rows
})

export function footHeight(props: FunnelProps): number {
  return rowsHeight(totalRows(props)) + BAR
}

function rowsHeight(rows: readonly (readonly Total[])[]): number {
  return rows.reduce((sum, row, n) => sum + (n === 0 ? FIRST_ROW : NEXT_ROW) + noteHeight(row), 0)
}

function noteHeight(row: readonly Total[]): number {
  return row.some(({ note }) => note !== '') ? NOTE : 0
}

/** What the funnel comes to, and its latency as a bar against the target. */
export function placeFoot(props: FunnelProps, top: number): Foot {
  const w = panelWidth(props)
  const rows = totalRows(props)
  const texts: PanelText[] = []
  let load = put(MARGIN, top, '', PLAIN)
  let y = top
  for (const [n, row] of rows.entries()) {
    y += n === 0 ? FIRST_ROW : NEXT_ROW
    const room = w - 2 * MARGIN - row.reduce((sum, total) => sum + totalWidth(total), 0)
    let x = MARGIN
    for (const total of row) {
      const placed = placeTotal(total, x, y)
      texts.push(...placed.texts)
      load = placed.load ?? load
      x += totalWidth(total) + (row.length > 1 ? room / (row.length - 1) : 0)
    }
    y += noteHeight(row)
  }
  const bar = latencyBar(props, { w, top: y + 11 })
  return {
    strokes: [{ d: `M${MARGIN} ${top}H${w - MARGIN}`, stroke: 'line', isDetail: true }, ...bar.strokes],
    texts: [...texts, ...bar.texts, bar.target],
    load,
    target: bar.target,
  }
}

function totalWidth({ label, load, figure, note }: Total): number {
  return Math.max(figureStart({ label, load }) + widthOf(figure, STRONG_FIGURE), widthOf(note, QUIET))
}

function figureStart({ label, load }: Pick<Total, 'label' | 'load'>): number {
  const loaded = load === undefined ? 0 : LABEL_GAP + widthOf(load, PLAIN)
  return widthOf(label, PLAIN) + loaded + FIGURE_GAP
}

function placeTotal({ label, load, figure, isOver, note }: Total, x: number, y: number) {
  const loaded = load === undefined ? null : put(x + widthOf(label, PLAIN) + LABEL_GAP, y, load, PLAIN)
  const value = put(x + figureStart({ label, load }), y, figure, STRONG_FIGURE, {
    tone: isOver ? 'over' : 'ink',
  })
  const said = note === '' ? [] : [put(x, y + NOTE, note, QUIET, { tone: 'ink-3' })]
  return { load: loaded, texts: [put(x, y, label, PLAIN), ...(loaded ? [loaded] : []), value, ...said] }
}

function totalsOf(props: FunnelProps): Total[] {
  const stages = inOrder(props.stages)
  const [recall, latency] = [recallBound(stages), latencySum(stages)]
  const { cores } = funnelCost(props.stages, props.qps)
  const { qps, sla } = props
  const named = (known: Known | null, absent: string) => {
    if (!known) return absent
    return known.missing === 0 ? '' : `${stages.length - known.missing} of ${stages.length} stages`
  }
  const target = sla === null ? 'ms' : `of ${formatNumber(sla, 'ms')}`
  return [
    {
      label: 'Recall at most',
      figure: recall ? shareText(recall.value) : '–',
      note: named(recall, 'No stage names its recall.'),
    },
    {
      label: 'Busy cores at',
      load: qps === null ? '–/s' : formatNumber(qps, 'per second'),
      figure: cores ? formatWhole(cores.value) : '–',
      note: named(cores, qps === null ? 'Type the requests a second.' : 'Type a cost per item.'),
    },
    {
      label: 'p99 at most',
      figure: latency ? `${formatCount(latency.value)} ${target}` : '–',
      isOver: latency !== null && sla !== null && latency.value > sla,
      note: named(latency, 'No stage names its p99.'),
    },
  ]
}
