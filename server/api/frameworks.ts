import { LONGEST_SLOT, SHORTEST_SLOT } from '../../src/domain/pace/budget.ts'
import type { Framework } from '../../src/domain/steps.ts'
import { findFramework, frameworks } from '../../templates/frameworks/index.ts'
import { type Body, textOf } from './body.ts'
import { ApiError } from './errors.ts'

const LONGEST_ID = 100

/** The framework that a body names; undefined where it names none. @throws {ApiError} */
export function frameworkOf(body: Body): Framework | undefined {
  const id = textOf(body, 'framework', LONGEST_ID)
  if (id === undefined) return undefined
  const known = findFramework(id)
  if (known) return known
  throw new ApiError(400, `“framework” is one of ${frameworks.map((other) => other.id).join(', ')}.`)
}

/** The whole minutes of a body's slot, as a number or in digits; undefined where it has none. @throws {ApiError} */
export function slotOf({ slot }: Body): number | undefined {
  if (slot === undefined || slot === null) return undefined
  const minutes = minutesIn(slot)
  if (minutes !== undefined) return minutes
  throw new ApiError(400, `“slot” is a whole number of minutes from ${SHORTEST_SLOT} to ${LONGEST_SLOT}.`)
}

/** The minutes that a slot is, if it is one. */
export function minutesIn(slot: unknown): number | undefined {
  const minutes = typeof slot === 'string' && /^\d{1,4}$/.test(slot.trim()) ? Number(slot) : slot
  const isSlot = typeof minutes === 'number' && Number.isInteger(minutes)
  return isSlot && minutes >= SHORTEST_SLOT && minutes <= LONGEST_SLOT ? minutes : undefined
}
