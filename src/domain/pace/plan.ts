import type { Framework } from '../steps.ts'
import { budgetOf } from './budget.ts'

/** A part of a run: a step by its number, or what lies before the first and after the last. */
export type Place = 'intro' | 'wrap-up' | number

/**
 * What a run is measured by. A run keeps its own, made when it is started: later changes of a framework leave old
 * runs as they were.
 */
export interface Plan {
  readonly framework: string
  /** The slot as it was chosen, minutes. */
  readonly minutes: number
  readonly parts: readonly PlannedPart[]
}

interface PlannedPart {
  readonly place: Place
  /** One word, for narrow places. */
  readonly short: string
  readonly minutes: number
  readonly isProtected: boolean
}

/** The plan of a framework for a slot of whole minutes. */
export function planRun(framework: Framework, minutes: number): Plan {
  const { intro, steps, wrapUp } = budgetOf(framework, minutes)
  const parts: PlannedPart[] = framework.steps.map(({ number, short, isProtected }, n) => ({
    place: number,
    short,
    minutes: steps[n] ?? 0,
    isProtected,
  }))
  const before = intro > 0 ? [outer('intro', 'Intro', intro)] : []
  const after = wrapUp > 0 ? [outer('wrap-up', 'Wrap-up', wrapUp)] : []
  return { framework: framework.id, minutes, parts: [...before, ...parts, ...after] }
}

const outer = (place: Place, short: string, minutes: number): PlannedPart => ({
  place,
  short,
  minutes,
  isProtected: false,
})

/** A plan as a log holds it; null where it is none. */
export function readPlan(value: unknown): Plan | null {
  if (typeof value !== 'object' || value === null) return null
  const { framework, minutes, parts } = value as Record<string, unknown>
  if (typeof framework !== 'string' || !isMinutes(minutes) || !Array.isArray(parts)) return null
  const places = parts.map((part: unknown) => (isPart(part) ? part.place : null))
  const isWhole = places.every((place) => place !== null) && new Set(places).size === places.length
  return isWhole && places.some(isStep) ? { framework, minutes, parts } : null
}

export const isStep = (place: unknown): place is number => Number.isInteger(place)

function isPart(value: unknown): value is PlannedPart {
  if (typeof value !== 'object' || value === null) return false
  const { place, short, minutes, isProtected } = value as Record<string, unknown>
  const isPlace = place === 'intro' || place === 'wrap-up' || isStep(place)
  return isPlace && typeof short === 'string' && isMinutes(minutes) && typeof isProtected === 'boolean'
}

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
