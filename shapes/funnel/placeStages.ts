import { type StageFigures, stageFigures } from '../../src/domain/estimate/funnel.ts'
import { funnelCost } from '../../src/domain/estimate/funnelCost.ts'
import { widenings } from '../../src/domain/estimate/widening.ts'
import { inOrder, type WithId } from '../../src/domain/order.ts'
import { formatCount, formatNumber } from '../../src/domain/units.ts'
import { drawnLength, drawnRows } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import { ascent, FIGURE, linesOf, put, QUIET, SAID, STRONG, STRONG_FIGURE } from '../shared/panel/layout.ts'
import { footHeight } from './foot.ts'
import { FOOT_GAP, GAP, P99_COLUMN, panelWidth, RECALL_COLUMN, STAGES_TOP } from './measures.ts'
import type { PlacedStage } from './places.ts'
import type { FunnelProps, FunnelStage } from './schema.ts'
import { shareText } from './shareText.ts'

const MIN_STAGE = 77
/** How wide the last boundary is, of the first. */
const NARROWEST = 0.39
const COST_LINE = 17
/** Between name, model and what a stage cuts, so that the place where one is edited covers none of the others, px. */
const APART = 5
/** Kept free left of the stages for counts, and on both sides for counts, goals and figures. */
const COUNTS = 80
const BESIDE = 291

/** A stage with all that is worked out for it. */
interface Worked {
  readonly stage: WithId<FunnelStage>
  readonly figures: StageFigures | undefined
  /** ms that scoring takes of a request. */
  readonly time: number | null
  readonly fault: readonly string[]
}

/** Where every stage and its texts stand; they spread where the panel, less its foot, leaves room. */
export const placeStages: (props: FunnelProps) => PlacedStage[] = oncePer((props: FunnelProps) => {
  const w = panelWidth(props)
  const stages = workedOut(props, w)
  const widest = Math.min(w * 0.28, (w - BESIDE) / 2)
  const axis = Math.min(w * 0.41, COUNTS + widest)
  const ratio = NARROWEST ** (1 / Math.max(stages.length, 1))
  const gaps = stages.map(({ fault }) => GAP + faultHeight(fault))
  const between = gaps.reduce((sum, gap) => sum + gap, -GAP)
  const room = drawnLength(props.h) - STAGES_TOP - footHeight(props) - FOOT_GAP - between
  const even = room / Math.max(stages.length, 1)
  let top = STAGES_TOP
  return stages.map((worked, i) => {
    const upper = widest * ratio ** i
    const lower = upper * ratio
    const height = Math.max(even, MIN_STAGE, neededHeight(worked.stage, upper + lower))
    const placed = placeStage({ ...worked, axis, upper, lower, top, height, w })
    top += height + (gaps[i] ?? GAP)
    return placed
  })
})

/** Where the drawing of the last stage ends. */
export function stagesBottom(stages: readonly PlacedStage[]): number {
  const last = stages.at(-1)
  return last ? last.bottom + faultHeight(last.fault?.lines ?? []) : STAGES_TOP
}

function faultHeight(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : lines.length * QUIET.lineHeight + 9
}

