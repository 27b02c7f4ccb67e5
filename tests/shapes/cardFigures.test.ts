import { describe, expect, it } from 'vitest'
import type { CardValues } from '../../shapes/cards/card.ts'
import { cardProps } from '../../shapes/cards/cardProps.ts'
import { cardLayout, cardReadings } from '../../shapes/cards/layout.ts'
import { findCard } from '../../shapes/cards/list.ts'
import { cardFields } from '../../shapes/cards/readCard.ts'
import { estimate } from '../../src/domain/estimate/estimate.ts'
import { type SlowestPath, slowestPath } from '../../src/domain/estimate/slowestPath.ts'
import { sketch } from '../../src/domain/sketch.ts'
import { formatNumber } from '../../src/domain/units.ts'

type Written = Readonly<Record<string, unknown>>

function readings(type: string, written: Written, board?: SlowestPath) {
  const card = findCard(type)
  if (!card) throw new RangeError(`No card is called ${type}`)
  const read = cardReadings(card, cardProps(type, written), board)
  return Object.fromEntries(read.map(({ label, value, missing }) => [label, value ?? `(${missing})`]))
}

function wrong(type: string, written: Written, board?: SlowestPath): string[] {
  const card = findCard(type)
  const read = card ? cardReadings(card, cardProps(type, written), board) : []
  return read.filter(({ isWrong }) => isWrong).map(({ label }) => label)
}

/** All that stands on a card, line after line. */
function said(type: string, written: Written, board?: SlowestPath): string {
  const { texts } = cardLayout(cardProps(type, written), board)
  return texts.flatMap(({ lines }) => lines).join(' ')
}

/** What the command line says of a design that has the card alone. */
function estimates(type: string, written: Written): Record<string, string | null> {
  const fields = cardFields(cardProps(type, written))
  const design = { ...sketch({ nodes: [] }), cards: [{ id: 'card', type, step: null, fields }] }
  const shown = (value: number | null, unit: Parameters<typeof formatNumber>[1]) =>
    value === null ? null : formatNumber(value, unit)
  return Object.fromEntries(estimate(design).map(({ name, value, unit }) => [name, shown(value, unit)]))
}

describe('a capacity card', () => {
  const users = { dau: '200M', requests_day: '3', peakFactor: '3' }
  const vectors = { items: '100M', dim: '128', bytes: '4', m: '16', codeBytes: '16 B' }
  const stream = { events: '1M', eventBytes: '1 kB', retention_d: '30 d' }

  it('computes users, events and vectors to the digit, as the command line does', () => {
    expect(readings('capacity', { ...users, ...vectors, ...stream })).toEqual({
      'On average': '6.94k/s',
      'At the peak': '20.8k/s',
      Events: '86.4 TB/day',
      'Kept of them': '2.59 PB',
      'Vectors, raw': '51.2 GB',
      'HNSW, m = 16': '92.2 GB',
      'PQ codes': '1.6 GB',
    })
    expect(estimates('capacity', { ...users, ...vectors, ...stream })).toMatchObject({
      'peak-request-rate': '20.8k/s',
      'stream-volume': '86.4 TB/day',
      'stored-volume': '2.59 PB',
      'hnsw-memory': '92.2 GB',
    })
  })

  it('goes from users to storage where nobody counts events, and by usual figures where none are given', () => {
    const kept = readings('capacity', { ...users, eventBytes: '1 kB', retention_d: '90 d' })
    expect(kept).toMatchObject({ Events: '600 GB/day', 'Kept of them': '54 TB' })
    expect(readings('capacity', { items: '100M', dim: 128 })).toMatchObject({
      'HNSW, m = 16': '92.2 GB',
      'PQ codes': '1.6 GB',
    })
    expect(readings('capacity', { ...vectors, bytes: 1 })).toMatchObject({ 'HNSW, m = 16': '46.1 GB' })
  })

  it.each([
    [{ index: 'HNSW', ram: '100 GB' }, 'Planned for HNSW', '7.84 GB spare', false],
    [{ index: 'HNSW', ram: '64 GB' }, 'Planned for HNSW', '28.2 GB short', true],
    [{ index: 'PQ', ram: '4 GB' }, 'Planned for PQ', '2.4 GB spare', false],
    [{ ram: '4 GB' }, 'Planned for the index', '(needs the index)', false],
  ])('holds %o against what the index takes', (planned, label, value, isWrong) => {
    expect(readings('capacity', { ...vectors, ...planned })[label]).toBe(value)
    expect(wrong('capacity', { ...vectors, ...planned })).toEqual(isWrong ? [label] : [])
  })

  it('names what is missing', () => {
    expect(readings('capacity', { dau: '200M', items: '100M' })).toMatchObject({
      'At the peak': '(needs requests per user and day)',
      'Vectors, raw': '(needs dimension)',
    })
    expect(readings('capacity', {})).toEqual({})
  })
})

