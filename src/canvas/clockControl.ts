import { perEditor } from './perEditor.ts'

/** What our keys do with a run's clock. */
export interface ClockControl {
  /** Starts it, pauses it or goes on, whichever comes next. */
  turn(): void
  /** Asks the problem for its next hint. */
  hint(): void
  /** Lets its time count for that step. */
  choose(step: number): void
}

/** The clock of the run on this board, for who may touch it; else null. */
export const clockControl = perEditor<ClockControl | null>('clock control', null)
