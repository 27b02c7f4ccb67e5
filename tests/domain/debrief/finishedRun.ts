import { compareWords } from '../../../shapes/compareWords.ts'
import { type Debrief, type DebriefFacts, debriefOf } from '../../../src/domain/debrief/debrief.ts'
import type { Design } from '../../../src/domain/design.ts'
import { planRun } from '../../../src/domain/pace/plan.ts'
import { foldRun, type Run } from '../../../src/domain/pace/run.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'

const BEGIN = Date.UTC(2026, 10, 21, 10)

export const ms = (time: string) => {
  const [minutes = 0, seconds = 0] = time.split(':').map(Number)
  return (minutes * 60 + seconds) * 1000
}

/** An event so long after the start. */
export const at = (time: string, type: string, details: object = {}) => ({
  type,
  at: BEGIN + ms(time),
  ...details,
})
export const to = (time: string, step: unknown) => at(time, 'step', { step })
export const rate = (dimension: string, score: number, evidence = '') =>
  at('50:00', 'rate', { dimension, score, evidence })

const start = at('0:00', 'start', { plan: planRun(sevenSteps, 45) })
const finish = at('45:00', 'finish')

/** Each step in its minutes, and 3:00 for the end. */
export const AS_PLANNED = [
  to('2:00', 1),
  to('7:00', 2),
  to('11:00', 3),
  to('19:00', 4),
  to('28:00', 5),
  to('35:00', 6),
  to('39:00', 7),
  to('42:00', 'wrap-up'),
]

/** The mock-up's interview: monitoring starves. */
export const STARVED = [
  to('1:30', 1),
  to('7:40', 2),
  to('12:00', 3),
  to('21:30', 4),
  to('31:45', 5),
  to('37:45', 6),
  to('39:10', 7),
  to('41:55', 'wrap-up'),
]

/** A run of 45 minutes in seven steps; it ends after 45 minutes if nothing else ends it. */
export function finishedRun(...events: readonly ReturnType<typeof at>[]): Run {
  return foldRun([start, ...events, finish].sort((a, b) => a.at - b.at))
}

export const EMPTY: Design = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }

export function debrief(run: Run, over: Partial<DebriefFacts> = {}): Debrief {
  const facts: DebriefFacts = {
    title: 'Songs',
    mode: 'solo',
    problem: 'Song recommendation',
    run,
    framework: sevenSteps,
    design: EMPTY,
    untouched: new Set(),
    hints: [],
    curveBalls: [],
    ...over,
  }
  return debriefOf(facts, compareWords)
}
