import { isSolved, type Judged } from './clause.ts'

export const MOST_STARS = 3

/** The share of the limit that has to be left for the star for time. */
const LEFT_FOR_A_STAR = 1 / 3

/** Whether a drill is passed: all that must holds, within the limit. */
export function isPassed(judged: readonly Judged[], seconds: number, limitSeconds: number): boolean {
  return isSolved(judged) && seconds <= limitSeconds
}

/**
 * One star for a passed drill, one more with a third of the limit left, one more with every bonus; none for
 * one that is not passed.
 */
export function starsFor(judged: readonly Judged[], seconds: number, limitSeconds: number): number {
  if (!isPassed(judged, seconds, limitSeconds)) return 0
  const isQuick = limitSeconds - seconds >= limitSeconds * LEFT_FOR_A_STAR
  const hasBonus = judged.every(({ why }) => why === null)
  return 1 + Number(isQuick) + Number(hasBonus)
}
