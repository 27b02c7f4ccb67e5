import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutShare,
  type FunnelStageInput,
  latencySum,
  recallBound,
  reduction,
  stageFigures,
} from '../../../src/domain/estimate/funnel.ts'
import { inOrder } from '../../../src/domain/order.ts'
import { formatNumber } from '../../../src/domain/units.ts'

function stage(order: string, figures: Partial<FunnelStageInput>): FunnelStageInput {
  return { order, itemsIn: null, itemsOut: null, recall: null, p99: null, ...figures }
}

const songs = {
  s2: stage('a2', { itemsOut: 100, recall: 0.9, p99: 70 }),
  s1: stage('a1', { itemsIn: 100e6, itemsOut: 10e3, recall: 0.95, p99: 23 }),
  s3: stage('a3', { itemsOut: 20, p99: 10 }),
}

describe('the funnel of 100 M songs', () => {
  it('is read in the order of its stages, each taking what the one before passes on', () => {
    const figures = stageFigures(songs)
    expect(figures.map(({ id, itemsIn, reduction }) => [id, itemsIn, reduction])).toEqual([
      ['s1', 100e6, 10_000],
      ['s2', 10_000, 100],
      ['s3', 100, 5],
    ])
    expect(figures.map(({ cut }) => cut)).toEqual([0.9999, 0.99, 0.8])
  })

  it('finds at most 0.855 of the good songs, and says how many stages name no recall', () => {
    expect(recallBound(inOrder(songs))).toEqual({ value: 0.855, missing: 1 })
  })

  it('takes 103 ms at the 99th percentile', () => {
    expect(latencySum(inOrder(songs))).toEqual({ value: 103, missing: 0 })
  })
})

it('narrows by no factor where it is more than numbers can hold', () => {
  expect(reduction(100, 5e-324)).toBeNull()
})

it('says nothing about what nobody wrote down', () => {
  const blank = { s1: stage('a1', {}), s2: stage('a2', { itemsOut: 5 }) }
  expect(stageFigures(blank).map((figures) => figures.reduction)).toEqual([null, null])
  expect(recallBound(Object.values(blank))).toBeNull()
  expect(latencySum([])).toBeNull()
})

it('puts stages of one order by id, whoever made them first', () => {
  const pair = { z: stage('a1', {}), a: stage('a1', {}) }
  expect(inOrder(pair).map(({ id }) => id)).toEqual(['a', 'z'])
})

it.each([
  [10_000, '10,000×'],
  [5, '5×'],
  [2.5, '2.5×'],
  [0.5, '0.5×'],
  [333.33, '333×'],
  [12_500_000, '12.5M×'],
])('writes a reduction of %d as %s', (times, text) => expect(formatNumber(times, 'times')).toBe(text))

describe('laws', () => {
  const count = fc.integer({ min: 1, max: 1e12 })

  it('the reductions of two stages multiply to that of both', () => {
    fc.assert(
      fc.property(count, count, count, (a, b, c) => {
        const both = (reduction(a, b) ?? 0) * (reduction(b, c) ?? 0)
        expect(both / (reduction(a, c) ?? 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('what is cut and what is kept make the whole', () => {
    fc.assert(
      fc.property(count, fc.double({ min: 1e-9, max: 1, noNaN: true }), (a, kept) => {
        expect((cutShare(a, a * kept) ?? 0) + kept).toBeCloseTo(1, 9)
      }),
    )
  })

  it('no stage raises the recall bound', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), share, (recalls, next) => {
        const before = recallBound(recalls.map((recall) => ({ recall })))
        const after = recallBound([...recalls, next].map((recall) => ({ recall })))
        expect(after?.value).toBeLessThanOrEqual((before?.value ?? 0) * (1 + 1e-9))
      }),
    )
  })
})
