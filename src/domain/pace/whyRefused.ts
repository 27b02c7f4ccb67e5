import { LONGEST_SLOT } from './budget.ts'
import { type Clock, countTo, hasPart, MINUTE_MS, mostToTake, slotMs } from './clock.ts'
import { clockText } from './clockText.ts'
import { isStep, type Place } from './plan.ts'
import type { Run } from './run.ts'
import type { RunAct } from './runAct.ts'

/** Why an act cannot come next in a run, in a sentence to be shown; null: it can. `now`: the server's time. */
export function whyRefused(run: Run, act: RunAct, now: number): string | null {
  const clock = countTo(run.clock, now)
  if (act.type === 'rate') return null
  if (isEarly(act) && clock.startedAt === null) return NOT_RUNNING
  if (act.type === 'reveal') return null
  const isOver = clock.finishedAt !== null
  if (act.type === 'note') return act.step === undefined ? null : whyNoPlace(clock, act.step)
  if (isOver && act.type === 'start') return 'This run is finished. Make a new board for another.'
  if (isOver) return 'This run is finished.'
  switch (act.type) {
    case 'hint':
    case 'nudge':
    case 'checklist':
      return null
    case 'start':
      return clock.startedAt === null ? null : 'The clock has been started already.'
    default:
      return clock.startedAt === null ? NOT_RUNNING : whyNot(clock, act)
  }
}

const NOT_RUNNING = 'The clock is not running yet: start it first.'

/** What the problem has in store is for the run. The brief as a whole may be shown before. */
function isEarly(act: RunAct): boolean {
  return act.type === 'hint' || (act.type === 'reveal' && act.item !== 'brief')
}

type RunningAct = Exclude<
  RunAct,
  { type: 'note' | 'rate' | 'hint' | 'reveal' | 'nudge' | 'checklist' | 'start' }
>

function whyNot(clock: Clock, act: RunningAct): string | null {
  switch (act.type) {
    case 'pause':
      if (clock.isStrict) return 'This run is strict: its clock is not stopped.'
      return clock.isPaused ? 'The clock stands already.' : null
    case 'resume':
      return clock.isPaused ? null : 'The clock is running.'
    case 'extend':
      return slotMs(clock) + act.minutes * MINUTE_MS > LONGEST_SLOT * MINUTE_MS
        ? `A run has ${LONGEST_SLOT} minutes at most.`
        : null
    case 'shorten':
      return act.minutes * MINUTE_MS > mostToTake(clock)
        ? `Only ${clockText(mostToTake(clock))} can be taken away.`
        : null
    case 'step':
    case 'edit':
      return whyNoPlace(clock, act.step)
    case 'finish':
      return null
  }
}

/** Before the start it is not known yet which parts there will be. */
function whyNoPlace(clock: Clock, place: Place): string | null {
  if (clock.startedAt === null || hasPart(clock, place)) return null
  const steps = clock.parts.filter((part) => isStep(part.place)).length
  const name = isStep(place) ? `step ${place}` : `“${place}”`
  return `This run has no ${name}: its steps are 1 to ${steps}.`
}
