import type { Clock, Part } from '../pace/clock.ts'

/** What a part of a run got, beside what it was to get. Times are ms. */
export interface TimeSpent extends Part {
  /** Where its minutes lie on the ruler of the plan. */
  readonly planFromMs: number
  readonly planToMs: number
  readonly overMs: number
  readonly lacksMs: number
  /** It got less than half of its minutes. */
  readonly isStarved: boolean
  readonly pieces: readonly Piece[]
}

/** Time without a break, from and to so many ms of elapsed time; within the part's minutes, or over them. */
interface Piece {
  readonly fromMs: number
  readonly toMs: number
  readonly isOver: boolean
}

/** The parts of a run in the order of their plan. The pieces of all of them are the whole run. */
export function timeSpent(clock: Clock): TimeSpent[] {
  let planned = 0
  return clock.parts.map((part) => {
    const { plannedMs, spentMs } = part
    const planFromMs = planned
    planned += plannedMs
    return {
      ...part,
      planFromMs,
      planToMs: planned,
      overMs: Math.max(0, spentMs - plannedMs),
      lacksMs: Math.max(0, plannedMs - spentMs),
      isStarved: spentMs < plannedMs / 2,
      pieces: piecesOf(part, clock),
    }
  })
}

function piecesOf({ place, plannedMs }: Part, { stretches }: Clock): Piece[] {
  let left = plannedMs
  return stretches.flatMap((stretch) => {
    if (stretch.place !== place) return []
    const { fromMs, toMs } = stretch
    const turnMs = Math.min(toMs, fromMs + left)
    left -= turnMs - fromMs
    return [
      { fromMs, toMs: turnMs, isOver: false },
      { fromMs: turnMs, toMs, isOver: true },
    ].filter((piece) => piece.toMs > piece.fromMs)
  })
}
