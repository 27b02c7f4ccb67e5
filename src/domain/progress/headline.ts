import type { RunRecord } from './runRecord.ts'
import { A_HABIT, isMeasured, LAST_RUNS, type StarvingStep } from './trends.ts'

interface Headline {
  readonly title: string
  readonly below: string
}

/** The most telling thing about one's own runs, and the sentence under it. `nameOf`: what a step is called. */
export function headlineOf(
  runs: readonly RunRecord[],
  starving: readonly StarvingStep[],
  nameOf: (step: number) => string,
): Headline {
  const worst = starving[0]
  if (worst) {
    const { step, starved, of, isProtected } = worst
    return {
      title: `Step ${step}, ${nameOf(step)}, gets less than half of its minutes.`,
      below: `It did in ${starved} of the last ${of} runs${isProtected ? ', though its minutes are protected' : ''}.`,
    }
  }
  const title = `${counted(runs.length, 'run')} so far.`
  const measured = Math.min(runs.filter(isMeasured).length, LAST_RUNS)
  if (measured < A_HABIT) {
    return {
      title,
      below: 'After two that last for half of their slot, steps that run short are named here.',
    }
  }
  return { title, below: `No step got less than half of its minutes twice in the last ${measured}.` }
}

/** `1 run`, `2 runs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
