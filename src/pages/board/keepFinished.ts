import { type Editor, react } from 'tldraw'
import { countTo } from '../../domain/pace/clock.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import type { Role, RoomInfo } from '../../rooms/api.ts'
import type { OpenRun } from '../../sync/openRun.ts'

interface Visitor {
  readonly info: RoomInfo
  readonly role: Role
}

/** Keeps the board's run in this browser once it is finished, and what is said of it afterwards. Returns how to stop. */
export function keepFinished(
  editor: Editor,
  { run: signal, serverNow }: Pick<OpenRun, 'run' | 'serverNow'>,
  { info: { room, mode, problem }, role }: Visitor,
): () => void {
  return react('keep a finished run', () => {
    const run = signal.get()
    const title = editor.getDocumentSettings().name || 'Untitled board'
    const now = serverNow()
    if (run === null || countTo(run.clock, now).finishedAt === null) return
    // Most boards have no run that is finished. A load that fails is made good by the next visit.
    void import('./keepRecord.ts').then(
      ({ keepRecord }) =>
        keepRecord(run, { room, title, mode, as: sideOf(role, mode), chosen: problem, now }),
      () => {},
    )
  })
}

/** Whose run it is to somebody who came by a link for that role. */
function sideOf(role: Role, mode: RoomInfo['mode']): RunRecord['as'] {
  if (role === 'observer') return 'observer'
  return mode === 'interview' && role !== 'candidate' ? 'interviewer' : 'candidate'
}
