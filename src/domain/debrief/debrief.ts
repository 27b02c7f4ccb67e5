import type { Words } from '../compare/words.ts'
import type { Design } from '../design.ts'
import { asStarted, slotMs } from '../pace/clock.ts'
import type { Place } from '../pace/plan.ts'
import type { Run } from '../pace/run.ts'
import type { Framework, Step } from '../steps.ts'
import { type CoveredPrompt, coveredPrompts, type DrawnArtefact, drawnArtefacts } from './coverage.ts'
import { type Headline, headlineOf, type NamedTime } from './headline.ts'
import { type Moment, momentsOf } from './moments.ts'
import { type ComparedOptions, comparedOptions } from './optionsCards.ts'
import { type Advice, adviceFor } from './practise.ts'
import { type RatedDimension, ratedDimensions, suggestedScore } from './ratings.ts'
import { type StatedNumber, statedNumbers } from './statedNumbers.ts'
import { timeSpent } from './timeSpent.ts'

/** What a debrief is made of. */
export interface DebriefFacts {
  /** The board's. */
  readonly title: string
  readonly mode: 'free' | 'solo' | 'interview'
  /** The problem and its variant, as they are called; null for a board without one. */
  readonly problem: string | null
  /** Finished. */
  readonly run: Run
  /** Null where this version does not know it: then nothing is known of its prompts and artefacts. */
  readonly framework: Framework | null
  readonly design: Design
  /** Ids of composites and cards that are as they were when they were put on the board. */
  readonly untouched: ReadonlySet<string>
  /** The texts of the problem's hints, first to last; none where they are not known. */
  readonly hints: readonly string[]
  /** What the interviewer says of its curve-balls, in the same way. */
  readonly curveBalls: readonly string[]
}

/** How a run went: what its clock, its log and its board say. */
export interface Debrief {
  readonly title: string
  readonly mode: DebriefFacts['mode']
  readonly problem: string | null
  readonly framework: string
  readonly isStrict: boolean
  /** ms since 1970 */
  readonly startedAt: number
  /** As at the start; so are the minutes of the parts. */
  readonly slotMs: number
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly headline: Headline
  readonly parts: readonly DebriefPart[]
  readonly moments: readonly Moment[]
  readonly options: readonly ComparedOptions[]
  readonly numbers: readonly StatedNumber[]
  readonly ratings: readonly RatedDimension[]
  /** What the scores come to; null while one is missing. */
  readonly suggestion: string | null
  readonly practise: readonly Advice[]
}

export interface DebriefPart extends NamedTime {
  readonly prompts: readonly CoveredPrompt[]
  readonly artefacts: readonly DrawnArtefact[]
  /** What was noted while it was on; empty where nothing was. */
  readonly note: string
}

/** The debrief of a finished run. `words`: how things are called. */
export function debriefOf(facts: DebriefFacts, words: Words): Debrief {
  const { title, mode, problem, run, framework, design } = facts
  const clock = asStarted(run.clock)
  const parts = timeSpent(clock).map((time) => ({ ...time, ...contentOf(time.place, facts, time.short) }))
  const time = { parts, slotMs: slotMs(clock), elapsedMs: clock.elapsedMs }
  const ratings = ratedDimensions(run.ratings)
  const debrief = {
    title,
    mode,
    problem,
    framework: framework?.name ?? clock.plan?.framework ?? '',
    isStrict: clock.isStrict,
    startedAt: clock.startedAt ?? 0,
    ...time,
    pausedMs: clock.pausedMs,
    headline: headlineOf({ ...time, addedMs: slotMs(run.clock) - time.slotMs }),
    moments: momentsOf(run, facts),
    options: comparedOptions(design),
    numbers: statedNumbers(design, firstSteps(framework), words),
    ratings,
    suggestion: suggestedScore(ratings),
  }
  return { ...debrief, practise: adviceFor(debrief) }
}

function contentOf(place: Place, { run, framework, design, untouched }: DebriefFacts, short: string) {
  const step = framework?.steps.find(({ number }) => number === place)
  return {
    name: step?.name ?? short,
    prompts: step ? coveredPrompts(step, run.ticked) : [],
    artefacts: step ? drawnArtefacts(step, design, untouched) : [],
    note: run.notes.get(place)?.trim() ?? '',
  }
}

/** The steps in which the requirements are agreed on. */
function firstSteps(framework: Framework | null): ReadonlySet<number> {
  const isFirst = ({ covers }: Step) => covers.includes(1)
  return new Set(framework ? framework.steps.filter(isFirst).map(({ number }) => number) : [1])
}
