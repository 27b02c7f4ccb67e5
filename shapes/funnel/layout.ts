import {
  formatReduction,
  latencySum,
  recallBound,
  type StageFigures,
  stageFigures,
} from '../../src/domain/estimate/funnel.ts'
import { inOrder, type WithId } from '../../src/domain/order.ts'
import { formatCount } from '../../src/domain/units.ts'
import { drawnLength, drawnRows } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  ascent,
  COUNT,
  FIGURE,
  HEAD_PX,
  linesOf,
  type PanelLayout,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
  SAID,
  STRONG,
  STRONG_FIGURE,
  TITLE,
  widthOf,
} from '../shared/panel/layout.ts'
import { FUNNEL_SYMBOL } from '../shared/panel/symbols.ts'
import { funnelFields } from './fields.ts'
import type { PlacedCount, PlacedStage } from './places.ts'
import type { FunnelProps, FunnelStage } from './schema.ts'

const MARGIN = 16
const STAGES_TOP = HEAD_PX + 46
const GAP = 7
const FOOT = 93
const FOOT_GAP = 30
const MIN_STAGE = 77
const MIN_WIDTH = 520
/** How wide the last boundary is, of the first. */
const NARROWEST = 0.39
/** From the right edge to the columns of figures. */
const RECALL_COLUMN = 107
const P99_COLUMN = MARGIN

/** Everything a funnel draws; its height follows its stages, and spreads them where `h` leaves room. */
export const funnelLayout = oncePer(layOut)

function layOut(props: FunnelProps): PanelLayout {
  const stages = placeStages(props)
  const figures = stageFigures(props.stages)
  const counts = placeCounts(figures, stages)
  const w = panelWidth(props)
  const h = panelHeight(props, stages)
  const foot = placeFoot(props, w, h - FOOT)
  const title = put(46, 26, props.label, TITLE)
  const columns = [
    put(MARGIN, 66, props.items, QUIET, { tone: 'ink-3' }),
    put(w - RECALL_COLUMN, 66, 'recall', QUIET, { tone: 'ink-3', anchor: 'end' }),
    put(w - P99_COLUMN, 66, 'p99', QUIET, { tone: 'ink-3', anchor: 'end' }),
  ]
  return {
    w,
    h,
    title: props.label,
    symbol: FUNNEL_SYMBOL,
    strokes: [...counts.map(leader), ...stages.map(trapezoid), ...foot.strokes],
    texts: [
      title,
      ...columns,
      ...counts.map(({ text }) => text),
      ...stages.flatMap((placed, i) => stageTexts(placed, figures[i])),
      ...foot.texts,
    ],
    fields: funnelFields(props, { title, items: columns[0] ?? title, stages, counts }),
  }
}

/** Where the stages stand, and how high the whole is. */
export function funnelStages(props: FunnelProps): { readonly h: number; readonly stages: PlacedStage[] } {
  const stages = placeStages(props)
  return { h: panelHeight(props, stages), stages }
}

function panelHeight(props: FunnelProps, stages: readonly PlacedStage[]): number {
  return Math.max(drawnLength(props.h), (stages.at(-1)?.bottom ?? STAGES_TOP) + FOOT_GAP + FOOT)
}

function panelWidth(props: FunnelProps): number {
  return Math.max(drawnLength(props.w), MIN_WIDTH)
}

function placeStages(props: FunnelProps): PlacedStage[] {
  const stages = drawnRows(inOrder(props.stages))
  const w = panelWidth(props)
  const room = drawnLength(props.h) - STAGES_TOP - FOOT - FOOT_GAP - GAP * (stages.length - 1)
  const even = room / Math.max(stages.length, 1)
  const ratio = NARROWEST ** (1 / Math.max(stages.length, 1))
  const axis = w * 0.41
  let top = STAGES_TOP
  return stages.map((stage, i) => {
    const upper = w * 0.28 * ratio ** i
    const lower = upper * ratio
    const height = Math.max(even, MIN_STAGE, neededHeight(stage, upper + lower))
    const placed = placeStage({ stage, axis, upper, lower, top, height, w })
    top += height + GAP
    return placed
  })
}

function innerLines(stage: FunnelStage, width: number) {
  return {
    name: linesOf(stage.name, width - 24, STRONG),
    model: linesOf(stage.model, width - 28, QUIET),
  }
}

function neededHeight(stage: FunnelStage, width: number): number {
  const { name, model } = innerLines(stage, width)
  return 28 + name.length * STRONG.lineHeight + (model.length + 1) * QUIET.lineHeight
}

interface StagePlace {
  readonly stage: WithId<FunnelStage>
  readonly axis: number
  readonly upper: number
  readonly lower: number
  readonly top: number
  readonly height: number
  readonly w: number
}

function placeStage({ stage, axis, upper, lower, top, height, w }: StagePlace): PlacedStage {
  const middle = top + height / 2
  const { name, model } = innerLines(stage, upper + lower)
  const block = name.length * STRONG.lineHeight + (model.length + 1) * QUIET.lineHeight + 4
  const first = middle - block / 2
  const goalX = axis + (upper + lower) / 2 + 14
  const goal = linesOf(stage.objective, w - RECALL_COLUMN - 44 - goalX, SAID)
  const figureY = middle + ascent(FIGURE) - FIGURE.lineHeight / 2
  const center = { anchor: 'middle' } as const
  return {
    stage,
    top,
    bottom: top + height,
    middle,
    axis,
    upper,
    lower,
    name: put(axis, first + ascent(STRONG), name, STRONG, center),
    model: put(axis, first + 2 + name.length * STRONG.lineHeight + ascent(QUIET), model, QUIET, {
      ...center,
      tone: 'ink-2',
    }),
    goal: put(goalX, middle - (goal.length * SAID.lineHeight) / 2 + ascent(SAID), goal, SAID, {
      tone: 'ink-2',
    }),
    recall: put(w - RECALL_COLUMN, figureY, stage.recall === null ? '–' : share(stage.recall), FIGURE, {
      anchor: 'end',
      tone: stage.recall === null ? 'ink-3' : 'ink',
    }),
    p99: put(w - P99_COLUMN, figureY, stage.p99 === null ? '–' : `${formatCount(stage.p99)} ms`, FIGURE, {
      anchor: 'end',
      tone: stage.p99 === null ? 'ink-3' : 'ink',
    }),
  }
}

