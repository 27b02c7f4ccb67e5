import { clockText } from '../pace/clockText.ts'
import type { Debrief } from './debrief.ts'
import { endedEarly, gotOf, longestOver, mostStarved } from './headline.ts'
import type { RatedDimension } from './ratings.ts'
import { SCORE_NAMES } from './rubric.ts'

/** One thing to do otherwise next time. */
export interface Advice {
  readonly rule: string
  readonly seen: string
  readonly instead: string
  /** Id of the drill that practises it; null where there is none. */
  readonly drill: string | null
}

type Facts = Omit<Debrief, 'practise'>
type Rule = (facts: Facts) => Advice | null

const MOST = 2
const FUNNEL_DRILL = 'draw-the-funnel'
const FLASH_CARDS = 'shape-flash-cards'
const DRILLS: Readonly<Record<string, string>> = { framing: FUNNEL_DRILL, communication: FLASH_CARDS }

/** The first two things that the facts ask for, by rules in the order of what costs most. */
export function adviceFor(facts: Facts): Advice[] {
  const found = RULES.flatMap((rule) => rule(facts) ?? []).slice(0, MOST)
  return found.length > 0 ? found : [GO_ON]
}

const GO_ON: Advice = {
  rule: 'go-on',
  seen: 'Time, checklist and board show no gap.',
  instead: 'Take a variant of this problem, or one with other tags, in the same slot.',
  drill: null,
}

const endsEarly: Rule = (facts) =>
  endedEarly(facts)
    ? {
        rule: 'ends-early',
        seen: `The run ended after ${clockText(facts.elapsedMs)} of ${clockText(facts.slotMs)}.`,
        instead:
          'Work through the whole slot, also where you are stuck: the last steps are practised only there.',
        drill: null,
      }
    : null

const starvedStep: Rule = (facts) => {
  const step = mostStarved(facts)
  if (!step || endedEarly(facts)) return null
  const instead = `At ${clockText(step.planFromMs)} go on to ${step.name}, whatever is still open.`
  return { rule: 'starved-step', seen: gotOf(step), instead, drill: null }
}

const LOW = 2

const lowRating: Rule = ({ ratings }) => {
  const low = ratings
    .filter(
      (rated): rated is RatedDimension & { score: number } => rated.score !== null && rated.score <= LOW,
    )
    .sort((a, b) => a.score - b.score || b.dimension.weight - a.dimension.weight)[0]
  if (!low) return null
  const { dimension, score } = low
  return {
    rule: 'low-rating',
    seen: `${dimension.name} is rated ${score} of ${SCORE_NAMES.length}.`,
    instead: `Aim at the next level: “${dimension.levels[score]}”`,
    drill: DRILLS[dimension.id] ?? null,
  }
}

const longOver: Rule = (facts) => {
  const step = longestOver(facts)
  if (!step) return null
  return {
    rule: 'long-over',
    seen: `${step.name} ran ${clockText(step.overMs)} over its plan.`,
    instead: `At ${clockText(step.planToMs)} say what you would choose, move on, and come back if minutes are left.`,
    drill: null,
  }
}

const noFunnel: Rule = ({ parts }) => {
  const lacks = parts
    .flatMap(({ artefacts }) => artefacts)
    .find(({ state, anyOf }) => state !== 'present' && anyOf.includes('funnel'))
  if (!lacks) return null
  const isThere = lacks.state === 'empty'
  return {
    rule: 'no-picture',
    seen: isThere
      ? 'What is drawn of the stages is as it was laid out: nothing is written in it.'
      : 'No funnel and no block diagram is on the board.',
    instead: isThere
      ? 'Fill in the stages before you name a model.'
      : 'Draw the stages before you name a model.',
    drill: FUNNEL_DRILL,
  }
}

const openChoice: Rule = ({ options }) => {
  const open = options.find(({ chosen, because }) => chosen === null || because === null)
  if (!open) return null
  const lacks = open.chosen === null ? 'none is chosen' : 'no reason is written'
  return {
    rule: 'open-choice',
    seen: `${counted(open.options.length)} compared, and ${lacks}.`,
    instead: 'Choose one aloud, and write the number or the requirement that decides.',
    drill: null,
  }
}

const counted = (options: number): string => (options === 1 ? '1 option is' : `${options} options are`)

const unusedNumbers: Rule = ({ numbers }) => {
  const unused = numbers.filter(({ usedIn }) => usedIn === null)
  if (unused.length === 0) return null
  const [verb, names] = [unused.length === 1 ? 'comes' : 'come', unused.slice(0, 3).map(({ label }) => label)]
  const more = unused.length > names.length ? ` and ${unused.length - names.length} more` : ''
  return {
    rule: 'unused-numbers',
    seen: `${names.join(', ')}${more} ${verb} up nowhere after the first step.`,
    instead: 'Come back to each number where it decides something: a size, a budget, a choice.',
    drill: null,
  }
}

const missingArtefact: Rule = ({ parts }) => {
  const part = parts.find(({ artefacts }) => artefacts.some(({ state }) => state !== 'present'))
  const artefact = part?.artefacts.find(({ state }) => state !== 'present')
  if (!part || !artefact) return null
  return {
    rule: 'missing-artefact',
    seen: `${part.name}: “${artefact.name}” is ${artefact.state === 'empty' ? 'empty' : 'not on the board'}.`,
    instead: 'Put it on the board when the step begins, and fill it while you speak.',
    drill: null,
  }
}

const RULES: readonly Rule[] = [
  endsEarly,
  starvedStep,
  lowRating,
  longOver,
  noFunnel,
  openChoice,
  unusedNumbers,
  missingArtefact,
]
