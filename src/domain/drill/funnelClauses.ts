/** What drills ask of the funnel on a board. Where several are drawn, the fullest one is meant. */
import type { Design } from '../design.ts'
import { compareTexts, contentOf, type Funnel, funnelsOf, readStages, type Stage } from '../stages.ts'
import { editableNumber } from '../units.ts'
import type { Predicate } from './clause.ts'

const ORDINALS = ['first', 'second', 'third'] as const

/** At least so many stages that follow each other. */
export function stagesInOrder(count: number): Predicate<Design> {
  return (design) => {
    const stages = readStages(design)
    const funnel = fullestFunnel(stages)
    if (funnel.length >= count) return null
    if (stages.length === 0) {
      return 'No stage is drawn: insert a funnel, or a candidate generator, a ranker and a re-ranker.'
    }
    if (stages.length >= count) {
      const names = listed(stages.map(({ name }) => name).sort(compareTexts))
      return `${names} are not in a row: link each to the next, or number the calls to them.`
    }
    const drawn = stages.length === 1 ? 'is the only stage' : 'are the only stages'
    return `${listed(stages.map(({ name }) => name).sort(compareTexts))} ${drawn}: add the ${ORDINALS[stages.length] ?? 'next'} behind.`
  }
}

/** What the stage takes in: the same for all that stand side by side. */
export function takesIn(at: number, items: number): Predicate<Design> {
  return atStage(at, (row) => {
    for (const { name, itemsIn } of row) {
      if (itemsIn === null) return `“${name}” does not say how many items it takes in.`
      if (itemsIn !== items)
        return `“${name}” takes in ${editableNumber(itemsIn)}, not ${editableNumber(items)}.`
    }
    return null
  })
}

/** What the stage lets through: the sum of what stands side by side. */
export function letsThrough(at: number, items: number): Predicate<Design> {
  return atStage(at, (row) => {
    const silent = row.find(({ itemsOut }) => itemsOut === null)
    if (silent) return `“${silent.name}” does not say how many items it lets through.`
    const sum = row.reduce((total, { itemsOut }) => total + (itemsOut ?? 0), 0)
    if (sum === items) return null
    const lets = row.length === 1 ? 'lets' : 'together let'
    return `${listed(namesOf(row))} ${lets} ${editableNumber(sum)} through, not ${editableNumber(items)}.`
  })
}

/** Something written on the stage has the word in it, large or small. */
export function mentions(at: number, word: string): Predicate<Design> {
  return atStage(at, (row) => {
    const texts = row.flatMap((stage) => stage.texts)
    if (texts.some((text) => text.toLowerCase().includes(word))) return null
    return `Nothing on ${listed(namesOf(row))} mentions ${word}: write there what it is good for.`
  })
}

/** Every stage has its latency. */
export const hasLatencies: Predicate<Design> = (design) => {
  const funnel = fullestFunnel(readStages(design))
  if (funnel.length === 0) return 'No stage is drawn.'
  const silent = funnel.flat().filter(({ p99 }) => p99 === null)
  if (silent.length === 0) return null
  return `${listed(namesOf(silent))} ${silent.length === 1 ? 'has' : 'have'} no p99.`
}

function atStage(at: number, holds: (row: readonly Stage[]) => string | null): Predicate<Design> {
  return (design) => {
    const row = fullestFunnel(readStages(design))[at]
    return row ? holds(row) : `There is no ${ORDINALS[at] ?? 'such'} stage.`
  }
}

/** The funnel with most stages, then with most counts; between equals their words decide, never an id. */
function fullestFunnel(stages: readonly Stage[]): Funnel {
  const ranked = funnelsOf(stages).map((funnel) => ({
    funnel,
    counts: funnel.flat().filter(({ itemsIn, itemsOut }) => itemsIn !== null && itemsOut !== null).length,
    content: JSON.stringify(funnel.map((row) => row.map(contentOf))),
  }))
  ranked.sort(
    (a, b) => b.funnel.length - a.funnel.length || b.counts - a.counts || compareTexts(a.content, b.content),
  )
  return ranked[0]?.funnel ?? []
}

function namesOf(row: readonly Stage[]): string[] {
  return row.map(({ name }) => name)
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
