import { estimateText, latencyText } from '../../src/domain/estimate/estimateWords.ts'
import type { SlowestPath } from '../../src/domain/estimate/slowestPath.ts'
import { formatNumber } from '../../src/domain/units.ts'
import type { Card, CardReading, CardValues } from './card.ts'
import { latencyPicture } from './latencyPicture.ts'
import { valueAt } from './values.ts'

export const latencyBudget: Card = {
  id: 'latency-budget',
  name: 'Latency budget',
  purpose: 'The hops of the slowest call path that is drawn, against the target',
  synonyms: ['latency card', 'latency budget bar', 'sla', 'p99 budget', 'hops'],
  code: 'lat',
  step: 7,
  watchOut: [
    'A hop without a p99 costs time all the same.',
    'Calls side by side cost the slowest of them, calls one after the other their sum.',
    'A timeout above the target protects nobody.',
  ],
  width: 620,
  mark: 'M5.5 9.5h5v3h-5zM10.5 13.5h4v3h-4zM14.5 17h2.5M18.5 8.5v10',
  fields: [
    {
      id: 'target',
      label: 'Target',
      hint: 'else the requirement’s',
      type: 'number',
      rule: { unit: 'ms' },
      isHalf: true,
    },
    { id: 'timeout', label: 'Timeout', hint: '150 ms', type: 'number', rule: { unit: 'ms' }, isHalf: true },
    { id: 'late', label: 'If a hop is late', hint: 'what is shown then', type: 'text', isFoot: true },
    {
      id: 'notes',
      label: 'Notes',
      hint: 'what could run side by side, be cached, or go',
      type: 'text',
      isFoot: true,
    },
  ],
  isFedByBoard: true,
  picture: (values, width, board) => latencyPicture({ ...board, sla: targetOf(values, board) }, width),
  readings,
}

const NO_TARGET: CardReading = {
  label: 'Target',
  value: null,
  missing: 'needs one, here or in the requirements',
}

/** As the card says, else as the requirements do; ms. */
function targetOf({ fields }: CardValues, { sla }: SlowestPath): number | null {
  return numberAt(fields, 'target') ?? sla
}

function readings(values: CardValues, board: SlowestPath): CardReading[] {
  const target = targetOf(values, board)
  const { known, missing, hops } = board
  const isWhole = hops.length > 0 && missing.length === 0
  const ms = (value: number) => formatNumber(value, 'ms')
  const left = target === null ? null : target - known
  return [
    latencyReading(board, target),
    ...(isWhole && left !== null
      ? [{ label: left < 0 ? 'Over by' : 'Left', value: ms(Math.abs(left)), isWrong: left < 0 }]
      : []),
    ...(isWhole && target !== null && target > 0 && left !== null && left >= 0
      ? [
          {
            label: 'Headroom',
            value: estimateText({ name: 'latency-headroom', value: left / target, unit: 'share' }),
          },
        ]
      : []),
    ...(target === null && hops.length > 0 ? [NO_TARGET] : []),
    ...otherTarget(values, board),
    ...lateTimeout(values, target),
  ]
}

function latencyReading({ hops, known, missing }: SlowestPath, target: number | null): CardReading {
  const label = missing.length > 0 ? 'Call path so far' : 'Call path'
  if (hops.length === 0) return { label, value: null, missing: 'needs a client and what it calls' }
  if (known === 0 && missing.length > 0 && hops.every(({ p99 }) => p99 === null))
    return { label, value: null, missing: 'needs a p99 on what is called' }
  const value = latencyText({ name: 'call-path-latency', value: known, unit: 'ms' }, target)
  return { label, value, isWrong: target !== null && known > target }
}

/** A target that is not what the requirements promise. */
function otherTarget({ fields }: CardValues, { sla }: SlowestPath): CardReading[] {
  const target = numberAt(fields, 'target')
  if (target === null || sla === null || target === sla) return []
  return [{ label: 'The requirement says', value: formatNumber(sla, 'ms'), isWrong: target > sla }]
}

function lateTimeout({ fields }: CardValues, target: number | null): CardReading[] {
  const timeout = numberAt(fields, 'timeout')
  if (timeout === null || target === null || timeout <= target) return []
  return [{ label: 'Timeout after the target', value: formatNumber(timeout - target, 'ms'), isWrong: true }]
}

function numberAt(fields: CardValues['fields'], id: string): number | null {
  const value = valueAt(fields, id)
  return typeof value === 'number' ? value : null
}
