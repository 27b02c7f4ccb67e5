import type { Signal } from '@tldraw/state'
import type { Run } from '../../domain/pace/run.ts'
import type { RunAct } from '../../domain/pace/runAct.ts'

/** The run of the board that is shown, as the person here has it. */
export interface RunHere {
  /** Null until it has come from the server. */
  readonly run: Signal<Run | null>
  /** How many acts of this browser the server has not got yet; null for who only looks. */
  readonly waiting: Signal<number> | null
  /** The server's time, ms since 1970. */
  serverNow(): number
  /** Null for who only looks. */
  readonly post: ((act: RunAct) => void) | null
  /** Whether this person may make the run longer. */
  readonly mayExtend: boolean
}
