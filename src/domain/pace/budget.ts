import type { Framework, MinutesBySlot } from '../steps.ts'

/** The shortest and the longest interview that a framework is laid out for, minutes. */
export const SHORTEST_SLOT = 15
export const LONGEST_SLOT = 180

/** Whole minutes of each part of a slot; together they are the slot. */
export interface Budget {
  readonly intro: number
  /** In the order of the framework's steps. */
  readonly steps: readonly number[]
  readonly wrapUp: number
}

interface Share {
  readonly whole: number
  /** What is left of a minute, in parts of one. */
  readonly rest: number
  readonly isProtected: boolean
}

/**
 * Lays a framework out for a slot of whole minutes, `SHORTEST_SLOT` to `LONGEST_SLOT`.
 *
 * Between 45 and 60 minutes a part's share goes evenly from one to the other; shorter slots are divided like 45
 * minutes, longer ones like 60. Minutes stay whole: what is left over goes to the protected steps first, then to
 * whoever lacks most of a minute. Every part gets one at least.
 */
export function budgetOf({ intro, steps, wrapUp }: Framework, slotMinutes: number): Budget {
  const shares = [
    shareOf(intro, slotMinutes, false),
    ...steps.map((step) => shareOf(step.minutes, slotMinutes, step.isProtected)),
    shareOf(wrapUp, slotMinutes, false),
  ]
  const minutes = shares.map(({ whole }) => whole)
  let left = slotMinutes - minutes.reduce((sum, each) => sum + each, 0)
  for (const n of neediest(shares)) {
    if (left <= 0) break
    minutes[n] = (minutes[n] ?? 0) + 1
    left -= 1
  }
  return { intro: minutes[0] ?? 0, steps: minutes.slice(1, -1), wrapUp: minutes.at(-1) ?? 0 }
}

/** A framework's minutes for a slot of any length; not rounded. */
export function minutesFor(minutes: MinutesBySlot, slotMinutes: number): number {
  return weightOf(minutes, slotMinutes) / WHOLE
}

/** In whole numbers, so that the usual slots come out to the minute. */
const WHOLE = 45 * 60 * 15

function weightOf({ 45: short, 60: long = (short * 60) / 45 }: MinutesBySlot, slotMinutes: number): number {
  const towardsLong = Math.min(15, Math.max(0, slotMinutes - 45))
  return Math.round(short * 60 * (15 - towardsLong) + long * 45 * towardsLong) * slotMinutes
}

function shareOf(minutes: MinutesBySlot, slotMinutes: number, isProtected: boolean): Share {
  const weight = weightOf(minutes, slotMinutes)
  const whole = Math.floor(weight / WHOLE)
  const isRaised = whole === 0 && weight > 0
  return { whole: isRaised ? 1 : whole, rest: isRaised ? 0 : weight % WHOLE, isProtected }
}

/** The places of those who lack a part of a minute, in the order in which they are given one. */
function neediest(shares: readonly Share[]): number[] {
  return shares
    .map((share, n) => ({ ...share, n }))
    .filter(({ rest }) => rest > 0)
    .sort((a, b) => Number(b.isProtected) - Number(a.isProtected) || b.rest - a.rest || b.n - a.n)
    .map(({ n }) => n)
}
