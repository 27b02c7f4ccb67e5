import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { clockText, wholeSecondMs } from '../../domain/pace/clockText.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import type { StepTime } from '../../domain/progress/trends.ts'

/** The day of a moment in ms since 1970: `21 Nov 2026`. */
export function dayText(at: number): string {
  const date = new Date(at)
  return `${date.getDate()} ${date.toLocaleDateString('en-GB', { month: 'short' })} ${date.getFullYear()}`
}

/** `1:25 of 4:00` */
export function timeOfPlan({ spentMs, plannedMs }: Pick<StepTime, 'spentMs' | 'plannedMs'>): string {
  return `${clockText(spentMs)} of ${clockText(wholeSecondMs(plannedMs))}`
}

/** A step of the default framework, as narrow places call it. */
export function shortOfStep(step: number): string {
  return sevenSteps.steps.find(({ number }) => number === step)?.short ?? ''
}

export function nameOfStep(step: number): string {
  return sevenSteps.steps.find(({ number }) => number === step)?.name ?? ''
}

const ON_ONES_OWN = { candidate: 'Own', interviewer: 'Interviewed', observer: 'Watched' } as const
const IN_A_MOCK = {
  candidate: 'Mock, own',
  interviewer: 'Mock, interviewed',
  observer: 'Mock, watched',
} as const

/** Whose run it was, and whether it was an interview with somebody. */
export function sideText({ mode, as }: RunRecord): string {
  return mode === 'interview' ? IN_A_MOCK[as] : ON_ONES_OWN[as]
}
