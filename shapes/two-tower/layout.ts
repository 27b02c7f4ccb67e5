import { drawnLength } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import {
  linesOf,
  type PanelLayout,
  type PanelStroke,
  type PanelText,
  PLAIN,
  put,
  QUIET,
  roundBox,
  STRONG,
  TITLE,
  widthOf,
} from '../shared/panel/layout.ts'
import { TWO_TOWER_SYMBOL } from '../shared/panel/symbols.ts'
import { twoTowerFields } from './fields.ts'
import type { TwoTowerProps } from './schema.ts'
import { placeTower, TOWER_BELOW, TOWER_TOP, towerHeight } from './tower.ts'

const MIN_WIDTH = 480
const LOSS_TOP = 56
const LOSS_HEIGHT = 30
const DOT_Y = 118
const DOT_RADIUS = 17
const COMPLAINT = 34
/** Half the width and the length of a filled head, as links have it. */
const HEAD_HALF = 4
const HEAD_LENGTH = 9

/** Everything a two-tower model draws in its training view; the height follows its layers and inputs. */
export const twoTowerLayout = oncePer(layOut)

function layOut(props: TwoTowerProps): PanelLayout {
  const w = Math.max(drawnLength(props.w), MIN_WIDTH)
  const leastHeight = drawnLength(props.h)
  const problem = dimensionProblem(props)
  const complaint = problem ? COMPLAINT : 0
  const width = towerWidth(w)
  const height = Math.max(
    towerHeight(props.query, width),
    towerHeight(props.item, width),
    leastHeight - TOWER_TOP - TOWER_BELOW - complaint,
  )
  const size = { width, height, isBroken: problem !== null }
  const query = placeTower(props.query, { side: 'query', axis: w * 0.256, ...size })
  const item = placeTower(props.item, { side: 'item', axis: w * 0.744, ...size })
  const h = Math.max(leastHeight, Math.max(query.bottom, item.bottom) + complaint)
  const title = put(46, 26, props.label, TITLE)
  const top = placeTop(props, w, problem !== null)
  const sentence = linesOf(problem ?? '', w - 32, PLAIN)
  return {
    w,
    h,
    title: props.label,
    symbol: TWO_TOWER_SYMBOL,
    strokes: [
      ...query.strokes,
      ...item.strokes,
      ...joins(w, [query.axis, item.axis], problem !== null),
      ...top.strokes,
    ],
    texts: [
      title,
      ...top.texts,
      ...query.texts,
      ...item.texts,
      ...crossFeatures(w / 2, height),
      ...(problem ? [put(16, h - 14 - (sentence.length - 1) * 16, sentence, PLAIN, { tone: 'over' })] : []),
    ],
    fields: twoTowerFields(props, { title, ...top.places, query, item }),
  }
}

function towerWidth(w: number): number {
  return w * 0.357
}

/** What is wrong with the lengths of the vectors, in a sentence; null where nothing is, or one is unknown. */
export function dimensionProblem({ query, item, similarity }: TwoTowerProps): string | null {
  if (query.dim === null || item.dim === null || query.dim === item.dim) return null
  const name = similarity === 'dot' ? 'The dot product' : 'Cosine'
  return `${name} needs vectors of one length: u has ${query.dim} numbers, v has ${item.dim}.`
}

function placeTop(props: TwoTowerProps, w: number, isBroken: boolean) {
  const middle = w / 2
  const wide = Math.min(w * 0.5, 260)
  const tone = isBroken ? 'over' : 'group'
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
    { d: circle(middle, DOT_Y, DOT_RADIUS), fill: 'wash', stroke: tone, width: isBroken ? 2.5 : 2 },
    { d: circle(middle, DOT_Y, 5), fill: tone },
    { d: `M${middle} ${DOT_Y - DOT_RADIUS}V${LOSS_TOP + LOSS_HEIGHT + 6}`, stroke: 'ink', width: 2 },
    { d: headUp(middle, LOSS_TOP + LOSS_HEIGHT), fill: 'ink' },
  ]
  return { strokes, texts: [loss, similarity, negatives], places: { loss, similarity, negatives } }
}

/** The two elbows from the towers' tops to the similarity. */
function joins(w: number, axes: readonly [number, number], isBroken: boolean): PanelStroke[] {
  const tone = isBroken ? 'over' : 'ink'
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

function headUp(x: number, y: number): string {
  return `M${x} ${y}l${-HEAD_HALF} ${HEAD_LENGTH}h${2 * HEAD_HALF}z`
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}
