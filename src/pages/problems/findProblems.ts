import type { Problem } from '../../../templates/problems/problem.ts'

export type Tag = Problem['tags'][number]

/** What the list of problems is narrowed to. */
export interface Filter {
  /** Words that must all be found, in any order. */
  readonly text: string
  /** A problem must have all of these. */
  readonly tags: readonly Tag[]
}

export const NO_FILTER: Filter = { text: '', tags: [] }

/** The problems that a filter lets through, in their order. */
export function findProblems(problems: readonly Problem[], { text, tags }: Filter): readonly Problem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return problems.filter((problem) => {
    const said = wordsOf(problem)
    return tags.every((tag) => problem.tags.includes(tag)) && words.every((word) => said.includes(word))
  })
}

function wordsOf({ code, title, prompt, level, tags, variants }: Problem): string {
  const told = variants.flatMap((variant) => [variant.title, variant.prompt])
  return [code, title, prompt, level, ...tags, ...told].join('\n').toLowerCase()
}

/** One of them at random, another than `id` where there is another; undefined where there is none. */
export function anyProblem(problems: readonly Problem[], id: string): Problem | undefined {
  const others = problems.filter((problem) => problem.id !== id)
  const choice = others.length > 0 ? others : problems
  return choice[Math.floor(Math.random() * choice.length)]
}