describe('a confusion card', () => {
  const counts = { tp: 8, fp: 2, fn: 4, tn: 86, costFp: 1, costFn: 10 }

  it('computes its scores and the cost of the errors', () => {
    const scores = { Precision: '0.8', Recall: '0.667', F1: '0.727', Accuracy: '0.94' }
    expect(readings('confusion', counts)).toEqual({ ...scores, 'Cost of the errors': '42' })
    expect(estimates('confusion', counts)).toMatchObject({ precision: '0.8', 'error-cost': '42' })
  })

  it('says of a score that is not defined that it is not', () => {
    expect(readings('confusion', { ...counts, tp: 0, fp: 0 })).toMatchObject({
      Precision: '(not defined with true positives 0 and false positives 0)',
      Recall: '0',
    })
    expect(readings('confusion', { tp: 3 })).toMatchObject({ Precision: '(needs false positives)' })
    expect(readings('confusion', {})).toEqual({
      Precision: '(needs the counts)',
      Recall: '(needs the counts)',
    })
  })

  it('has its counts written in the matrix, each where it belongs', () => {
    const { fields, texts } = cardLayout(cardProps('confusion', counts))
    for (const [id, text] of Object.entries({ tp: '8', fp: '2', fn: '4', tn: '86' })) {
      const box = fields.find(({ path }) => path === `fields.${id}`)?.box ?? { x: 0, y: 0, w: 0, h: 0 }
      const inside = texts.filter(
        ({ x, y }) => x > box.x && x <= box.x + box.w && y > box.y && y < box.y + box.h,
      )
      expect(inside.map(({ lines }) => lines.join(''))).toEqual([text])
    }
  })
})

describe('an experiment card', () => {
  it('computes people and days', () => {
    const rates = { baseRate: '5%', effect: '0.1%' }
    expect(readings('experiment', { ...rates, users_day: '200k', arms: 2 })).toEqual({
      'People in each arm': '760,000 users',
      'Runs for at least': '8 d',
    })
    expect(readings('experiment', { ...rates, users_day: '200k', arms: 3 })['Runs for at least']).toBe('12 d')
    expect(readings('experiment', rates)['Runs for at least']).toBe('(needs people a day)')
    expect(estimates('experiment', rates)).toEqual({ 'sample-size-per-arm': '760k' })
  })

  it('says of a change of nothing that it has no answer', () => {
    expect(readings('experiment', { baseRate: '5%', effect: 0 })['People in each arm']).toMatch(/not defined/)
    expect(readings('experiment', {})['People in each arm']).toBe(
      '(needs rate before the change and smallest change to see)',
    )
  })
})

describe('a class balance card', () => {
  const counts = { positives: '1M', negatives: '99M' }

  it('says how rare the positives are, and what a score means after down-sampling', () => {
    expect(readings('class-balance', { ...counts, negativesKept: '10%', score: '0.1' })).toEqual({
      Positive: '0.01',
      'Always “no” is right in': '0.99',
      'Positive in training': '0.0917',
      'A score of 0.1 means': '0.011',
    })
    expect(estimates('class-balance', { negativesKept: '10%', score: '0.1' })).toEqual({
      'corrected-score': '0.011',
    })
    expect(said('class-balance', counts)).toContain('1 : 99')
    expect(said('class-balance', { positives: 3, negatives: 0 })).toContain('no negatives')
  })

  it('takes the rate where nobody counted, and says where the two differ', () => {
    expect(readings('class-balance', { positiveRate: '2%' }).Positive).toBe('0.02')
    expect(wrong('class-balance', { ...counts, positiveRate: '2%' })).toEqual(['The rate says'])
    expect(wrong('class-balance', { ...counts, positiveRate: '1%' })).toEqual([])
    expect(readings('class-balance', {}).Positive).toBe('(needs both counts, or the rate)')
  })
})

