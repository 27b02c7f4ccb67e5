import { atom, react, type Signal } from '@tldraw/state'
import { countTo, endsAt } from '../domain/pace/clock.ts'
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
  const looks = atom('looks for the end of a run', 0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasThere = false
  const stop = react('keep a finished run', () => {
    looks.get()
    clearTimeout(timer)
    const run = signal.get()
    if (run === null) return
    const now = serverNow()
    if (countTo(run.clock, now).finishedAt === null) {
      wasThere ||= run.clock.startedAt !== null
      const end = endsAt(run.clock)
      // What ends by itself sends no event that says so.
      if (end !== null) timer = setTimeout(() => looks.update((count) => count + 1), end - now + 1)
      return
    }
    const facts = { room, title: title(), mode, as: sideOf(role, mode, wasThere), chosen: problem, now }
    // Most boards have no run that is finished. A load that fails is made good by the next visit.
    void import('./keepRecord.ts').then(
      ({ keepRecord }) => keepRecord(run, facts),
      () => {},
    )
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

/** Whose run it is to somebody who came by a link for that role; a friend who came when it was over only looks at it. */
function sideOf(role: Role, mode: RoomInfo['mode'], wasThere: boolean): RunRecord['as'] {
  if (role === 'editor' && !wasThere) return 'observer'
  if (mayRate(role, mode)) return 'candidate'
  return role === 'observer' ? 'observer' : 'interviewer'
}
