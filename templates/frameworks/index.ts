import type { Framework } from '../../src/domain/steps.ts'
import { bookOrder } from './book-order.ts'
import { exponent } from './exponent.ts'
import { helloInterview } from './hello-interview.ts'
import { sevenSteps } from './seven-steps.ts'

/** Every framework, the default one first. To add one: its file, and a line here. */
export const frameworks: readonly Framework[] = [sevenSteps, bookOrder, helloInterview, exponent]

/** The framework of that id; undefined where there is none. */
export function findFramework(id: string): Framework | undefined {
  return frameworks.find((framework) => framework.id === id)
}
