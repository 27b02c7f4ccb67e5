import type { Framework, Step } from '../../src/domain/steps.ts'
import { sevenSteps } from './seven-steps.ts'

/** Deployment before monitoring; each keeps what is its own. */
const NUMBERS: readonly number[] = [1, 2, 3, 4, 5, 7, 6]

const steps: readonly Step[] = NUMBERS.flatMap((covered, n) =>
  sevenSteps.steps.filter(({ number }) => number === covered).map((step) => ({ ...step, number: n + 1 })),
)

export const bookOrder: Framework = {
  id: 'book-order',
  name: 'Deployment before monitoring',
  about:
    'The order of the book “Machine Learning System Design Interview” by Aminian and Xu. The minutes are those of Seven steps: the book divides no slot.',
  intro: sevenSteps.intro,
  wrapUp: sevenSteps.wrapUp,
  steps,
}
