import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../src/domain/design.ts'
import { estimate, survey } from '../../../src/domain/estimate/estimate.ts'
import { sketch } from '../../../src/domain/sketch.ts'

/** The serving half of a song recommendation. */
const songs: Design = {
  ...sketch({
    nodes: [
      { id: 'client', kind: 'client', label: 'Mobile app', props: { qps: 20_000 } },
      { id: 'gw', kind: 'api-gateway', label: 'API gateway', props: { p99: 5 } },
      { id: 'reco', kind: 'orchestrator', label: 'Home reco service', props: { p99: 5 } },
      { id: 'ab', kind: 'ab-platform', label: 'Experiment assignment', props: { p99: 2 } },
      { id: 'fs', kind: 'feature-store', label: 'Feature store', props: { p99: 10 } },
      { id: 'qt', kind: 'query-tower', label: 'User tower', props: { p99: 8 } },
      { id: 'ann', kind: 'ann-index', label: 'ANN index', props: { p99: 15 } },
      { id: 'pop', kind: 'candidate-generator', label: 'New and trending', props: { p99: 5 } },
      { id: 'rank', kind: 'ranker', label: 'Ranker', props: { p99: 60 } },
      { id: 'rr', kind: 'reranker', label: 'Rules', props: { p99: 10 } },
      { id: 'fb', kind: 'fallback', label: 'Popular list' },
      { id: 'log', kind: 'prediction-log', label: 'Log' },
    ],
    links: [
      { from: 'client', to: 'gw' },
      { from: 'gw', to: 'reco' },
      { from: 'reco', to: 'ab', seq: 1 },
      { from: 'reco', to: 'fs', seq: 1 },
      { from: 'reco', to: 'qt', seq: 2 },
      { from: 'reco', to: 'ann', seq: 3 },
      { from: 'reco', to: 'pop', seq: 3 },
      { from: 'reco', to: 'rank', seq: 4 },
      { from: 'rank', to: 'fs' },
      { from: 'reco', to: 'rr', seq: 5 },
      { from: 'reco', to: 'fb', optional: true },
      { from: 'reco', to: 'log', mode: 'stream' },
    ],
  }),
  requirements: { sla: 200 },
}

const named = (design: Design, name: string) => estimate(design).find((one) => one.name === name)
const latencyOf = (design: Design) => survey(design).paths.map(({ latency }) => latency.value)

function withProps(design: Design, id: string, props: Design['nodes'][number]['props']): Design {
  return { ...design, nodes: design.nodes.map((node) => (node.id === id ? { ...node, props } : node)) }
}

