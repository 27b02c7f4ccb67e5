import { sketch } from '../../sketch.ts'
import { funnelsOf, readStages, type Stage } from '../../stages.ts'
import { editableNumber } from '../../units.ts'
import type { Finding, Rule } from '../rule.ts'

/**
 * No stage lets out more than it takes in, or takes in more than the stages before it let out together. A
 * stage that adds items on purpose may. Counts that nobody wrote down, and stages without order, say nothing.
 */
export const funnelWidens: Rule = {
  id: 'funnel-widens',
  code: 'R10',
  step: 2,
  check(design) {
    const stages = readStages(design)
    const ordered = new Map(
      funnelsOf(stages)
        .flat(2)
        .map((stage) => [stage.id, stage]),
    )
    return stages.flatMap((stage) => {
      if (stage.adds) return []
      const before = stage.before.flatMap((id) => ordered.get(id) ?? [])
      return [...widerInside(stage), ...(ordered.has(stage.id) ? widerThanBefore(stage, before) : [])]
    })
  },
  examples: {
    bad: sketch({
      nodes: [
        {
          id: 'a',
          kind: 'candidate-generator',
          label: 'Two-tower',
          props: { itemsIn: 100e6, itemsOut: 10e3 },
        },
        { id: 'b', kind: 'ranker', label: 'Ranker', props: { itemsIn: 50e3, itemsOut: 100 } },
      ],
      links: [{ from: 'a', to: 'b' }],
    }),
    good: sketch({
      nodes: [
        { id: 'a', kind: 'candidate-generator', label: 'Two-tower', props: { itemsOut: 8e3 } },
        { id: 'b', kind: 'candidate-generator', label: 'Popular', props: { itemsOut: 2e3 } },
        { id: 'c', kind: 'ranker', label: 'Ranker', props: { itemsIn: 10e3, itemsOut: 100 } },
        { id: 'd', kind: 'reranker', label: 'Adverts', props: { itemsIn: 100, itemsOut: 110, adds: true } },
      ],
      links: [
        { from: 'a', to: 'c' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'd' },
      ],
    }),
  },
}

function widerInside({ node, name, itemsIn, itemsOut }: Stage): Finding[] {
  if (itemsIn === null || itemsOut === null || itemsOut <= itemsIn) return []
  return [widening([node], `“${name}” takes in ${count(itemsIn)} and lets ${count(itemsOut)} through`)]
}

function widerThanBefore({ node, name, itemsIn }: Stage, before: readonly Stage[]): Finding[] {
  const outs = before.map(({ itemsOut }) => itemsOut)
  if (itemsIn === null || before.length === 0 || outs.includes(null)) return []
  const passedOn = outs.reduce<number>((sum, out) => sum + (out ?? 0), 0)
  if (itemsIn <= passedOn) return []
  const at = [...new Set([...before.map((stage) => stage.node), node])]
  const sources = before
    .map((stage) => `“${stage.name}”`)
    .sort()
    .join(' and ')
  const lets = before.length === 1 ? 'lets' : 'let'
  return [widening(at, `${sources} ${lets} ${count(passedOn)} through, “${name}” takes in ${count(itemsIn)}`)]
}

function widening(at: readonly string[], what: string): Finding {
  const message = `The funnel widens: ${what}. Correct a count, or say that the stage adds items.`
  return { class: 'defect', severity: 'error', at, message }
}

function count(items: number): string {
  return editableNumber(items)
}
