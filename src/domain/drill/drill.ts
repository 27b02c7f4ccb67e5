import type { Design } from '../design.ts'
import type { CardRun } from './cardRun.ts'
import type { Clause } from './clause.ts'

/** Something short to do again and again against the clock, judged at once. */
export type Drill = BoardDrill | CardDrill

/** Drawn on an empty board, judged by what is on it. */
export interface BoardDrill extends DrillOf<Design> {
  readonly form: 'board'
}

/** Flash cards, judged by the answers. */
export interface CardDrill extends DrillOf<CardRun> {
  readonly form: 'cards'
  /** How many cards a set has, and how many of them show a symbol in place of a description. */
  readonly cards: number
  readonly symbols: number
}

interface DrillOf<Subject> {
  /** The file's name; part of its address, and what its times are kept under. */
  readonly id: string
  /** `D02` in the list of drills. */
  readonly code: string
  readonly title: string
  /** What to do, as it would be said. */
  readonly task: string
  readonly limitSeconds: number
  readonly clauses: readonly Clause<Subject>[]
  /** Something that solves it with every bonus, and something that does not, with why not, by clause. */
  readonly examples: {
    readonly solved: Subject
    readonly wrong: { readonly subject: Subject; readonly why: Readonly<Record<string, string>> }
  }
}
