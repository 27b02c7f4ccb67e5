import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCard } from '../../shapes/cards/list.ts'
import { findKind } from '../../shapes/catalog/index.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import { budgetOf, LONGEST_SLOT, SHORTEST_SLOT } from '../../src/domain/pace/budget.ts'
import type { Framework, MinutesBySlot, Step } from '../../src/domain/steps.ts'
import { findFramework, frameworks } from '../../templates/frameworks/index.ts'

/** What the first account of the seven steps names, by step, and how to recognise it among the prompts. */
const NAMED: readonly (readonly [step: number, what: string, words: readonly RegExp[]])[] = [
  [1, 'kind of learning', [/\bsupervised/i, /unsupervised/i, /reinforcement/i]],
  [1, 'structured or unstructured data', [/\bstructured/i, /unstructured/i]],
  [1, 'scale', [/at what scale/i]],
  [1, 'latency', [/p99/i, /how fast/i]],
  [1, 'what data do I have', [/what data do I have/i]],
  [1, 'batch or real time', [/batch or real time/i]],
  [1, 'summary that is confirmed', [/sum up/i, /is that right/i]],
  [2, 'stages of the pipeline', [/which stages/i, /100 M/, /10,000/, /latency and recall/, /precision/]],
  [2, 'complaint as a prediction', [/rewrite the complaint as a prediction/i, /last 30 days/, /next 7/]],
  [3, 'normalisation', [/normalisation/i]],
  [3, 'batching and buckets', [/batched/i, /equal width/i, /quantile/i]],
  [3, 'outliers', [/outliers/i]],
  [3, 'embeddings', [/embeddings/i]],
  [3, 'splits', [/data split/i]],
  [3, 'imbalance', [/imbalanced/i]],
  [3, 'distributions', [/distributed/i]],
  [4, 'baseline', [/baseline/i]],
  [4, 'optimisers', [/optimiser/i]],
  [4, 'losses', [/which loss/i]],
  [4, 'algorithms', [/algorithms/i]],
  [4, 'architecture', [/activations/i, /skip connections/i, /normalisation/i, /dropout/i]],
  [4, 'hyper-parameter tuning', [/tune hyper-parameters/i]],
  [4, 'batch size', [/batch size/i]],
  [4, 'options before the choice', [/options first, then the choice/i]],
  [5, 'confusion matrix', [/confusion matrix/i]],
  [5, 'metrics', [/\bF1\b/, /accuracy/, /\bMAP\b/, /precision/i, /recall/, /\bRMSE\b/]],
  [5, 'training loss curves', [/training loss curves/i]],
  [5, 'offline', [/offline/i]],
  [5, 'online', [/online metrics/i]],
  [5, 'shadow or A/B', [/shadow or A\/B/i]],
  [5, 'metric to business problem', [/metric lead back to the business problem/i]],
  [6, 'data drift', [/data drift/i]],
  [6, 'model drift', [/model drift/i]],
  [6, 'automation', [/by itself/i, /around the clock/i]],
  [7, 'CI/CD', [/CI\/CD/]],
  [7, 'Kubernetes', [/kubernetes/i]],
]

const [usual] = frameworks

describe('the default framework', () => {
  it.each(NAMED)('asks in step %d for: %s', (number, _, words) => {
    const step = usual?.steps.find((each) => each.number === number)
    const asked = (step?.prompts ?? []).map(({ ask, note }) => `${ask} ${note}`).join('\n')
    expect(words.filter((word) => !word.test(asked))).toEqual([])
  })

  it('has seven steps, each of its own, and protects the last two', () => {
    expect(usual?.id).toBe('seven-steps')
    expect(usual?.steps.map(({ covers }) => covers)).toEqual([[1], [2], [3], [4], [5], [6], [7]])
    expect(usual?.steps.filter(({ isProtected }) => isProtected).map(({ number }) => number)).toEqual([6, 7])
  })

  it('has the budgets of a 30-minute slot in whole minutes, the protected steps rounded up', () => {
    expect(usual && budgetOf(usual, 30)).toEqual({ intro: 1, steps: [3, 3, 5, 6, 5, 3, 2], wrapUp: 2 })
  })
})

