import { PARTS, type Part, type Span, type SplitProblem } from '../../src/domain/dataSplit.ts'
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

interface Split {
  readonly spans: readonly Span[]
  /** days */
  readonly horizon: number | null
  readonly problems: readonly SplitProblem[]
}

const BAR = 28
const BAR_AT = 18
const DATES_AT = BAR_AT + BAR + 16
const DATE_ROW = 15
const SAID_GAP = 10

const LOOKS: Readonly<Record<Part, Omit<PanelStroke, 'd'>>> = {
  train: { fill: 'wash', stroke: 'group' },
  validation: { fill: 'sunken', stroke: 'ink-2' },
  test: { fill: 'panel', stroke: 'ink' },
}

/** Shares of the ghost that shows what is asked for. */
const GHOST: readonly (readonly [name: string, share: number])[] = [
  ['train', 0.62],
  ['gap', 0.06],
  ['validation', 0.16],
  ['test', 0.16],
]

type Scale = (day: number) => number

/** The parts on a line of days, to scale; days in two parts, or missing in the gap, are marked and said. */
export function splitPicture({ spans, horizon, problems }: Split, width: number): CardPicture {
  const drawn = spans.filter(({ from, to }) => from <= to)
  if (drawn.length === 0) return withSaid(ghost(width), problems, width)
  const first = Math.min(...drawn.map(({ from }) => from))
  const last = Math.max(...drawn.map(({ to }) => to)) + 1
  const at: Scale = (day) => ((day - first) / (last - first)) * (width - 2) + 1
  const dates = dateTexts(drawn, at, width)
  const wrong = new Map(
    problems.flatMap(({ days }) => (days ? [[String(days), overlap(days, at, width)] as const] : [])),
  )
  const picture = {
    h: DATES_AT + (dates.rows - 1) * DATE_ROW + 4,
    strokes: [...gapStrokes(drawn, at), ...drawn.map((span) => bar(span, at)), ...wrong.values()],
    texts: [...partTexts(drawn, at, width), ...dates.texts],
  }
  const isWhole = drawn.length === PARTS.length && horizon !== null && problems.length === 0
  return withSaid(picture, problems, width, isWhole)
}

function bar({ part, from, to }: Span, at: Scale): PanelStroke {
  return { ...LOOKS[part], d: box(at(from), at(to + 1)), width: 1.25 }
}

function box(from: number, to: number): string {
  return `M${from} ${BAR_AT}H${Math.max(to, from + 2)}v${BAR}H${from}z`
}

/** Days of two parts, or those that the gap lacks, over all that is drawn there. */
function overlap([from, to]: readonly [number, number], at: Scale, width: number): PanelStroke {
  const [left, right] = [at(from), at(to + 1)].map((x) => Math.min(Math.max(x, 1), width - 1)) as [
    number,
    number,
  ]
  const d = `M${left} ${BAR_AT - 4}H${Math.max(right, left + 2)}v${BAR + 8}H${left}z`
  return { d, fill: 'over', stroke: 'over', width: 1.5, opacity: 0.55 }
}

/** The line of days, where no part lies on it. */
function gapStrokes(spans: readonly Span[], at: Scale): PanelStroke[] {
  const from = Math.min(...spans.map((span) => at(span.from)))
  const to = Math.max(...spans.map((span) => at(span.to + 1)))
  return [{ d: `M${from} ${BAR_AT + BAR / 2}H${to}`, stroke: 'line-2', dash: '2 4' }]
}

/** Names above the bars, as far as they stand apart. */
function partTexts(spans: readonly Span[], at: Scale, width: number): PanelText[] {
  let free = 0
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ part, from }) => {
      const room = widthOf(part, QUIET)
      const x = Math.min(Math.max(at(from), free), width - room)
      free = x + room + 8
      return put(x, 12, part, QUIET, { tone: part === 'train' ? 'group' : 'ink-2' })
    })
}

/** The first day of each part and the last of all, each in the first row that has room for it. */
function dateTexts(spans: readonly Span[], at: Scale, width: number): { texts: PanelText[]; rows: number } {
  const ends: number[] = []
  const last = Math.max(...spans.map(({ to }) => to))
  const days = [...new Set([...spans.map(({ from }) => from), last])].sort((a, b) => a - b)
  const texts = days.map((day) => {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
    const room = widthOf(text, FIGURE)
    const x = Math.min(at(day), width - room)
    const found = ends.findIndex((end) => end + 10 <= x)
    const row = found < 0 ? ends.length : found
    ends[row] = x + room
    return put(x, DATES_AT + row * DATE_ROW, text, FIGURE, { tone: 'ink-2' })
  })
  return { texts, rows: ends.length }
}

function ghost(width: number): CardPicture {
  let x = 1
  const strokes: PanelStroke[] = []
  const texts: PanelText[] = []
  for (const [name, share] of GHOST) {
    const w = share * (width - 2)
    if (name !== 'gap') strokes.push({ d: box(x, x + w), stroke: 'line-2', dash: '3 4' })
    texts.push(put(x + w / 2, BAR_AT + BAR / 2 + 4, name, QUIET, { anchor: 'middle', tone: 'ink-3' }))
    x += w
  }
  return { h: BAR_AT + BAR + 4, strokes, texts }
}

/** What is wrong, a sentence below each other; where all is written and nothing is, that. */
function withSaid(
  picture: CardPicture,
  problems: readonly SplitProblem[],
  width: number,
  isWhole = false,
): CardPicture {
  const sentences = problems.map(({ message }) => message)
  if (isWhole) sentences.push('No day is in two parts, and the gap is as long as a label takes.')
  const lines = sentences.flatMap((message) => linesOf(message, width, PLAIN))
  if (lines.length === 0) return picture
  const top = picture.h + SAID_GAP
  const said = put(0, top + 12, lines, PLAIN, { tone: problems.length > 0 ? 'over' : 'ok' })
  return { ...picture, h: top + lines.length * PLAIN.lineHeight, texts: [...picture.texts, said] }
}
