import { formatCount, formatNumber } from '../../src/domain/units.ts'
import { FIGURE, type PanelStroke, type PanelText, put, QUIET } from '../shared/panel/layout.ts'
import type { CardPicture } from './card.ts'

/** How many of each class there are; null: not known. */
export interface Balance {
  readonly positives: number | null
  readonly negatives: number | null
  readonly rate: number | null
  /** The rate where a part of the negatives was thrown away. */
  readonly sampled: number | null
}

const BAR = 16
const MARGIN = 84
const BAR_AT = 6
const STEP = 46

/** Positives to negatives as `1 : 99`, or where one of them is none as what there is. */
export function ratio(rate: number): string {
  if (rate <= 0) return 'no positives'
  if (rate >= 1) return 'no negatives'
  const odds = (1 - rate) / rate
  return odds >= 1 ? `1 : ${formatCount(odds)}` : `${formatCount(1 / odds)} : 1`
}

/** The share of the positives as a bar; below it that which is learned from, where it differs. */
export function balancePicture({ positives, negatives, rate, sampled }: Balance, width: number): CardPicture {
  if (rate === null) return emptyPicture(width)
  const counts = [positives, negatives].map((count) => (count === null ? '' : `${formatCount(count)} `))
  const bars = [balanceBar('In the data', rate, width, 0, counts)]
  if (sampled !== null) bars.push(balanceBar('Learned from', sampled, width, STEP, ['', '']))
  return {
    h: bars.length * STEP - 6,
    strokes: bars.flatMap(({ strokes }) => strokes),
    texts: bars.flatMap(({ texts }) => texts),
  }
}

interface Bar {
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
}

function balanceBar(
  ...[name, rate, width, top, counts]: [string, number, number, number, readonly string[]]
): Bar {
  const full = width - MARGIN
  const y = top + BAR_AT
  const part = rate <= 0 ? 0 : Math.min(Math.max(full * rate, 2), full)
  const under = y + BAR + 14
  return {
    strokes: [
      { d: box(MARGIN, y, full), fill: 'sunken', stroke: 'line-2' },
      ...(part > 0 ? [{ d: box(MARGIN, y, part), fill: 'group' as const }] : []),
    ],
    texts: [
      put(MARGIN - 10, y + 12, name, QUIET, { anchor: 'end', tone: 'ink-3' }),
      put(MARGIN, under, `${counts[0]}positive`, QUIET, { tone: 'group' }),
      put(MARGIN + full / 2, under, `${formatNumber(rate, 'share')}, ${ratio(rate)}`, FIGURE, {
        anchor: 'middle',
      }),
      put(width, under, `${counts[1]}negative`, QUIET, { anchor: 'end', tone: 'ink-2' }),
    ],
  }
}

function emptyPicture(width: number): CardPicture {
  const dashed = { d: box(MARGIN, BAR_AT, width - MARGIN), stroke: 'line-2' as const, dash: '3 4' }
  const hint = 'Count both classes, or write the rate.'
  return {
    h: STEP - 6,
    strokes: [dashed],
    texts: [put(MARGIN, BAR_AT + BAR + 14, hint, QUIET, { tone: 'ink-3' })],
  }
}

function box(x: number, y: number, w: number): string {
  return `M${x} ${y}h${w}v${BAR}h${-w}z`
}