describe('the call path of the song recommendation', () => {
  it('takes 123 of 200 ms, which leaves 38.5 %', () => {
    expect(named(songs, 'call-path-latency')).toMatchObject({ value: 123, unit: 'ms' })
    expect(named(songs, 'latency-headroom')).toMatchObject({ value: 0.385, unit: 'share' })
  })

  it('names the parts that make it so long, in their order', () => {
    expect(named(songs, 'call-path-latency')?.at).toEqual([
      'client',
      'gw',
      'reco',
      'fs',
      'qt',
      'ann',
      'rank',
      'rr',
    ])
  })

  it('brings 20 k requests a second everywhere, twice that where two read, none to what is optional', () => {
    const rates = new Map([...survey(songs).rates].map(([id, { value }]) => [id, value]))
    expect(rates.get('fs')).toBe(40_000)
    expect(rates.get('rank')).toBe(20_000)
    expect([rates.has('fb'), rates.has('log')]).toEqual([false, false])
  })

  it('is not told while a p99 is missing, even one that runs beside a slower one', () => {
    for (const id of ['rank', 'pop']) {
      const { value, missing } = named(withProps(songs, id, {}), 'call-path-latency') ?? {}
      expect(value).toBeNull()
      expect(missing).toMatchObject([{ at: id, property: 'p99' }])
    }
    expect(named(withProps(songs, 'rank', { p99: 'fast' }), 'latency-headroom')?.missing?.[0]?.why).toBe(
      'The p99 of “Ranker” is no figure to reckon with: “fast” is no number here. Type 200, 200 ms or 1.5 s.',
    )
  })

  it('takes the target of the orchestrator where the requirements name none', () => {
    const untold = { ...withProps(songs, 'reco', { p99: 5, sla: 246 }), requirements: {} }
    expect(named(untold, 'latency-headroom')?.value).toBe(0.5)
    expect(named({ ...songs, requirements: {} }, 'latency-headroom')?.missing).toMatchObject([
      { at: 'requirements', property: 'sla' },
    ])
  })

  it('says that calls without a number are taken one after the other', () => {
    const plain = { ...songs, links: songs.links.map(({ seq: _, ...link }) => link) }
    expect(named(plain, 'call-path-latency')).toMatchObject({
      value: 130,
      assumed: ['Calls without a number run one after the other: those of “Home reco service”.'],
    })
  })

  it('follows the stages of a funnel, and names the one that says nothing', () => {
    const design = (p99: number | null): Design =>
      sketch({
        nodes: [
          { id: 'client', kind: 'client', label: 'App' },
          { id: 'funnel', kind: 'funnel', label: 'Funnel', props: { p99: 23 } },
        ],
        links: [{ from: 'client', to: 'funnel' }],
        composites: [
          {
            id: 'funnel',
            type: 'funnel',
            step: null,
            props: {
              stages: [
                { id: 'a', name: 'Retrieval', p99: 23 },
                { id: 'b', name: 'Ranking', p99 },
              ],
            },
          },
        ],
      })
    expect(latencyOf(design(70))).toEqual([93])
    expect(named(design(null), 'call-path-latency')?.missing).toMatchObject([
      { at: 'funnel', label: 'Ranking', property: 'p99' },
    ])
  })

  it('names the index of a two-tower that nobody wrote a search time for', () => {
    const design = sketch({
      nodes: [
        { id: 'client', kind: 'client', label: 'App' },
        { id: 'tt', kind: 'two-tower', label: 'Retrieval' },
      ],
      links: [{ from: 'client', to: 'tt' }],
      composites: [
        {
          ...{ id: 'tt', type: 'two-tower', step: null },
          props: { query: { name: 'User tower', p99: 8 }, index: { p99: null } },
        },
      ],
    })
    const { value, missing } = named(design, 'call-path-latency') ?? {}
    expect(value).toBeNull()
    expect(missing?.map(({ why }) => why)).toEqual(['“Index of Retrieval” has no p99.'])
  })
})

describe('calls that come back', () => {
  const ring = (...extra: { from: string; to: string; optional?: boolean; label?: string }[]) =>
    sketch({
      nodes: [
        { id: 'client', kind: 'client', label: 'App', props: { qps: 10 } },
        { id: 'a', kind: 'service', label: 'A', props: { p99: 1 } },
        { id: 'b', kind: 'service', label: 'B', props: { p99: 2 } },
      ],
      links: [{ from: 'client', to: 'a' }, { from: 'a', to: 'b' }, ...extra],
    })

  it('are named, and nothing is told of latency or load behind them', () => {
    const round = ring({ from: 'b', to: 'a' })
    const { value, missing } = named(round, 'call-path-latency') ?? {}
    expect(value).toBeNull()
    expect(missing?.map(({ at }) => at)).toEqual(['a', 'b'])
    expect(missing?.[0]?.why).toBe(
      '“A”, “B” call each other in a circle: delete one of the calls, or mark it optional.',
    )
    expect(survey(round).rates.get('b')).toMatchObject({ value: null })
    expect(named(ring({ from: 'a', to: 'a' }), 'call-path-latency')?.missing?.[0]?.why).toBe(
      '“A” calls itself: delete the arrow, or mark it optional.',
    )
  })

  it('are none where they are optional or only the answer', () => {
    expect(latencyOf(ring({ from: 'b', to: 'a', optional: true }))).toEqual([3])
    expect(latencyOf(ring({ from: 'b', to: 'a', label: 'Response' }))).toEqual([3])
    const agent = sketch({
      nodes: [
        { id: 'client', kind: 'client', label: 'App' },
        { id: 'llm', kind: 'llm', label: 'LLM', props: { p99: 900 } },
        { id: 'tool', kind: 'tool', label: 'Search', props: { p99: 100 } },
      ],
      links: [
        { from: 'client', to: 'llm' },
        { from: 'llm', to: 'tool' },
        { from: 'tool', to: 'llm' },
      ],
    })
    expect(latencyOf(agent)).toEqual([1000])
  })
})