describe('a split card', () => {
  const split = {
    ...{ trainFrom: '2024-01-01', trainTo: '2024-03-31', validationFrom: '2024-04-08' },
    ...{ validationTo: '2024-04-21', testFrom: '2024-04-22', testTo: '2024-05-05' },
    ...{ labelHorizon_d: '7 d', fittedOn: 'train' },
  }
  const strokes = (written: Written) => cardLayout(cardProps('split', written)).strokes
  const inOver = (written: Written) => strokes(written).filter(({ fill }) => fill === 'over')
  const lengthOf = (d = '') => {
    const [, from = 0, to = 0] = (/M([\d.]+) [\d.]+H([\d.]+)v/.exec(d) ?? []).map(Number)
    return to - from
  }

  it('draws its parts to scale', () => {
    const [train, validation, test] = ['wash', 'sunken', 'panel'].map((tone) =>
      lengthOf(strokes(split).find(({ fill }) => fill === tone)?.d),
    )
    expect((train ?? 0) / (validation ?? 1)).toBeCloseTo(91 / 14, 5)
    expect(test).toBeCloseTo(validation ?? 0, 5)
    expect(inOver(split)).toEqual([])
    expect(readings('split', split)).toEqual({
      Train: '91 d',
      Validation: '14 d',
      Test: '14 d',
      Gap: '7 d of 7 d',
    })
    expect(said('split', split)).toContain('No day is in two parts')
  })

  it('shows days of two parts as wrong, as long as they are, and says so', () => {
    const overlapping = { ...split, validationFrom: '2024-03-25' }
    expect(said('split', overlapping)).toContain('Train and validation share 7 days.')
    const [shared] = inOver(overlapping)
    const train = lengthOf(strokes(overlapping).find(({ fill }) => fill === 'wash')?.d)
    expect(lengthOf(shared?.d) / train).toBeCloseTo(7 / 91, 5)
  })

  it('shows a gap that is shorter than a label takes', () => {
    const short = { ...split, validationFrom: '2024-04-03' }
    expect(inOver(short)).toHaveLength(1)
    expect(wrong('split', short)).toEqual(['Gap'])
    expect(said('split', short)).toContain('shorter than the 7 days that a label takes')
  })

  it('says that statistics of other parts leak', () => {
    expect(said('split', { ...split, fittedOn: 'everything' })).toContain('fit them on train')
  })
})