/** Two places at least, as shares are read aloud: 0.9 is 0.90. */
function share(value: number): string {
  return Number.isInteger(value * 100) ? value.toFixed(2) : String(Number(value.toPrecision(4)))
}

function placeCounts(figures: readonly StageFigures[], stages: readonly PlacedStage[]): PlacedCount[] {
  const count = (path: string, label: string, value: number | null, y: number, edge: number): PlacedCount => {
    const tone = value === null ? 'ink-3' : 'ink'
    const text = put(MARGIN, y + 6, value === null ? '–' : formatCount(value), COUNT, { tone })
    return { path, label, value, text, edge }
  }
  return stages.flatMap(({ stage, axis, upper, lower, top, bottom }, i) => {
    const after = count(
      `stages.${stage.id}.itemsOut`,
      `Items after ${stage.name}`,
      stage.itemsOut,
      i === stages.length - 1 ? bottom : bottom + GAP / 2,
      axis - lower,
    )
    if (i > 0) return [after]
    const entering = figures[0]?.itemsIn ?? null
    return [
      count(`stages.${stage.id}.itemsIn`, `Items into ${stage.name}`, entering, top, axis - upper),
      after,
    ]
  })
}

function leader({ text, edge }: PlacedCount): PanelStroke {
  const from = MARGIN + widthOf(text.lines[0] ?? '', COUNT) + 10
  return {
    d: `M${from} ${text.y - 6}H${Math.max(from, edge - 6)}`,
    stroke: 'line-2',
    dash: '1 3',
    isDetail: true,
  }
}

function trapezoid({ axis, upper, lower, top, bottom }: PlacedStage): PanelStroke {
  const d = `M${axis - upper} ${top}H${axis + upper}L${axis + lower} ${bottom}H${axis - lower}z`
  return { d, fill: 'wash', stroke: 'group', width: 2 }
}

function stageTexts(
  { stage, axis, name, model, goal, recall, p99 }: PlacedStage,
  figures: StageFigures | undefined,
) {
  const times = figures?.reduction ?? null
  const y = model.y + (stage.model === '' ? 0 : model.lines.length * QUIET.lineHeight) + 1
  const cut = put(axis, y, times === null ? '' : formatReduction(times), STRONG_FIGURE, { anchor: 'middle' })
  return [name, model, cut, goal, recall, p99]
}

function placeFoot(props: FunnelProps, w: number, top: number) {
  const stages = inOrder(props.stages)
  const bound = recallBound(stages)
  const latency = latencySum(stages)
  const named = (missing: number) =>
    missing === 0 ? '' : `, ${stages.length - missing} of ${stages.length} stages`
  const y = top + 27
  const half = w / 2
  const track = { d: `M${MARGIN} ${top + 38}h${w - 2 * MARGIN}v15H${MARGIN}z`, fill: 'sunken' as const }
  const bar = latencyBar(stages, w, top + 38)
  return {
    strokes: [
      { d: `M${MARGIN} ${top}H${w - MARGIN}`, stroke: 'line' as const, isDetail: true },
      track,
      ...bar.strokes,
    ],
    texts: [
      put(MARGIN, y, `Recall at most${named(bound?.missing ?? 0)}`, PLAIN),
      put(half - 24, y, bound ? share(bound.value) : '–', STRONG_FIGURE, { anchor: 'end' }),
      put(half + 24, y, `p99 at most${named(latency?.missing ?? 0)}`, PLAIN),
      put(w - MARGIN, y, latency ? `${formatCount(latency.value)} ms` : '–', STRONG_FIGURE, {
        anchor: 'end',
      }),
      ...bar.texts,
    ],
  }
}

function latencyBar(stages: readonly WithId<FunnelStage>[], w: number, top: number) {
  const total = latencySum(stages)?.value ?? 0
  const strokes: PanelStroke[] = []
  const texts: PanelText[] = []
  if (total === 0) {
    texts.push(put(MARGIN, top + 35, 'No stage names its p99 yet.', QUIET, { tone: 'ink-3' }))
    return { strokes, texts }
  }
  let x = MARGIN
  for (const { name, p99 } of drawnRows(stages)) {
    const width = ((p99 ?? 0) / total) * (w - 2 * MARGIN)
    if (p99 === null || width === 0) continue
    const opacity = [1, 0.7, 0.5][strokes.length % 3] ?? 1
    strokes.push({ d: `M${x} ${top}h${Math.max(width - 1, 1)}v15H${x}z`, fill: 'group', opacity })
    const figure = formatCount(p99)
    const label = [`${name} ${figure}`, figure].find((text) => widthOf(text, FIGURE) <= width - 4)
    if (label) texts.push(put(x, top + 34, label, FIGURE, { tone: 'ink-2' }))
    x += width
  }
  return { strokes, texts }
}
