import { describe, expect, it } from 'vitest'
import { compareWords } from '../../../shapes/compareWords.ts'
import { compare } from '../../../src/domain/compare/compare.ts'
import type { Design, DesignComposite } from '../../../src/domain/design.ts'
import { sketch } from '../../../src/domain/sketch.ts'

const textsOf = (mine: Design, theirs: Design) => compare(mine, theirs, compareWords).map(({ text }) => text)

const box = (id: string, kind: string, label = '') => ({ id, kind, label })

describe('nodes and links', () => {
  it('sees that branches which look alike are only listed in another order', () => {
    const chain = ['service', 'queue', 'stream-processor', 'kv-store', 'cache']
    const branches = (names: readonly string[]) =>
      sketch({
        nodes: [
          box('client', 'client'),
          ...names.flatMap((name) => chain.map((kind) => box(`${name} ${kind}`, kind))),
        ],
        links: names.flatMap((name) =>
          chain.map((kind, n) => ({
            from: n === 0 ? 'client' : `${name} ${chain[n - 1]}`,
            to: `${name} ${kind}`,
          })),
        ),
      })
    expect(textsOf(branches(['a', 'b', 'c']), branches(['c', 'a', 'b']))).toEqual([])
    const crossed = branches(['a', 'b', 'c'])
    const labels = ['x', 'y', 'z']
    const misleading = {
      ...crossed,
      nodes: crossed.nodes.map((node, n) => ({ ...node, label: labels[(n * 7) % 3] ?? '' })),
    }
    const otherwise = {
      ...crossed,
      nodes: crossed.nodes.map((node, n) => ({ ...node, label: labels[(n * 5 + 1) % 3] ?? '' })),
    }
    expect(textsOf(misleading, otherwise)).toEqual([])
  })

  it('says nothing of the words for what has the same role', () => {
    const mine = sketch({
      nodes: [box('1', 'client', 'App'), box('2', 'kv-store', 'Redis')],
      links: [{ from: '1', to: '2', label: 'read' }],
    })
    const theirs = sketch({
      nodes: [box('b', 'kv-store', 'Store of profiles'), box('a', 'client', 'Browser')],
      links: [{ from: 'a', to: 'b', label: 'profile' }],
    })
    expect(textsOf(mine, theirs)).toEqual([])
  })

  it('names what differs by its labels, in a sentence', () => {
    const base = {
      nodes: [box('a', 'client', 'App'), box('b', 'service', 'API'), box('c', 'kv-store', 'Profiles')],
      links: [
        { from: 'a', to: 'b', seq: 1 },
        { from: 'b', to: 'c', optional: true },
      ],
    }
    const mine = sketch({
      ...base,
      nodes: base.nodes.map((node) => (node.id === 'b' ? { ...node, props: { p99: 20 } } : node)),
    })
    const theirs = sketch({
      nodes: [
        base.nodes[0] ?? box('', ''),
        { ...box('b', 'service', 'Backend'), zone: 'offline' as const, props: { p99: 1500 } },
        box('c', 'cache', 'Cached profiles'),
        box('d', 'queue'),
      ],
      links: [
        { from: 'b', to: 'a', mode: 'stream' as const, seq: 1 },
        { from: 'b', to: 'c' },
        { from: 'b', to: 'd' },
      ],
    })
    expect(textsOf(mine, theirs)).toEqual([
      'Only theirs has “Work queue”.',
      '“Profiles”: kind Key-value store in yours, Cache in theirs.',
      '“API”: online in yours, offline in theirs.',
      '“API”: Latency p99 20 ms in yours, 1.5k ms in theirs.',
      'The link from “App” to “API” goes the other way in theirs.',
      'The link from “App” to “API”: sync in yours, stream in theirs.',
      'The link from “API” to “Profiles”: optional in yours, always in theirs.',
    ])
  })

  it('takes numbers of calls for an order, and names the call that moved', () => {
    const calls = (numbers: readonly number[]) =>
      sketch({
        nodes: [box('o', 'orchestrator'), box('1', 'cache'), box('2', 'ranker'), box('3', 'reranker')],
        links: numbers.map((seq, n) => ({ from: 'o', to: String(n + 1), seq })),
      })
    expect(textsOf(calls([1, 2, 3]), calls([10, 20, 30]))).toEqual([])
    expect(textsOf(calls([1, 2, 3]), calls([1, 2, 2]))).toHaveLength(1)
    expect(textsOf(calls([1, 2, 3]), calls([4, 2, 3]))).toEqual([
      'The call from “Recommendation service” to “Cache”: number 1 in yours, number 4 in theirs.',
    ])
  })
})

