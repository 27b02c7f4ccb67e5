import {
  linesOf,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
  roundBox,
  STRONG,
  widthOf,
} from '../shared/panel/layout.ts'
import { HEAD_HALF, HEAD_LENGTH, headAt } from './arrows.ts'
import type { Room, ViewBody } from './body.ts'
import { isBroken } from './faults.ts'
import { trainingFields } from './fields.ts'
import type { TwoTowerProps } from './schema.ts'
import { placeTower, type Side, TOWER_BELOW, TOWER_TOP, towerHeight } from './tower.ts'

const LOSS_TOP = 56
const LOSS_HEIGHT = 30
const DOT_Y = 118
const DOT_RADIUS = 17
/** How the towers learn: what goes into each, what joins them, and the loss. */
export function placeTraining(props: TwoTowerProps, { w, h }: Room): ViewBody {
  const width = towerWidth(w)
  const height = Math.max(
    towerHeight(props.query, width),
    towerHeight(props.item, width),
    h - TOWER_TOP - TOWER_BELOW,
  )
  const isUnequal = isBroken(props, 'query', 'dimension')
  const place = (side: Side, axis: number) => placeTower(props, { side, axis, width, height })
  const query = place('query', w * 0.256)
  const item = place('item', w * 0.744)
  const top = placeTop(props, w, isUnequal)
  return {
    strokes: [
      ...query.strokes,
      ...item.strokes,
      ...joins(w, [query.axis, item.axis], isUnequal),
      ...top.strokes,
    ],
    texts: [...top.texts, ...query.texts, ...item.texts, ...crossFeatures(w / 2, height)],
    fields: trainingFields(props, { ...top.places, query, item }),
    bottom: Math.max(query.bottom, item.bottom),
  }
}

function towerWidth(w: number): number {
  return w * 0.357
}

function placeTop(props: TwoTowerProps, w: number, isUnequal: boolean) {
  const middle = w / 2
  const wide = Math.min(w * 0.5, 260)
  const tone = isUnequal ? 'over' : 'group'
  const center = { anchor: 'middle' } as const
  const loss = put(
    middle,
    LOSS_TOP + LOSS_HEIGHT / 2 + 4.5,
    linesOf(props.loss, wide, STRONG),
    STRONG,
    center,
  )
  const extra = (loss.lines.length - 1) * STRONG.lineHeight
  const lossTop = LOSS_TOP - extra / 2
  const lossWidth = Math.max(209, ...loss.lines.map((line) => widthOf(line, STRONG) + 24))
  const similarity = put(
    middle,
    DOT_Y + 34,
    props.similarity === 'dot' ? 'dot product' : 'cosine',
    PLAIN,
    center,
  )
  const negatives = put(middle, DOT_Y + 50, linesOf(props.negatives, 128, QUIET), QUIET, {
    ...center,
    tone: 'ink-3',
  })
  const strokes: PanelStroke[] = [
    {
      d: roundBox(middle - lossWidth / 2, lossTop, lossWidth, LOSS_HEIGHT + extra / 2, 6),
      fill: 'sunken',
      stroke: 'line-2',
      isDetail: true,
    },
    { d: circle(middle, DOT_Y, DOT_RADIUS), fill: 'wash', stroke: tone, width: isUnequal ? 2.5 : 2 },
    { d: circle(middle, DOT_Y, 5), fill: tone },
    { d: `M${middle} ${DOT_Y - DOT_RADIUS}V${LOSS_TOP + LOSS_HEIGHT + 6}`, stroke: 'ink', width: 2 },
    { d: headAt(middle, LOSS_TOP + LOSS_HEIGHT, 'up'), fill: 'ink' },
  ]
  return { strokes, texts: [loss, similarity, negatives], places: { loss, similarity, negatives } }
}

/** The two elbows from the towers' tops to the similarity. */
function joins(w: number, axes: readonly [number, number], isUnequal: boolean): PanelStroke[] {
  const tone = isUnequal ? 'over' : 'ink'
  const reach = DOT_RADIUS + 1
  return axes.flatMap((x) => {
    const side = x < w / 2 ? -1 : 1
    const end = w / 2 + side * reach
    const d = `M${x} ${TOWER_TOP}V${DOT_Y + 8}Q${x} ${DOT_Y} ${x - side * 8} ${DOT_Y}H${end + side * HEAD_LENGTH}`
    return [
      { d, stroke: tone, width: 2 } as const,
      {
        d: `M${end} ${DOT_Y}l${side * HEAD_LENGTH} ${-HEAD_HALF}v${2 * HEAD_HALF}z`,
        fill: tone,
      } as const,
    ]
  })
}

function crossFeatures(x: number, towers: number): PanelText[] {
  const y = TOWER_TOP + towers * 0.48
  const tone = { anchor: 'middle', tone: 'ink-3' } as const
  return [put(x, y, ['no cross', 'features'], QUIET, tone)]
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}
