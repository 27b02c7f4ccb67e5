import { takeHint } from '../../panels/prompts/takeHint.ts'
import { mayDraw, type Role, type RoomKey } from '../../rooms/api.ts'
import { keepFinished } from '../../rooms/keepFinished.ts'
import { openRunEvents, type RunEvents } from '../../rooms/runEvents.ts'
import { syncUrl } from '../../rooms/syncUrl.ts'
import { type OpenRun, openRun } from '../../sync/openRun.ts'
import { followEdits } from './followEdits.ts'
import { sayDue } from './sayDue.ts'
import { showActiveStep } from './showActiveStep.ts'

export interface OpenedRun {
  readonly run: OpenRun
  /** Null for who only looks. */
  readonly events: RunEvents | null
  readonly followEdits: typeof followEdits
  readonly sayDue: typeof sayDue
  readonly showActiveStep: typeof showActiveStep
  readonly takeHint: typeof takeHint
  readonly keepFinished: typeof keepFinished
  close(): void
}

/** Opens a room's run for somebody with that link, to read and, where they draw, to post. */
export function openedRun({ room, token }: RoomKey, role: Role): OpenedRun {
  const run = openRun({ syncUrl: syncUrl(), room, token })
  const events = mayDraw(role) ? openRunEvents({ room, token }) : null
  return {
    run,
    events,
    followEdits,
    sayDue,
    showActiveStep,
    takeHint,
    keepFinished,
    close() {
      run.close()
      events?.close()
    },
  }
}
