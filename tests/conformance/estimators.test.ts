import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findProperty } from '../../shapes/catalog/properties.ts'
import type { Design } from '../../src/domain/design.ts'
import { estimate, survey } from '../../src/domain/estimate/estimate.ts'
import { ESTIMATE_WORDS } from '../../src/domain/estimate/estimateWords.ts'
import { estimators } from '../../src/domain/estimate/estimators/index.ts'
import { FIGURES } from '../../src/domain/estimate/figures.ts'
import { formatNumber, parseNumber } from '../../src/domain/units.ts'

it('lists every estimator that has a file, under the file’s name', () => {
  const files = readdirSync('src/domain/estimate/estimators').filter((file) => file !== 'index.ts')
  expect(estimators.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  const names = estimators.flatMap((estimator) => estimator.names)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(Object.keys(ESTIMATE_WORDS).sort()).toEqual(names.sort())
})

it('reads a figure by the unit that the catalog writes it in', () => {
  for (const [id, { rule }] of Object.entries(FIGURES)) {
    const property = findProperty(id)
    if (property) expect([id, property.type === 'number' && property.rule.unit]).toEqual([id, rule.unit])
  }
})

/** Whatever figures can stand on, with what stands on it. */
function subjectsOf({ requirements, nodes, cards, composites }: Design) {
  return new Map<string, readonly Readonly<Record<string, unknown>>[]>([
    ['requirements', [requirements]],
    ...nodes.map(({ id, props }) => [id, [props]] as const),
    ...cards.map(({ id, fields }) => [id, [fields]] as const),
    ...composites.map(({ id, props }) => [id, Array.isArray(props.stages) ? props.stages : []] as const),
  ])
}

/** The design with one figure taken away. */
function without(design: Design, at: string, property: string): Design {
  const drop = <Values extends object>(id: string, values: Values): Values =>
    id === at
      ? (Object.fromEntries(Object.entries(values).filter(([key]) => key !== property)) as Values)
      : values
  return {
    ...design,
    requirements: drop('requirements', design.requirements),
    nodes: design.nodes.map((node) => ({ ...node, props: drop(node.id, node.props) })),
    cards: design.cards.map((card) => ({ ...card, fields: drop(card.id, card.fields) })),
  }
}

describe.each(estimators.map((estimator) => [estimator.id, estimator] as const))(
  'estimator %s',
  (_, estimator) => {
    const { example, names } = estimator
    const estimates = estimator.estimate(survey(example.design))

    it('gives what its example says', () => {
      const given = estimates.map(
        ({ name, value, unit }) => `${name} ${value === null ? null : formatNumber(value, unit)}`,
      )
      for (const [name, text] of example.gives) expect(given).toContain(`${name} ${text}`)
      expect(new Set(example.gives.map(([name]) => name))).toEqual(new Set(names))
      expect(estimates.filter(({ value }) => value === null)).toEqual([])
    })

    it('gives nothing under another name, and has no say in an empty design', () => {
      for (const { name } of estimates) expect(names).toContain(name)
      const empty = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }
      expect(estimator.estimate(survey(empty))).toEqual([])
    })

    it('names inputs that are in the design, with the value that is written there', () => {
      const subjects = subjectsOf(example.design)
      for (const { inputs, at } of estimates) {
        expect(inputs.length).toBeGreaterThan(0)
        for (const id of at) expect(subjects.has(id)).toBe(true)
        for (const { at: id, property, value } of inputs)
          expect(subjects.get(id)?.map((props) => props[property])).toContain(value)
      }
    })

    it('names what is taken away, by its owner’s label and the property, or does with less', () => {
      const taken = estimates.flatMap(({ inputs }) => inputs)
      const named = taken.filter(({ at, property }) => {
        const left = estimator.estimate(survey(without(example.design, at, property)))
        expect(left.filter(({ value, missing }) => value === null && !missing?.length)).toEqual([])
        const missing = left.flatMap((one) => one.missing ?? [])
        for (const { label, why } of missing) {
          expect(label).not.toBe('')
          expect(why).toMatch(/^[A-Z“].*\.$/)
        }
        return missing.some((one) => one.at === at && one.property === property)
      })
      expect(named.length).toBeGreaterThan(0)
    })

    it('reads figures that are typed as people write them', () => {
      const typed = JSON.parse(JSON.stringify(example.design), (key, value) =>
        typeof value === 'number' && key !== 'seq' && key !== 'step' ? String(value) : value,
      )
      expect(estimator.estimate(survey(typed)).map(({ value }) => value)).toEqual(
        estimates.map(({ value }) => value),
      )
    })
  },
)

const ODD: readonly unknown[] = [
  0,
  -1,
  1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'abc',
  '1e999',
  true,
  null,
  [],
  {},
]

/** The design with the same value in every figure. */
function filledWith(design: Design, value: unknown): Design {
  const fill = <Values extends object>(values: Values) =>
    Object.fromEntries(Object.keys(values).map((key) => [key, value])) as Values
  return {
    ...design,
    requirements: fill(design.requirements),
    nodes: design.nodes.map((node) => ({ ...node, props: fill(node.props) })),
    cards: design.cards.map((card) => ({ ...card, fields: fill(card.fields) })),
  }
}

it.each(ODD)('answers with a number or with what is missing, where %o stands in every figure', (value) => {
  for (const { example } of estimators) {
    for (const { value: result, missing = [] } of estimate(filledWith(example.design, value))) {
      if (result === null) expect(missing.length).toBeGreaterThan(0)
      else expect(Number.isFinite(result)).toBe(true)
    }
  }
})

it('writes its figures in units that can be read back', () => {
  for (const { example } of estimators)
    for (const { value, unit } of estimate(example.design))
      expect(value === null || parseNumber(formatNumber(value, unit), { unit, min: -1 }).ok).toBe(true)
})
