import { type Context, Hono } from 'hono'
import { countTo } from '../../src/domain/pace/clock.ts'
import { dealtCurveBalls } from '../../src/domain/pace/curveBall.ts'
import type { Run } from '../../src/domain/pace/run.ts'
import { loadBrief } from '../../templates/problems/briefs.ts'
import { findChosenProblem } from '../../templates/problems/index.ts'
import type { Brief } from '../../templates/problems/problem.ts'
import { loadReference } from '../../templates/problems/references.ts'
import { sightOfBrief } from '../roles.ts'
import type { Rooms } from '../rooms.ts'
import { runOf } from '../runLog.ts'
import { ApiError } from './errors.ts'
import type { Guest } from './guests.ts'

/** What an interviewer reveals to let everybody read the brief. */
const WHOLE_BRIEF = 'brief'

/** `GET /:room/brief`: of the room's problem, what this guest may see by now. */
export function briefRoutes({ rooms }: { rooms: Rooms }, guest: (c: Context) => Promise<Guest>): Hono {
  const api = new Hono()
  api.get('/:room/brief', async (c) => {
    const { facts, role } = await guest(c)
    const chosen = findChosenProblem(facts.problem ?? '')
    if (!chosen) throw new ApiError(404, 'This board was not made for a problem.')
    const run = await readRun(rooms, facts.room)
    const sees = sightOfBrief(role, facts.mode, { isFinished: isFinished(run), isRevealed: isRevealed(run) })
    if (sees === 'nothing') {
      throw new ApiError(403, facts.mode === 'interview' ? NOT_REVEALED : NOT_FINISHED)
    }
    const brief = await loadBrief(chosen.problem.id)
    if (!brief) throw new Error(`The problem ${chosen.problem.id} has no brief.`)
    const problem = { problem: chosen.problem.id, variant: chosen.variant?.id ?? null }
    const hints = {
      hints: takenHints(brief, run),
      hintCount: brief.hints.length,
      curveBalls: dealt(brief, run),
      curveBallCount: brief.curveBalls.length,
    }
    if (sees === 'hints') return c.json({ ...problem, sees, ...hints })
    return c.json({ ...problem, sees, ...hints, brief, reference: await loadReference(chosen.problem.id) })
  })
  return api
}

const NOT_REVEALED = 'The interviewer has not shown the brief.'
const NOT_FINISHED = 'With this link you can read the brief once the run is finished.'

async function readRun(rooms: Rooms, room: string): Promise<Run> {
  const lease = await rooms.open(`${room}/run`)
  try {
    return await lease.room.read(runOf)
  } finally {
    lease.release()
  }
}

/** Also by itself, of a run that nobody finished. */
function isFinished({ clock }: Run): boolean {
  return countTo(clock, Date.now()).finishedAt !== null
}

function isRevealed({ shown }: Run): boolean {
  return shown.some(({ act }) => act.type === 'reveal' && act.item === WHOLE_BRIEF)
}

/** The hints that were asked for in the run, each once, in the order of the brief. */
function takenHints({ hints }: Brief, { shown }: Run) {
  const taken = new Set(shown.map(({ act }) => (act.type === 'hint' ? act.hint : undefined)))
  return hints.flatMap((hint, n) => (taken.has(n + 1) ? [{ number: n + 1, ...hint }] : []))
}

/** What the interviewer says of the curve-balls that were dealt; what a good answer does is told with the brief. */
function dealt({ curveBalls }: Brief, run: Run) {
  const numbers = new Set(dealtCurveBalls(run))
  return curveBalls.flatMap(({ says }, n) => (numbers.has(n + 1) ? [{ number: n + 1, says }] : []))
}