describe('composites', () => {
  const funnel = (stages: readonly object[]): DesignComposite => ({
    id: 'f',
    type: 'funnel',
    step: null,
    props: { label: 'Funnel', stages },
  })
  const around = [box('app', 'client'), box('api', 'orchestrator'), box('fs', 'feature-store')]
  const withFunnel = (stages: readonly object[]) =>
    sketch({
      nodes: [...around, box('f', 'funnel', 'Ranking')],
      links: [
        { from: 'app', to: 'api' },
        { from: 'api', to: 'f' },
        { from: 'f', to: 'fs' },
      ],
      composites: [funnel(stages)],
    })
  const stage = (id: string, name: string, itemsOut: number) => ({ id, name, itemsOut, itemsIn: 1, p99: 10 })
  const three = [stage('x', 'Retrieval', 1000), stage('y', 'Ranking', 100), stage('z', 'Rules', 20)]

  it('says once that one design draws a composite box by box', () => {
    const boxes = sketch({
      nodes: [
        ...around,
        box('cg', 'candidate-generator', 'Retrieval'),
        box('r', 'ranker', 'Ranker'),
        box('rr', 'reranker', 'Rules'),
      ],
      links: [
        { from: 'app', to: 'api' },
        ...['cg', 'r', 'rr'].map((to, n) => ({ from: 'api', to, seq: n })),
        { from: 'r', to: 'fs' },
      ],
    })
    const [only, ...others] = compare(boxes, withFunnel(three), compareWords)
    expect(others).toEqual([])
    expect(only).toMatchObject({ what: 'node-apart', theirs: { at: ['f'] } })
    expect([...(only?.mine.at ?? [])].sort()).toEqual(['cg', 'r', 'rr'])
    const [mirrored] = compare(withFunnel(three), boxes, compareWords)
    expect(mirrored).toMatchObject({ what: 'node-apart', mine: { at: ['f'] }, theirs: only?.mine })
  })

  it('compares stages by their place and what they do, not by ids and names', () => {
    const renamed = three.map(({ name, id, ...rest }) => ({ id: `${id}2`, name: `${name}!`, ...rest }))
    expect(textsOf(withFunnel(three), withFunnel(renamed))).toEqual([])
    const slower = three.map((one) => (one.id === 'y' ? { ...one, p99: 50 } : one))
    expect(textsOf(withFunnel(three), withFunnel(slower))).toEqual([
      '“Ranking”: Latency p99 of “Ranking” 10 ms in yours, 50 ms in theirs.',
    ])
    expect(textsOf(withFunnel(three), withFunnel(three.slice(0, 2)))).toEqual([
      '“Ranking”: only yours has the stage “Rules”.',
    ])
    expect(textsOf(withFunnel(three.slice(1)), withFunnel(three))).toEqual([
      '“Ranking”: only theirs has the stage “Retrieval”.',
    ])
  })
})

describe('layers', () => {
  const stack = (layers: readonly object[], tower: readonly string[]): Design => ({
    ...sketch({ nodes: [box('s', 'layer-stack', 'Ranker'), box('t', 'two-tower', 'Towers')] }),
    composites: [
      { id: 's', type: 'layer-stack', step: null, props: { label: 'Ranker', layers } },
      { id: 't', type: 'two-tower', step: null, props: { query: { name: 'User', layers: tower } } },
    ],
  })
  const dense = (units: number) => ({ type: 'Dense', units, activation: 'relu' })

  it('are compared in their order, one after the other', () => {
    const mine = stack([dense(512), dense(64)], ['512', '64'])
    expect(textsOf(mine, mine)).toEqual([])
    expect(
      textsOf(mine, stack([dense(512), { type: 'Dropout', rate: 0.5 }, dense(64)], ['64', '512'])),
    ).toEqual([
      '“Ranker”: only theirs has the stage “Dropout”.',
      '“Towers”: layers of query 512 → 64 in yours, 64 → 512 in theirs.',
    ])
  })
})

describe('requirements and cards', () => {
  const empty = sketch({ nodes: [] })

  it('names each requirement once, and not again for its card', () => {
    const mine = { ...empty, requirements: { sla: 200, task: 'ranking' } }
    const card = { id: 'c', type: 'card-requirement', step: 1, fields: { sla: 300 } }
    const theirs = { ...empty, requirements: { sla: 300, task: 'Ranking ' }, cards: [card] }
    expect(textsOf(mine, theirs)).toEqual(['Latency target: 200 ms in yours, 300 ms in theirs.'])
  })

  it('pairs cards of a type by what they say, and names the fields that differ', () => {
    const risk = (id: string, fields: Design['cards'][number]['fields']) => ({
      id,
      type: 'risk',
      step: 7,
      fields,
    })
    const first = { title: 'One', what: 'Cold start', rows: [{ a: 1 }, { a: 2 }] }
    const second = { what: 'Feedback loop', rows: [{ a: 3 }] }
    const mine = { ...empty, cards: [risk('1', first), risk('2', second)] }
    const turned = { ...first, title: 'Other', rows: [{ a: 2 }, { a: 1 }] }
    const theirs = { ...empty, cards: [risk('x', second), risk('y', turned)] }
    expect(textsOf(mine, theirs)).toEqual([])
    const less = { ...empty, cards: [risk('x', second)] }
    expect(compare(mine, less, compareWords)).toMatchObject([{ what: 'card-extra', mine: { at: ['1'] } }])
    const other = { ...empty, cards: [risk('x', { ...second, what: 'Drift' }), risk('y', turned)] }
    expect(compare(mine, other, compareWords)).toMatchObject([
      {
        what: 'card-field',
        property: 'what',
        mine: { at: ['2'], value: 'Feedback loop' },
        theirs: { at: ['x'], value: 'Drift' },
      },
    ])
  })
})
