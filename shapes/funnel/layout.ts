import { formatCount } from '../../src/domain/units.ts'
import { drawnLength } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  COUNT,
  FIGURE,
  type PanelLayout,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  TITLE,
  widthOf,
} from '../shared/panel/layout.ts'
import { FUNNEL_SYMBOL } from '../shared/panel/symbols.ts'
import { funnelActions } from './actions.ts'
import { funnelFields } from './fields.ts'
import { footHeight, placeFoot } from './foot.ts'
import { FOOT_GAP, GAP, MARGIN, P99_COLUMN, panelWidth, RECALL_COLUMN } from './measures.ts'
import { placeStages, stagesBottom } from './placeStages.ts'
import type { PlacedCount, PlacedStage } from './places.ts'
import type { FunnelProps } from './schema.ts'

/** Everything a funnel draws; its height follows its stages, and spreads them where `h` leaves room. */
export const funnelLayout = oncePer(layOut)

function layOut(props: FunnelProps): PanelLayout {
  const { h, stages } = funnelStages(props)
  const w = panelWidth(props)
  const counts = placeCounts(stages)
  const foot = placeFoot(props, h - footHeight(props))
  const title = put(46, 26, props.label, TITLE)
  const about = put(w - MARGIN, 26, props.about, QUIET, { tone: 'ink-2', anchor: 'end' })
  const items = put(MARGIN, 66, props.items, QUIET, { tone: 'ink-3' })
  return {
    w,
    h,
    title: props.label,
    symbol: FUNNEL_SYMBOL,
    strokes: [...counts.flatMap(leader), ...stages.map(trapezoid), ...foot.strokes],
    texts: [
      title,
      about,
      items,
      ...columnHeads(w),
      ...counts.map(({ text }) => text),
      ...stages.flatMap(stageTexts),
      ...foot.texts,
    ],
    fields: funnelFields(props, { title, about, items, stages, counts, foot }),
    actions: funnelActions(props, { w, stages }),
  }
}

/** Where the stages stand, and how high the whole is. */
export function funnelStages(props: FunnelProps): { readonly h: number; readonly stages: PlacedStage[] } {
  const stages = placeStages(props)
  const needed = stagesBottom(stages) + FOOT_GAP + footHeight(props)
  return { h: Math.max(drawnLength(props.h), needed), stages }
}

function columnHeads(w: number): PanelText[] {
  const head = (column: number, text: string) =>
    put(w - column, 66, text, QUIET, { tone: 'ink-3', anchor: 'end' })
  return [head(RECALL_COLUMN, 'recall'), head(P99_COLUMN, 'p99')]
}

/** The counts at the edges, and into a stage where that is not what the stage before lets through. */
function placeCounts(stages: readonly PlacedStage[]): PlacedCount[] {
  return stages.flatMap(({ stage, axis, upper, lower, top, bottom, fault }, i) => {
    const isLast = i === stages.length - 1
    const after = countAt(bottom + (isLast || fault ? 0 : GAP / 2), axis - lower, {
      path: `stages.${stage.id}.itemsOut`,
      label: `Items after ${stage.name}`,
      value: stage.itemsOut,
    })
    const into = {
      path: `stages.${stage.id}.itemsIn`,
      label: `Items into ${stage.name}`,
      value: stage.itemsIn,
    }
    return [i === 0 ? countAt(top, axis - upper, into) : overridden(into, top), after]
  })
}

type Counted = Pick<PlacedCount, 'path' | 'label' | 'value'>

function countAt(y: number, edge: number, counted: Counted): PlacedCount {
  const { value } = counted
  const tone = value === null ? 'ink-3' : 'ink'
  const text = put(MARGIN, y + 6, value === null ? '–' : formatCount(value), COUNT, { tone })
  return { ...counted, text, edge }
}

function overridden(counted: Counted, top: number): PlacedCount {
  const { value } = counted
  const words = value === null ? '' : `${formatCount(value)} in`
  return { ...counted, text: put(MARGIN, top + 27, words, FIGURE, { tone: 'ink-2' }), edge: null }
}

function leader({ text, edge }: PlacedCount): PanelStroke[] {
  if (edge === null) return []
  const from = MARGIN + widthOf(text.lines[0] ?? '', COUNT) + 10
  const d = `M${from} ${text.y - 6}H${Math.max(from, edge - 6)}`
  return [{ d, stroke: 'line-2', dash: '1 3', isDetail: true }]
}

function trapezoid({ axis, upper, lower, top, bottom, fault }: PlacedStage): PanelStroke {
  const d = `M${axis - upper} ${top}H${axis + upper}L${axis + lower} ${bottom}H${axis - lower}z`
  return { d, fill: 'wash', stroke: fault ? 'over' : 'group', width: 2 }
}

function stageTexts(placed: PlacedStage): PanelText[] {
  const { name, model, cut, goal, recall, p99, cost, lanes, scoring, fault } = placed
  return [name, model, cut, goal, recall, p99, cost, lanes, scoring, ...(fault ? [fault] : [])]
}
