import { describe, expect, it } from 'vitest'
import type { DesignLink } from '../../../src/domain/design.ts'
import { funnelWidens } from '../../../src/domain/review/rules/funnel-widens.ts'
import { sketch } from '../../../src/domain/sketch.ts'

const stage = (id: string, itemsIn?: number, itemsOut?: number, adds?: boolean) => ({
  id,
  kind: id.startsWith('cg') ? 'candidate-generator' : 'ranker',
  label: id,
  props: {
    ...(itemsIn === undefined ? {} : { itemsIn }),
    ...(itemsOut === undefined ? {} : { itemsOut }),
    ...(adds === undefined ? {} : { adds }),
  },
})
const service = { id: 'service', kind: 'orchestrator', label: 'Service' }
const link = (from: string, to: string, more: Partial<DesignLink> = {}) => ({ from, to, ...more })
const said = (design: Parameters<typeof sketch>[0]) =>
  funnelWidens.check(sketch(design)).map(({ message, at }) => [message.split('.')[0], ...at])

describe('the funnel', () => {
  it('may not widen inside a stage', () => {
    expect(said({ nodes: [stage('rk', 100, 500)] })).toEqual([
      ['The funnel widens: “rk” takes in 100 and lets 500 through', 'rk'],
    ])
  })

  it('may not take in more than its sources let through together', () => {
    const nodes = [stage('cg1', 1e8, 6e3), stage('cg2', 1e8, 5e3), stage('rk', 12e3, 100)]
    const links = [link('cg1', 'rk'), link('cg2', 'rk')]
    expect(said({ nodes, links })).toEqual([
      ['The funnel widens: “cg1” and “cg2” let 11k through, “rk” takes in 12k', 'cg1', 'cg2', 'rk'],
    ])
    expect(said({ nodes: [...nodes.slice(0, 2), stage('rk', 11e3, 100)], links })).toEqual([])
  })

  it('is ordered by the numbers of the caller where no link orders it', () => {
    const nodes = [service, stage('rk', 500, 100), stage('cg', 1e8, 100)]
    const calls = [link('service', 'cg', { seq: 1 }), link('service', 'rk', { seq: 2 })]
    expect(said({ nodes, links: calls })).toEqual([
      ['The funnel widens: “cg” lets 100 through, “rk” takes in 500', 'cg', 'rk'],
    ])
    const turned = [...calls, link('rk', 'cg')]
    expect(said({ nodes, links: turned })).toEqual([
      ['The funnel widens: “rk” lets 100 through, “cg” takes in 100M', 'rk', 'cg'],
    ])
  })

  it.each([
    [
      'counts that nobody wrote',
      { nodes: [stage('cg', 1e8), stage('rk', 500, 100)], links: [link('cg', 'rk')] },
    ],
    ['stages without order', { nodes: [stage('cg', 1e8, 10), stage('rk', 500, 100)] }],
    [
      'a circle',
      {
        nodes: [stage('cg', 1e8, 10), stage('rk', 500, 100)],
        links: [link('cg', 'rk'), link('rk', 'cg')],
      },
    ],
    [
      'calls without numbers',
      {
        nodes: [service, stage('cg', 1e8, 10), stage('rk', 500, 100)],
        links: [link('service', 'cg'), link('service', 'rk')],
      },
    ],
    [
      'a stage that adds items',
      {
        nodes: [stage('cg', 1e8, 10), stage('rk', 20, 30, true)],
        links: [link('cg', 'rk')],
      },
    ],
  ])('says nothing of %s', (_, design) => expect(said(design)).toEqual([]))

  it('is looked at inside a funnel drawn as one shape, and from it to the next', () => {
    const stages = [
      { id: 's1', name: 'Retrieval', itemsIn: 1e6, itemsOut: 1e3 },
      { id: 's2', name: 'Ranking', itemsIn: 2e3, itemsOut: 100 },
    ]
    const composites = [{ id: 'fu', type: 'funnel', step: null, props: { stages } }]
    const nodes = [{ id: 'fu', kind: 'funnel', label: 'Funnel' }, stage('rk', 300, 10)]
    expect(said({ nodes, composites, links: [link('fu', 'rk')] })).toEqual([
      ['The funnel widens: “Retrieval” lets 1k through, “Ranking” takes in 2k', 'fu'],
      ['The funnel widens: “Ranking” lets 100 through, “rk” takes in 300', 'fu', 'rk'],
    ])
    const fromFirst = [link('fu', 'rk', { fromPort: 's1' })]
    expect(said({ nodes, composites, links: fromFirst })).toHaveLength(1)
  })
})
