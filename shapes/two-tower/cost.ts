import { formatCount, formatNumber } from '../../src/domain/units.ts'
import {
  COUNT,
  FIGURE,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  roundBox,
  STRONG,
} from '../shared/panel/layout.ts'
import { placeSegments, type Segment } from '../shared/panel/segments.ts'
import type { Room, ViewBody } from './body.ts'
import { coreFigures, memoryFigures, type TowerFigure, USUAL_BYTES, vectorLength } from './figures.ts'
import { figureSegment, RULES } from './rules.ts'
import type { TwoTowerProps } from './schema.ts'

const LEFT = 20
const RIGHT = 18
const FIRST = 66
const STEP = 68
const BAR = { below: 35, height: 10, radius: 3 }
/** Kept free for the figure beside a bar. */
const FIGURE_ROOM = 125
const RULE_BELOW = 1
const NEEDED = 372
const HEADING: PanelFont = { ...STRONG, size: 13, lineHeight: 16 }
const CORES: PanelFont = { ...COUNT, size: 14, lineHeight: 18 }

/** What scoring every pair would keep busy, what the towers do instead, and the memory of their vectors. */
export function placeCost(props: TwoTowerProps, { w, h }: Room): ViewBody {
  const spare = Math.max(0, h - NEEDED) / 4
  const figures = coreFigures(props)
  const most = Math.max(10, ...figures.map(({ value }) => value ?? 0))
  const words = formulas(props)
  const rows = figures.map((figure, i) =>
    placeRow(figure, words[i] ?? [], { y: FIRST + i * (STEP + spare), w, most }),
  )
  const memory = placeMemory(props, w, FIRST + 3 * (STEP + spare) + RULE_BELOW)
  const foot = placeSegments(footOf(props), { x: LEFT, y: memory.bottom + 34, font: QUIET, tone: 'ink-3' })
  return {
    strokes: [...rows.flatMap(({ strokes }) => strokes), ...memory.strokes],
    texts: [...rows.flatMap(({ texts }) => texts), ...memory.texts, ...foot.texts],
    fields: [...rows.flatMap(({ fields }) => fields), ...foot.fields],
    bottom: memory.bottom + 57,
  }
}

const TIMES: Segment = { text: '×' }

/** How each figure comes about; a number stands as a field where it is first read. */
function formulas({ qps, costPerItemUs, index, query, item }: TwoTowerProps): Segment[][] {
  const rate = figureSegment({
    path: 'qps',
    label: 'Requests a second',
    value: qps,
    rule: RULES.qps,
    unknown: '– /s',
  })
  const items = figureSegment({
    path: 'index.items',
    label: 'Items in the index',
    value: index.items,
    rule: RULES.items,
    unknown: '– items',
  })
  const pair = figureSegment({
    path: 'costPerItemUs',
    label: 'Cost of scoring one pair',
    value: costPerItemUs,
    rule: RULES.costPerItemUs,
    unknown: '– µs',
  })
  const ms = (path: string, label: string, value: number | null, around: [string, string]) =>
    figureSegment({
      path,
      label,
      value,
      rule: RULES.p99,
      before: around[0],
      after: around[1],
      unknown: '– ms',
    })
  const every = figureSegment({
    path: 'index.refresh_h',
    label: 'Hours between two fillings of the index',
    value: index.refresh_h,
    rule: RULES.refresh_h,
    unknown: '– h',
  })
  return [
    [rate, TIMES, items, TIMES, pair],
    [
      { text: rate.text },
      TIMES,
      ms('query.p99', `p99 of ${query.name}`, query.p99, ['(', ' tower']),
      { text: '+' },
      ms('index.p99', 'p99 of a search', index.p99, ['', ' search)']),
    ],
    [
      { text: index.items === null ? items.text : `${items.text} items` },
      TIMES,
      ms('item.p99', `Time of ${item.name} for one item`, item.p99, ['', '']),
      { text: '÷' },
      every,
    ],
  ]
}

function placeRow(
  { name, value, missing }: TowerFigure,
  words: readonly Segment[],
  { y, w, most }: { readonly y: number; readonly w: number; readonly most: number },
) {
  const line = placeSegments(words, { x: LEFT, y: y + 20, font: FIGURE, tone: 'ink-2', minWidth: 30 })
  const wide = w - LEFT - RIGHT - FIGURE_ROOM
  const top = y + BAR.below
  const bar = (length: number) => roundBox(LEFT, top, length, BAR.height, BAR.radius)
  const strokes: PanelStroke[] = [{ d: bar(wide), fill: 'sunken' }]
  const share = value === null ? 0 : Math.max(0, Math.log10(value)) / Math.log10(most)
  if (value !== null)
    strokes.push({
      d: bar(Math.max(2 * BAR.radius, wide * share)),
      fill: name === PAIRS ? 'over-fill' : 'group',
    })
  const right = { anchor: 'end', tone: value === null ? 'ink-3' : 'ink' } as const
  const said = value === null ? `say ${missing[0] ?? 'more'}` : `${formatCount(value)} cores`
  const texts: PanelText[] = [
    put(LEFT, y, name, HEADING),
    ...line.texts,
    put(w - RIGHT, top + BAR.height, said, value === null ? QUIET : CORES, right),
  ]
  return { strokes, texts, fields: line.fields }
}

const PAIRS = 'Score every pair'

function placeMemory(props: TwoTowerProps, w: number, y: number) {
  const strokes: PanelStroke[] = [{ d: `M${LEFT} ${y}H${w - RIGHT}`, stroke: 'line' }]
  const texts = memoryFigures(props).flatMap(({ name, kind, value, missing }, i): PanelText[] => {
    const x = LEFT + (i * (w - LEFT - RIGHT)) / 3
    const isChosen = kind === props.index.kind
    const label = put(x, y + 27, isChosen ? `${name}, here` : name, QUIET, {
      tone: isChosen ? 'ink' : 'ink-3',
    })
    if (value === null)
      return [label, put(x, y + 48, `say ${missing[0] ?? 'more'}`, QUIET, { tone: 'ink-3' })]
    return [label, put(x, y + 48, formatNumber(value, 'bytes'), COUNT)]
  })
  return { strokes, texts, bottom: y + 48 }
}

const PRECISIONS: Readonly<Record<number, string>> = { 4: 'fp32', 2: 'fp16', 1: 'int8' }

function footOf(props: TwoTowerProps): Segment[] {
  const { bytes, dim, items } = props.index
  const length = vectorLength(props)
  const precision =
    bytes === null ? PRECISIONS[USUAL_BYTES] : (PRECISIONS[bytes] ?? formatNumber(bytes, 'bytes'))
  const label = { dim: 'Length of the vectors in the index', bytes: 'Bytes per value' }
  const edited = (value: number | null) => (value === null ? '' : String(value))
  return [
    { text: 'Busy cores, log scale.' },
    { text: items === null ? '' : `${formatCount(items)} items,` },
    {
      text: `d ${length ?? '–'},`,
      field: { path: 'index.dim', label: label.dim, text: edited(dim), number: RULES.dim },
    },
    {
      text: `${precision}${bytes === null ? ' assumed' : ''}.`,
      field: { path: 'index.bytes', label: label.bytes, text: edited(bytes), number: RULES.bytes },
    },
  ]
}
