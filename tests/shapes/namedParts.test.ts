import { expect, it } from 'vitest'
import { namedParts } from '../../shapes/namedParts.ts'
import type { DesignNode } from '../../src/domain/design.ts'
import { estimate } from '../../src/domain/estimate/estimate.ts'
import { sketch } from '../../src/domain/sketch.ts'

it('calls parts without a label by their kind, with a number where there are several, and knows no kind of later', () => {
  const design = sketch({
    nodes: [
      { id: 'a', kind: 'ann-index', label: '' },
      { id: 'b', kind: 'ann-index', label: 'Songs' },
      { id: 'c', kind: 'ann-index', label: '' },
      { id: 'd', kind: 'cache', label: '' },
      { id: 'e', kind: 'of-a-later-version', label: '' },
    ],
  })
  const names = namedParts(design).nodes.map(({ label }) => label)
  expect(names).toEqual(['ANN index 1', 'Songs', 'ANN index 2', 'Cache', 'part without a name'])
})

it('looks at each part a few times only, however many have no label', () => {
  let looks = 0
  const [{ label: _, ...part }] = sketch({ nodes: [{ id: 'n', kind: 'cache', label: '' }] }).nodes as [
    DesignNode,
  ]
  const nodes = Array.from({ length: 500 }, () => ({
    ...part,
    get label() {
      looks += 1
      return ''
    },
  }))
  const names = namedParts({ ...sketch({ nodes: [] }), nodes }).nodes.map(({ label }) => label)
  expect([names[0], names.at(-1)]).toEqual(['Cache 1', 'Cache 500'])
  expect(looks).toBeLessThanOrEqual(5 * nodes.length)
})

it('calls a card by its title or what it is', () => {
  const fields = { baseRate: 0.05 }
  const cards = [
    { id: 'x', type: 'experiment', step: 5, fields },
    { id: 'y', type: 'experiment', step: 5, fields: { ...fields, title: 'Second test' } },
  ]
  const missing = estimate(namedParts({ ...sketch({ nodes: [] }), cards })).flatMap(
    (one) => one.missing?.map(({ why }) => why) ?? [],
  )
  expect(missing).toEqual([
    '“Experiment” has no smallest change to see.',
    '“Second test” has no smallest change to see.',
  ])
})
