import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, DesignLink, DesignNode } from '../../../src/domain/design.ts'
import { judge } from '../../../src/domain/drill/clause.ts'
import { sketch } from '../../../src/domain/sketch.ts'
import { drawTheFunnel } from '../../../templates/drills/draw-the-funnel.ts'

const { clauses, examples } = drawTheFunnel
const failed = (design: Design) => judge(clauses, design).flatMap(({ id, why }) => (why === null ? [] : [id]))
const whyNot = (design: Design, clause: string) => judge(clauses, design).find(({ id }) => id === clause)?.why

const STAGES = [
  { id: 's1', name: 'Retrieval', objective: 'Recall', itemsIn: 100e6, itemsOut: 10e3, p99: 20 },
  { id: 's2', name: 'Ranking', objective: 'precision', itemsIn: 10e3, itemsOut: 100, p99: 60 },
]

/** The same funnel drawn as one shape. */
function asOneShape(stages: readonly Record<string, unknown>[] = STAGES): Design {
  return sketch({
    nodes: [{ id: 'fu', kind: 'funnel', label: 'Funnel' }],
    composites: [{ id: 'fu', type: 'funnel', step: null, props: { stages } }],
  })
}

/** The stages of the example, called one after the other by a service instead of linked. */
function asCalls(): Design {
  const service = { id: 'service', kind: 'orchestrator', label: 'Service' }
  const links = examples.solved.nodes.map(({ id }, n) => ({ from: 'service', to: id, seq: n + 1 }))
  return sketch({ nodes: [service, ...examples.solved.nodes], links })
}

describe('the funnel from 100M to 100', () => {
  it('is solved as one shape, as components in a row, and as calls with numbers', () => {
    expect(failed(asOneShape())).toEqual(['re-rank'])
    expect(failed(examples.solved)).toEqual([])
    expect(failed(asCalls())).toEqual([])
  })

  it('asks for everything on an empty board, and says what to begin with', () => {
    const empty = sketch({ nodes: [] })
    expect(failed(empty)).toEqual(clauses.map(({ id }) => id))
    expect(whyNot(empty, 'two-stages')).toContain('insert a funnel')
    expect(whyNot(empty, 'to-100')).toBe('There is no second stage.')
  })

  it('names stages that nothing orders', () => {
    expect(whyNot({ ...examples.solved, links: [] }, 'two-stages')).toBe(
      '“Candidates: recall”, “Diversity” and “Ranker: precision” are not in a row: link each to the next, or number the calls to them.',
    )
    const [first, second] = examples.solved.links
    const circle = { ...first, id: 'back', from: 'c', to: 'a' } as DesignLink
    const round = { ...examples.solved, links: [first, second, circle].filter((link) => link !== undefined) }
    expect(whyNot(round, 'two-stages')).toContain('are not in a row')
  })

  it('adds up sources that stand side by side', () => {
    const source = (id: string, itemsOut: number) => ({
      id,
      kind: 'candidate-generator',
      label: 'For recall',
      props: { itemsIn: 100e6, itemsOut },
    })
    const ranker = {
      id: 'r',
      kind: 'ranker',
      label: 'Ranker',
      props: { itemsIn: 10e3, itemsOut: 100, loss: 'precision at 10' },
    }
    const links = [
      { from: 'a', to: 'r' },
      { from: 'b', to: 'r' },
    ]
    const drawn = sketch({ nodes: [source('a', 8e3), source('b', 2e3), ranker], links })
    expect(failed(drawn)).toEqual(['latencies', 're-rank'])
    const short = sketch({ nodes: [source('a', 8e3), source('b', 1e3), ranker], links })
    expect(whyNot(short, 'to-10k')).toBe('“For recall” and “For recall” together let 9k through, not 10k.')
  })

  it('means the fullest funnel where several are drawn', () => {
    const begun = { id: 'fu', kind: 'funnel', label: 'Funnel' }
    const blank = STAGES.map(({ id, name }) => ({ id, name, objective: '', itemsIn: null, itemsOut: null }))
    const both = sketch({
      nodes: [begun, ...examples.solved.nodes],
      links: examples.solved.links,
      composites: [{ id: 'fu', type: 'funnel', step: null, props: { stages: blank } }],
    })
    expect(failed(both)).toEqual([])
  })
})

/** Each breaks one thing about the example that solves everything, and this alone. */
const MUTATIONS: readonly (readonly [
  clause: string,
  node: string,
  change: (any: number) => Partial<DesignNode>,
])[] = [
  ['from-100m', 'a', (n) => props('a', { itemsIn: 100e6 + n })],
  ['to-10k', 'b', (n) => props('b', { itemsIn: 10e3 - (n % 9_900) })],
  ['to-100', 'b', (n) => props('b', { itemsOut: 100 + (n % 9_900) })],
  ['recall', 'a', (n) => ({ label: `Candidates ${n}` })],
  ['precision', 'b', (n) => ({ label: `Ranker ${n}` })],
  ['narrows', 'c', (n) => props('c', { itemsIn: 100 + n })],
  ['latencies', 'b', () => ({ props: { itemsIn: 10e3, itemsOut: 100 } })],
]

function props(id: string, change: Record<string, number>): Partial<DesignNode> {
  return { props: { ...examples.solved.nodes.find((node) => node.id === id)?.props, ...change } }
}

/** The design with other ids, and everything listed in another order. */
function disguised(design: Design, ids: readonly string[], turn: number): Design {
  const named = (id: string) => ids[design.nodes.findIndex((node) => node.id === id)] ?? id
  const turned = <Item>(items: readonly Item[]) => {
    const at = turn % Math.max(items.length, 1)
    return [...items.slice(at), ...items.slice(0, at)].reverse()
  }
  return {
    ...design,
    nodes: turned(design.nodes.map((node) => ({ ...node, id: named(node.id) }))),
    links: turned(design.links.map((link) => ({ ...link, from: named(link.from), to: named(link.to) }))),
    composites: turned(design.composites.map((one) => ({ ...one, id: named(one.id) }))),
  }
}

describe('the verdict', () => {
  const number = fc.integer({ min: 1, max: 9_000 })
  const mutation = fc.constantFrom(...MUTATIONS)
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 5, maxLength: 5 })
  const mutated = ([, node, change]: (typeof MUTATIONS)[number], n: number): Design => ({
    ...examples.solved,
    nodes: examples.solved.nodes.map((one) => (one.id === node ? { ...one, ...change(n) } : one)),
  })

  it('breaks with exactly the clause whose matter is changed', () => {
    fc.assert(
      fc.property(mutation, number, (one, n) => {
        expect(failed(mutated(one, n))).toEqual([one[0]])
      }),
    )
  })

  it('is the same, word for word, whatever the ids and the order of what is drawn', () => {
    const designs = fc.oneof(
      fc.tuple(mutation, number).map(([one, n]) => mutated(one, n)),
      fc.constantFrom(examples.solved, examples.wrong.subject, asOneShape(), asCalls()),
      fc.constant({ ...examples.solved, links: [] }),
    )
    fc.assert(
      fc.property(designs, ids, fc.nat(), (design, names, turn) => {
        expect(judge(clauses, disguised(design, names, turn))).toEqual(judge(clauses, design))
      }),
    )
  })
})
