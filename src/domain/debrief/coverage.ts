import type { Design } from '../design.ts'
import type { Step } from '../steps.ts'

/** A thing to cover, and whether it was ticked. */
export interface CoveredPrompt {
  readonly id: string
  readonly ask: string
  readonly isTicked: boolean
}

/** Something to have drawn. `empty`: it is on the board, and nothing is written in it. */
export interface DrawnArtefact {
  readonly name: string
  readonly state: 'present' | 'empty' | 'missing'
  readonly anyOf: readonly string[]
}

export function coveredPrompts({ prompts }: Step, ticked: ReadonlySet<string>): CoveredPrompt[] {
  return prompts.map(({ id, ask }) => ({ id, ask, isTicked: ticked.has(id) }))
}

/**
 * Which of a step's artefacts are on the board, wherever they stand on it. A composite or a card counts as filled once
 * it is other than it came (`untouched`: the ids of those that are not), a card only with something but its title on it.
 */
export function drawnArtefacts(
  { artefacts }: Step,
  design: Design,
  untouched: ReadonlySet<string>,
): DrawnArtefact[] {
  const things = thingsOn(design, untouched)
  return artefacts.map(({ name, anyOf }) => {
    const there = things.filter(({ type }) => anyOf.includes(type))
    const state = there.some(({ isFilled }) => isFilled) ? 'present' : there.length > 0 ? 'empty' : 'missing'
    return { name, state, anyOf }
  })
}

function thingsOn({ nodes, cards, composites }: Design, untouched: ReadonlySet<string>) {
  const composed = new Set(composites.map(({ id }) => id))
  return [
    // A composite is a node, too.
    ...nodes.filter(({ id }) => !composed.has(id)).map(({ kind }) => ({ type: kind, isFilled: true })),
    ...composites.map(({ id, type }) => ({ type, isFilled: !untouched.has(id) })),
    ...cards.map(({ id, type, fields }) => ({ type, isFilled: !untouched.has(id) && hasWords(fields) })),
  ]
}

/** Titles, and the names of columns to be filled, say nothing yet. */
const HEADINGS: ReadonlySet<string> = new Set(['title', 'criteria'])

function hasWords(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).some(([id, value]) => !HEADINGS.has(id) && isWritten(value))
}

function isWritten(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.some(isWritten)
  return typeof value === 'object' ? Object.values(value).some(isWritten) : true
}
