import { type ChosenProblem, findChosenProblem, problems } from '../../templates/problems/index.ts'
import { type Body, textOf } from './body.ts'
import { ApiError } from './errors.ts'

const LONGEST_NAME = 100

/** The problem that a body names, as it is or as a variant; undefined where it names none. @throws {ApiError} */
export function problemOf(body: Body): ChosenProblem | undefined {
  const name = textOf(body, 'problem', LONGEST_NAME)
  if (name === undefined) return undefined
  const known = findChosenProblem(name)
  if (known) return known
  throw new ApiError(400, `“problem” is one of ${problems.map(({ id }) => id).join(', ')}, or id/variant.`)
}