describe('a latency budget card', () => {
  const design = sketch({
    nodes: [
      ['app', 'client', 'App', {}],
      ['gw', 'api-gateway', 'Gateway', { p99: 5 }],
      ['svc', 'orchestrator', 'Service', { p99: 5 }],
      ['ab', 'ab-platform', 'A/B', { p99: 2 }],
      ['fs', 'feature-store', 'Features', { p99: 10 }],
      ['tower', 'query-tower', 'Tower', { p99: 8 }],
      ['ann', 'ann-index', 'Index', { p99: 15 }],
      ['pop', 'cache', 'Popular', { p99: 5 }],
      ['rank', 'ranker', 'Ranker', { p99: 60 }],
      ['re', 'reranker', 'Re-ranker', { p99: 10 }],
    ].map(([id, kind, label, props]) => ({ id, kind, label, props })) as never,
    links: [
      { from: 'app', to: 'gw' },
      { from: 'gw', to: 'svc' },
      { from: 'svc', to: 'ab', seq: 1 },
      { from: 'svc', to: 'fs', seq: 1 },
      { from: 'svc', to: 'tower', seq: 2 },
      { from: 'svc', to: 'ann', seq: 3 },
      { from: 'svc', to: 'pop', seq: 3 },
      { from: 'svc', to: 'rank', seq: 4 },
      { from: 'rank', to: 'fs' },
      { from: 'svc', to: 're', seq: 5 },
    ],
  })
  const songs = slowestPath({ ...design, requirements: { sla: 200 } })

  it('shows the hops of the slowest call path against the target', () => {
    expect(readings('latency-budget', {}, songs)).toEqual({
      'Call path': '123 of 200 ms',
      Left: '77 ms',
      Headroom: '38.5 %',
    })
    const text = said('latency-budget', {}, songs)
    for (const part of ['Gateway', 'Features ×2', '20 ms', 'Index', 'Re-ranker', 'target 200 ms'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/A\/B|Popular/)
  })

  it('names a hop without a p99, and calls the sum one so far', () => {
    const nodes = design.nodes.map((node) => (node.id === 'rank' ? { ...node, props: {} } : node))
    const board = slowestPath({ ...design, nodes, requirements: { sla: 200 } })
    expect(readings('latency-budget', {}, board)).toEqual({ 'Call path so far': '63 of 200 ms' })
    expect(said('latency-budget', {}, board)).toContain('⚠ no p99')
  })

  const chain = (times: readonly (number | undefined)[]) =>
    sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App' },
        ...times.map((p99, n) => ({
          ...{ id: `s${n}`, kind: 'service', label: `S${n}` },
          props: (p99 === undefined ? {} : { p99 }) as Record<string, number>,
        })),
      ],
      links: times.map((_, n) => ({ from: n === 0 ? 'app' : `s${n - 1}`, to: `s${n}` })),
    })

  it('knows no latency of a path on which nothing has a p99', () => {
    const board = slowestPath({ ...chain([undefined, undefined]), requirements: { sla: 200 } })
    expect(readings('latency-budget', {}, board)).toEqual({
      'Call path so far': '(needs a p99 on what is called)',
    })
  })

  it('counts nothing of hops that it draws as one row and knows nothing of', () => {
    const unknown = Array.from({ length: 18 }, () => undefined)
    const lines = said('latency-budget', {}, slowestPath(chain(unknown)))
    expect(lines).toContain('and 5 more')
    expect(lines).not.toContain('0 ms')
    const partly = said(
      'latency-budget',
      {},
      slowestPath(chain(unknown.map((_, n) => (n < 15 ? 1 : undefined)))),
    )
    expect(partly).toContain('and 5 more, 3 without a p99')
    expect(partly).toContain('2 ms')
  })

  it('draws nothing at infinity, however long the hops are', () => {
    const board = slowestPath({
      ...chain(Array.from({ length: 18 }, () => 1e308)),
      requirements: { sla: 200 },
    })
    const { strokes } = cardLayout(cardProps('latency-budget', {}), board)
    expect(strokes.map(({ d }) => d).join(' ')).not.toMatch(/NaN|Infinity/)
    expect(said('latency-budget', {}, board)).not.toMatch(/NaN|Infinity|∞/)
  })

  it('shows in red what lies beyond the target, and where the card says another than the requirement', () => {
    const { strokes } = cardLayout(cardProps('latency-budget', { target: '110 ms' }), songs)
    expect(strokes.filter(({ fill }) => fill === 'over')).toHaveLength(2)
    const over = { target: '110 ms', timeout: '150 ms' }
    expect(wrong('latency-budget', over, songs)).toEqual(['Call path', 'Over by', 'Timeout after the target'])
    expect(readings('latency-budget', over, songs)).toMatchObject({ 'The requirement says': '200 ms' })
    expect(wrong('latency-budget', { target: '300 ms' }, songs)).toEqual(['The requirement says'])
  })

  it('asks for a target where nobody names one', () => {
    expect(readings('latency-budget', {}, slowestPath(design))).toEqual({
      'Call path': '123 ms',
      Target: '(needs one, here or in the requirements)',
    })
  })

  it('writes long names out', () => {
    const name = 'A recommendation service with a very long name that takes several lines'
    const nodes = design.nodes.map((node) => (node.id === 'svc' ? { ...node, label: name } : node))
    expect(said('latency-budget', {}, slowestPath({ ...design, nodes }))).toContain(name)
  })

  it('asks for a call path where there is none', () => {
    expect(readings('latency-budget', {}, slowestPath(sketch({ nodes: [] })))).toEqual({
      'Call path': '(needs a client and what it calls)',
    })
  })
})

it('no card says a figure that is none, whatever is written', () => {
  const odd: readonly unknown[] = [0, -1, 1e308, 'x', true, ['a'], 5e-324]
  for (const type of ['capacity', 'confusion', 'experiment', 'class-balance', 'split', 'latency-budget'])
    for (const value of odd) {
      const ids = findCard(type)?.fields.map(({ id }) => id) ?? []
      const values: CardValues['fields'] = Object.fromEntries(ids.map((id) => [id, value as number]))
      const text = said(type, values)
      expect(text, `${type} with ${value}`).not.toMatch(/NaN|Infinity|undefined|\bnull\b/)
      const { strokes } = cardLayout(cardProps(type, values))
      expect(strokes.map(({ d }) => d).join(' ')).not.toMatch(/NaN|Infinity|undefined/)
    }
})
