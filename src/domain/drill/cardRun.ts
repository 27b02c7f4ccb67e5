import type { Predicate } from './clause.ts'
import { median } from './times.ts'

/** The answer to one card. */
export interface CardAnswer {
  readonly isRight: boolean
  /** From when the card was shown; what is read after the answer does not count. */
  readonly seconds: number
  /** Answered without a pointer. */
  readonly isByKeyboard: boolean
}

/** The answers to a set of cards, in order. */
export type CardRun = readonly CardAnswer[]

/** How long it took to answer them all, in seconds. */
export function answerTime(run: CardRun): number {
  return run.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** So many of the set's cards answered rightly. */
export function rightAnswers(least: number, cards: number): Predicate<CardRun> {
  return (run) => {
    const right = run.filter(({ isRight }) => isRight).length
    if (right >= least) return null
    const answered = run.length < cards ? `, ${cards - run.length} not answered` : ''
    return `${right} of ${cards} were right${answered}; ${least} are needed.`
  }
}

/** Half of the answers took no longer than that. */
export function medianAnswer(mostSeconds: number): Predicate<CardRun> {
  return (run) => {
    const middle = median(run.map(({ seconds }) => seconds))
    if (middle === null) return 'Nothing was answered.'
    if (middle <= mostSeconds) return null
    return `Half of the answers took ${(Math.ceil(middle * 10) / 10).toFixed(1)} s or longer, not ${mostSeconds} s.`
  }
}

/** Every answer by keyboard. */
export const byKeyboard: Predicate<CardRun> = (run) => {
  if (run.length === 0) return 'Nothing was answered.'
  const pointed = run.filter(({ isByKeyboard }) => !isByKeyboard).length
  return pointed === 0 ? null : `${pointed === 1 ? '1 answer was' : `${pointed} answers were`} pointed at.`
}
