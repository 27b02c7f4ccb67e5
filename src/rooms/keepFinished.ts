import { react, type Signal } from '@tldraw/state'
import { countTo } from '../domain/pace/clock.ts'
import type { Run } from '../domain/pace/run.ts'
import type { RunRecord } from '../domain/progress/runRecord.ts'
import { mayRate, type Role, type RoomInfo } from './api.ts'

interface FollowedRun {
  /** Null until it has come from the server. */
  readonly run: Signal<Run | null>
  /** The server's time, ms since 1970. */
  serverNow(): number
}

interface Visitor {
  readonly info: RoomInfo
  /** By the link that is gone by. */
  readonly role: Role
  /** What the board is called now. */
  title(): string
}

/** Keeps a room's run in this browser once it is finished, and what is said of it afterwards. Returns how to stop. */
export function keepFinished(
  { run: signal, serverNow }: FollowedRun,
  { info: { room, mode, problem }, role, title }: Visitor,
): () => void {
  return react('keep a finished run', () => {
    const run = signal.get()
    const now = serverNow()
    if (run === null || countTo(run.clock, now).finishedAt === null) return
    const facts = { room, title: title(), mode, as: sideOf(role, mode), chosen: problem, now }
    // Most boards have no run that is finished. A load that fails is made good by the next visit.
    void import('./keepRecord.ts').then(
      ({ keepRecord }) => keepRecord(run, facts),
      () => {},
    )
  })
}

/** Whose run it is to somebody who came by a link for that role. */
function sideOf(role: Role, mode: RoomInfo['mode']): RunRecord['as'] {
  if (mayRate(role, mode)) return 'candidate'
  return role === 'observer' ? 'observer' : 'interviewer'
}