function workedOut(props: FunnelProps, w: number): Worked[] {
  const figures = stageFigures(props.stages)
  const costs = funnelCost(props.stages, props.qps).stages
  const faults = new Map(widenings(props.stages).map(({ id, text }) => [id, text]))
  return drawnRows(inOrder(props.stages)).map((stage, i) => {
    const fault = faults.get(stage.id)
    return {
      stage,
      figures: figures[i],
      time: costs[i]?.time ?? null,
      fault: fault === undefined ? [] : linesOf(fault, w * 0.82 - 2 * 90, QUIET),
    }
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
  return 30 + name.length * STRONG.lineHeight + (model.length + 1) * QUIET.lineHeight
}

interface StagePlace extends Worked {
  readonly axis: number
  readonly upper: number
  readonly lower: number
  readonly top: number
  readonly height: number
  readonly w: number
}

function placeStage(place: StagePlace): PlacedStage {
  const { stage, axis, upper, lower, top, height, w, fault } = place
  const middle = top + height / 2
  const goalX = axis + (upper + lower) / 2 + 14
  const column = RECALL_COLUMN + (stage.costPerItemUs === null ? 44 : 72)
  const goal = linesOf(stage.objective, w - column - goalX, SAID)
  const under = top + height + 6 + ascent(QUIET)
  return {
    stage,
    top,
    bottom: top + height,
    middle,
    axis,
    upper,
    lower,
    ...placeWords(place, middle),
    goal: put(goalX, middle - (goal.length * SAID.lineHeight) / 2 + ascent(SAID), goal, SAID, {
      tone: 'ink-2',
    }),
    ...placeFigures(place, middle),
    fault: fault.length === 0 ? null : put(axis, under, fault, QUIET, { anchor: 'middle', tone: 'over' }),
  }
}

/** What stands in the trapezoid: name, model, and how much it narrows. */
function placeWords({ stage, figures, axis, upper, lower }: StagePlace, middle: number) {
  const { name, model } = innerLines(stage, upper + lower)
  const block = name.length * STRONG.lineHeight + (model.length + 1) * QUIET.lineHeight + 2 * APART
  const first = middle - block / 2
  const modelY = first + APART + name.length * STRONG.lineHeight + ascent(QUIET)
  const cutY = modelY + (stage.model === '' ? 0 : model.length * QUIET.lineHeight + APART - 1) + 1
  return {
    name: put(axis, first + ascent(STRONG), name, STRONG, { anchor: 'middle' }),
    model: put(axis, modelY, model, QUIET, { anchor: 'middle', tone: 'ink-2' }),
    cut: put(axis, cutY, cutText(stage, figures), STRONG_FIGURE, { anchor: 'middle' }),
  }
}

function cutText({ adds }: FunnelStage, figures: StageFigures | undefined): string {
  if (!figures || figures.reduction === null) return ''
  const more = (figures.itemsOut ?? 0) - (figures.itemsIn ?? 0)
  return adds && more > 0 ? `adds ${formatCount(more)}` : formatNumber(figures.reduction, 'times')
}

/** The columns of figures: recall and p99; under them what scoring costs, where that is written down. */
function placeFigures({ stage, time, w }: StagePlace, middle: number) {
  const { recall, p99, costPerItemUs, lanes } = stage
  const rows = costPerItemUs === null ? 1 : time === null ? 2 : 3
  const y = middle - (rows - 1) * (COST_LINE / 2) + ascent(FIGURE) - FIGURE.lineHeight / 2
  const right = (column: number, row: number, text: string, tone: 'ink' | 'ink-2' | 'ink-3') =>
    put(w - column, y + row * COST_LINE, text, FIGURE, { anchor: 'end', tone })
  const figure = (column: number, text: string | null) =>
    right(column, 0, text ?? '–', text === null ? 'ink-3' : 'ink')
  const isScored = costPerItemUs !== null
  return {
    recall: figure(RECALL_COLUMN, recall === null ? null : shareText(recall)),
    p99: figure(P99_COLUMN, p99 === null ? null : formatNumber(p99, 'ms')),
    cost: right(RECALL_COLUMN, 1, isScored ? `${formatNumber(costPerItemUs, 'µs')} each` : '', 'ink-2'),
    lanes: right(P99_COLUMN, 1, isScored ? lanesText(lanes ?? 1) : '', 'ink-2'),
    scoring: right(P99_COLUMN, 2, time === null ? '' : `scored in ${formatNumber(time, 'ms')}`, 'ink-2'),
  }
}

function lanesText(lanes: number): string {
  return lanes === 1 ? '1 lane' : `${formatCount(lanes)} lanes`
}