describe('where requests start', () => {
  it('is a client or a system outside that calls in, not one that is only read', () => {
    const design = sketch({
      nodes: [
        { id: 'bank', kind: 'external-system', label: 'Bank', props: { qps: 100 } },
        { id: 'svc', kind: 'service', label: 'Service', props: { p99: 7 } },
        { id: 'maps', kind: 'external-system', label: 'Maps', props: { p99: 90 } },
        { id: 'db', kind: 'sql-db', label: 'DB' },
      ],
      links: [
        { from: 'bank', to: 'svc' },
        { from: 'svc', to: 'maps' },
        { from: 'maps', to: 'db', mode: 'batch' },
      ],
    })
    expect(survey(design).paths.map(({ root }) => root.id)).toEqual(['bank'])
    expect(latencyOf(design)).toEqual([97])
  })

  it('comes to the load of its users, less what a cache answers', () => {
    const design = sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App', props: { dau: 864_000, requests_day: 10 } },
        { id: 'cdn', kind: 'cdn', label: 'CDN', props: { hitRate: 0.9 } },
        { id: 'svc', kind: 'service', label: 'Service' },
      ],
      links: [
        { from: 'app', to: 'cdn' },
        { from: 'cdn', to: 'svc' },
      ],
    })
    expect(survey(design).rates.get('cdn')?.value).toBe(300)
    expect(survey(design).rates.get('svc')).toMatchObject({
      value: 30,
      assumed: ['The peak is 3 times the average.'],
    })
  })
})

/** Calls only go on to later nodes, so that there is no circle; node 0 is the client. */
const smallDesign = fc
  .array(
    fc.record({
      from: fc.nat(5),
      to: fc.nat(6),
      seq: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      optional: fc.boolean(),
      mode: fc.constantFrom('sync', 'sync', 'sync', 'stream'),
    }),
    { maxLength: 14 },
  )
  .chain((links) =>
    fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }).map((p99s) => ({
      p99s,
      links: links
        .map(({ from, to, seq, ...rest }) => ({
          from: Math.min(from, to),
          to: Math.max(from, to),
          ...(seq === undefined ? {} : { seq }),
          ...rest,
        }))
        .filter(({ from, to }) => from !== to),
    })),
  )

interface Small {
  readonly p99s: readonly number[]
  readonly links: readonly { from: number; to: number; seq?: number; optional: boolean; mode: string }[]
}

/** Of the client its requests, of any other its latency. */
const partFigures = (n: number, qps: number, p99: number): Record<string, number> =>
  n === 0 ? { qps } : { p99 }

const drawnSmall = ({ p99s, links }: Small): Design =>
  sketch({
    nodes: p99s.map((p99, n) => ({
      id: `n${n}`,
      kind: n === 0 ? 'client' : 'service',
      label: `Node ${n}`,
      props: partFigures(n, 10, p99),
    })),
    links: links.map(({ from, to, mode, ...rest }) => ({
      from: `n${from}`,
      to: `n${to}`,
      mode: mode === 'sync' ? 'sync' : 'stream',
      ...rest,
    })),
  })

const callsFrom = ({ links }: Small, at: number) =>
  links.filter(({ from, mode, optional }) => from === at && mode === 'sync' && !optional)

/** One request acted out: when it has come back to whoever called the node. */
function clockAfter(small: Small, at: number, start: number): number {
  const own = at === 0 ? 0 : (small.p99s[at] ?? 0)
  let clock = start + own
  const calls = callsFrom(small, at)
  const done = new Set<number>()
  calls.forEach(({ seq }, n) => {
    if (done.has(n)) return
    const together = calls
      .map((_, m) => m)
      .filter((m) => (seq === undefined ? m === n : calls[m]?.seq === seq))
    for (const m of together) done.add(m)
    clock = Math.max(...together.map((m) => clockAfter(small, calls[m]?.to ?? 0, clock)))
  })
  return clock
}

/** Every way that a request takes, counted one by one. */
function arrivals(small: Small, at: number, counts: number[]): number[] {
  for (const { to } of callsFrom(small, at)) {
    counts[to] = (counts[to] ?? 0) + 1
    arrivals(small, to, counts)
  }
  return counts
}