it('lists every framework that has a file, each once and under the file’s name', () => {
  const files = readdirSync('templates/frameworks').filter(
    (name) => /\.ts$/.test(name) && name !== 'index.ts',
  )
  expect(frameworks.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  expect(new Set(frameworks.map(({ name }) => name)).size).toBe(frameworks.length)
})

/** Minutes of every part, the frame of the interview included. */
const partsOf = ({ intro, steps, wrapUp }: Framework): readonly MinutesBySlot[] => [
  intro,
  ...steps.map(({ minutes }) => minutes),
  wrapUp,
]

const COMPOSITES = ['funnel', 'k8s-cluster', 'layer-stack', 'two-tower']
const isDrawn = (type: string) => findKind(type) !== undefined || COMPOSITES.includes(type)
const isArtefact = (type: string) => isDrawn(type) || vocabulary.hasCard(type)
/** What a frame offers must be there to be placed. */
const isStarter = (type: string) =>
  isDrawn(type) || (type.startsWith('card-') && findCard(type) !== undefined)

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  'framework %s',
  (id, framework) => {
    it('is found by its id and says whose it is', () => {
      expect(findFramework(id)).toBe(framework)
      expect(framework.about).toMatch(/^[A-Z].*\.$/)
    })

    it.each([45, 60] as const)('gives a slot of %d minutes as it says', (slot) => {
      const { intro, steps, wrapUp } = budgetOf(framework, slot)
      const said = partsOf(framework).map((minutes) => minutes[slot])
      const given = [intro, ...steps, wrapUp]
      expect(given.filter((minutes, n) => said[n] !== undefined && said[n] !== minutes)).toEqual([])
      expect(given.reduce((sum, minutes) => sum + minutes)).toBe(slot)
    })

    it('divides any slot into whole minutes, with something for every part and close to its share', () => {
      fc.assert(
        fc.property(fc.integer({ min: SHORTEST_SLOT, max: LONGEST_SLOT }), (slot) => {
          const { intro, steps, wrapUp } = budgetOf(framework, slot)
          const given = [intro, ...steps, wrapUp]
          expect(given.reduce((sum, minutes) => sum + minutes)).toBe(slot)
          expect(given.every(Number.isInteger)).toBe(true)
          partsOf(framework).forEach((minutes, n) => {
            const share = (minutes[45] * slot) / 45
            expect((given[n] ?? 0) > 0).toBe(minutes[45] > 0)
            if (slot <= 45) expect(Math.abs((given[n] ?? 0) - share)).toBeLessThan(share < 1 ? 1 : 1.0001)
          })
        }),
        { numRuns: LONGEST_SLOT - SHORTEST_SLOT },
      )
    })

    it('rounds no protected step down', () => {
      for (let slot = 30; slot <= 45; slot++) {
        const { steps } = budgetOf(framework, slot)
        framework.steps.forEach(({ isProtected, minutes }, n) => {
          if (isProtected) expect(steps[n]).toBeGreaterThanOrEqual((minutes[45] * slot) / 45)
        })
      }
    })

    it('numbers its steps in order, covers all seven, and protects the end', () => {
      expect(framework.steps.map(({ number }) => number)).toEqual(framework.steps.map((_, n) => n + 1))
      const covered = new Set(framework.steps.flatMap(({ covers }) => covers))
      expect([...covered].sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
      const isProtected = framework.steps.filter((step) => step.isProtected).flatMap(({ covers }) => covers)
      expect(isProtected).toEqual(expect.arrayContaining([6, 7]))
    })

    it('asks everything that the default framework asks, once', () => {
      const asked = framework.steps.flatMap(({ prompts }) => prompts.map((prompt) => prompt.id))
      const usually = usual?.steps.flatMap(({ prompts }) => prompts.map((prompt) => prompt.id)) ?? []
      expect([...asked].sort()).toEqual([...usually].sort())
      expect(new Set(asked).size).toBe(asked.length)
    })

    it.each(framework.steps.map((step) => [step.number, step] as const))('has all of step %d', (_, step) => {
      expect(step.short).toMatch(/^\S+$/)
      for (const text of [step.goal, step.draw]) expect(text).toMatch(/^[A-Z].*\.$/)
      for (const list of [step.prompts, step.looksFor, step.mistakes, step.artefacts])
        expect(list.length).toBeGreaterThan(0)
      for (const { id: prompt, ask, note } of step.prompts) {
        expect(prompt).toMatch(/^[a-z0-9][a-z0-9-]*$/)
        expect(ask).toMatch(/^[A-Z].*[.?]$/)
        expect(note).toMatch(/^[^.]*[^.\s].*[^.]$/)
      }
      for (const text of [...step.looksFor, ...step.mistakes]) expect(text).toMatch(/^[A-Z“0-9].*\.$/)
      expect(step.starters.length).toBeLessThanOrEqual(3)
      expect(step.starters.filter((type) => !isStarter(type))).toEqual([])
      expect(step.artefacts.flatMap(({ anyOf }) => anyOf).filter((type) => !isArtefact(type))).toEqual([])
      checkAlarm(step)
    })
  },
)

function checkAlarm({ alarm }: Step) {
  if (alarm === null) return
  expect(alarm.say).toMatch(/^[A-Z].*\.$/)
  expect(alarm.when === 'unticked').toBe(alarm.prompts !== undefined)
  const known = usual?.steps.flatMap(({ prompts }) => prompts.map(({ id }) => id)) ?? []
  expect((alarm.prompts ?? []).filter((prompt) => !known.includes(prompt))).toEqual([])
}
