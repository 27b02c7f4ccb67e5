import type { Design } from '../design.ts'
import type { Rule } from '../review/rule.ts'
import type { Predicate } from './clause.ts'

/** Holds where the rule finds nothing; else says what it found first. */
export function noFinding(rule: Rule): Predicate<Design> {
  return (design) => {
    const messages = rule.check(design).map(({ message }) => message)
    return messages.sort()[0] ?? null
  }
}