describe('small designs, acted out call by call', () => {
  it('take as long', () => {
    fc.assert(
      fc.property(smallDesign, (small) => {
        const isCalling = callsFrom(small, 0).length > 0
        expect(latencyOf(drawnSmall(small))).toEqual(isCalling ? [clockAfter(small, 0, 0)] : [])
      }),
    )
  })

  it('bring as many requests everywhere', () => {
    fc.assert(
      fc.property(smallDesign, (small) => {
        const { rates } = survey(drawnSmall(small))
        const counts = arrivals(small, 0, [])
        counts.forEach((count, n) => {
          expect(rates.get(`n${n}`)?.value).toBe(count * 10)
        })
        const reached = Object.keys(counts).length
        expect(rates.size).toBe(reached === 0 ? 0 : reached + 1)
      }),
    )
  })

  it('take as long as all hops on the slowest way together', () => {
    fc.assert(
      fc.property(smallDesign, (small) => {
        for (const { latency, hops } of survey(drawnSmall(small)).paths) {
          const together = hops.reduce((sum, { each, times }) => sum + (each.value ?? 0) * times, 0)
          expect(together).toBe(latency.value)
        }
      }),
    )
  })

  it('never take less time for a slower part, nor more for calls side by side', () => {
    fc.assert(
      fc.property(smallDesign, fc.integer({ min: 1, max: 6 }), (small, slow) => {
        const [before = 0] = latencyOf(drawnSmall(small))
        const p99s = small.p99s.map((p99, n) => (n === slow ? p99 + 100 : p99))
        expect(latencyOf(drawnSmall({ ...small, p99s }))[0] ?? 0).toBeGreaterThanOrEqual(before ?? 0)
        const links = small.links.map((link) => ({ ...link, seq: 1 }))
        expect(latencyOf(drawnSmall({ ...small, links }))[0] ?? 0).toBeLessThanOrEqual(before ?? 0)
      }),
    )
  })
})

describe('absurd designs', () => {
  const chain = (length: number, each: (n: number) => { from: string; to: string; seq?: number }[]) =>
    sketch({
      nodes: Array.from({ length }, (_, n) => ({
        id: `n${n}`,
        kind: n === 0 ? 'client' : 'service',
        label: `Node ${n}`,
        props: partFigures(n, 1, 1),
      })),
      links: Array.from({ length: length - 1 }, (_, n) => each(n)).flat(),
    })

  it('may be 4,000 calls deep', () => {
    const deep = chain(4_001, (n) => [{ from: `n${n}`, to: `n${n + 1}` }])
    expect(latencyOf(deep)).toEqual([4_000])
  })

  it('that double at every step add up to no number, and say so', () => {
    const doubling = chain(1_200, (n) => [
      { from: `n${n}`, to: `n${n + 1}` },
      { from: `n${n}`, to: `n${n + 1}` },
    ])
    for (const { value, missing = [] } of estimate(doubling)) {
      if (value === null) expect(missing.length).toBeGreaterThan(0)
      else expect(Number.isFinite(value)).toBe(true)
    }
    expect(latencyOf(doubling)).toEqual([null])
  })
})

it('has its hops in turn: by number, then those without one by name, in whatever order their links are', () => {
  const nodes = [
    { id: 'app', kind: 'client', label: 'App' },
    { id: 'svc', kind: 'service', label: 'Service', props: { p99: 5 } },
    ...['Cache 10', 'Cache 2', 'Auth', 'Rules', 'Rank'].map((label) => ({
      id: label,
      kind: 'service',
      label,
      props: { p99: 1 },
    })),
  ]
  const links = [
    { from: 'app', to: 'svc' },
    { from: 'svc', to: 'Cache 10' },
    { from: 'svc', to: 'Rank', seq: 2 },
    { from: 'svc', to: 'Cache 2' },
    { from: 'svc', to: 'Rules', seq: 1 },
    { from: 'svc', to: 'Auth' },
  ]
  for (const order of [links, links.toReversed()]) {
    const [path] = survey(sketch({ nodes, links: order })).paths
    const labels = path?.hops.map(({ label }) => label)
    expect(labels).toEqual(['Service', 'Rules', 'Rank', 'Auth', 'Cache 2', 'Cache 10'])
  }
})
