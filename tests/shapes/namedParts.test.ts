import { expect, it } from 'vitest'
import { namedParts } from '../../shapes/namedParts.ts'
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

it('numbers a board full of parts without a label at once', () => {
  const nodes = Array.from({ length: 20_000 }, (_, n) => ({ id: `n${n}`, kind: 'cache', label: '' }))
  const names = namedParts(sketch({ nodes })).nodes.map(({ label }) => label)
  expect([names[0], names.at(-1)]).toEqual(['Cache 1', 'Cache 20000'])
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
