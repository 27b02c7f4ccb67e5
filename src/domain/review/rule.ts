import type { Design } from '../design.ts'

/** What the reviewer looks for, with designs that show it: one file in `rules/` and a line in `index.ts`. */
export interface Rule {
  /** The file's name. */
  readonly id: string
  /** `R10` in the list of rules. */
  readonly code: string
  /** The step of the framework that it belongs to, 1 to 7. */
  readonly step: number
  readonly check: (design: Design) => readonly Finding[]
  readonly examples: { readonly bad: Design; readonly good: Design }
}

/** Something to point out on a board. */
export interface Finding {
  /** defect: what is drawn is wrong. absence: something is not drawn. */
  readonly class: 'defect' | 'absence'
  readonly severity: 'error' | 'warning' | 'info'
  /** Ids of the nodes and links that it is about. */
  readonly at: readonly string[]
  /** What is wrong and what to do, for the person who drew it. */
  readonly message: string
}
