/** Null: it holds. Else why it does not, for a person: what is missing and where. */
export type Predicate<Subject> = (subject: Subject) => string | null

/** One thing that a drill asks for. */
export interface Clause<Subject> {
  readonly id: string
  /** What has to be so, in a few words. */
  readonly text: string
  /** It need not hold for the drill to be solved; it earns a star. */
  readonly isBonus?: boolean
  readonly holds: Predicate<Subject>
}

/** A clause and what became of it. */
export interface Judged {
  readonly id: string
  readonly text: string
  readonly isBonus: boolean
  /** Null: it holds. */
  readonly why: string | null
}

/** Holds where all of them do; else says what the first that does not says. */
export function all<Subject>(...predicates: readonly Predicate<Subject>[]): Predicate<Subject> {
  return (subject) => {
    for (const holds of predicates) {
      const why = holds(subject)
      if (why !== null) return why
    }
    return null
  }
}

/** Every clause with whether it holds, and why not. */
export function judge<Subject>(clauses: readonly Clause<Subject>[], subject: Subject): Judged[] {
  return clauses.map(({ id, text, isBonus = false, holds }) => ({ id, text, isBonus, why: holds(subject) }))
}

/** Whether everything holds that must; the bonus is apart. */
export function isSolved(judged: readonly Judged[]): boolean {
  return judged.every(({ isBonus, why }) => isBonus || why === null)
}
