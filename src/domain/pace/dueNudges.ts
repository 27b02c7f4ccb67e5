import type { Alarm, Framework } from '../steps.ts'
import { minutesFor } from './budget.ts'
import { MINUTE_MS } from './clock.ts'
import type { Pace } from './paceAt.ts'
import { paceAt } from './paceAt.ts'
import { isStep } from './plan.ts'
import type { Run } from './run.ts'

/** Something to be said once, in passing, and no longer when it is not so any more. */
export interface DueNudge {
  readonly step: number
  readonly when: Alarm['when']
  readonly say: string
  /** Of the checklist; ticking one of them settles it. */
  readonly prompts: readonly string[]
}

/** The alarms of a run's framework that are due; none while it is not running. `now`: the server's time. */
export function dueNudges({ steps }: Framework, { clock, ticked }: Run, now: number): readonly DueNudge[] {
  const pace = paceAt(clock, now)
  if (pace.phase !== 'running' || clock.plan === null) return []
  const slot = clock.plan.minutes
  return steps.flatMap(({ number, alarm }) => {
    if (alarm === null || !isTime(alarm, pace, slot)) return []
    const isDue =
      alarm.when === 'unticked'
        ? !(alarm.prompts ?? []).some((prompt) => ticked.has(prompt))
        : alarm.when === 'untouched'
          ? spentIn(pace, (step) => step === number) === 0
          : pace.active === number && spentIn(pace, (step) => step > number) === 0
    return isDue ? [{ step: number, when: alarm.when, say: alarm.say, prompts: alarm.prompts ?? [] }] : []
  })
}

function isTime({ when, minutes }: Alarm, { elapsedMs, slotMs }: Pace, slot: number): boolean {
  const ms = minutesFor(minutes, slot) * MINUTE_MS
  return when === 'untouched' ? slotMs - elapsedMs <= ms : elapsedMs >= ms
}

function spentIn({ parts }: Pace, isMeant: (step: number) => boolean): number {
  return parts.reduce((sum, { place, spentMs }) => sum + (isStep(place) && isMeant(place) ? spentMs : 0), 0)
}
