import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answeringCores } from '../../../src/domain/estimate/answeringCores.ts'
import { busyCores } from '../../../src/domain/estimate/busyCores.ts'
import { accuracy, errorCost, f1, precision, recall } from '../../../src/domain/estimate/confusion.ts'
import { sampledRate, trueRate } from '../../../src/domain/estimate/downSampling.ts'
import { embeddingCores } from '../../../src/domain/estimate/embeddingCores.ts'
import { embeddingMemory } from '../../../src/domain/estimate/embeddingMemory.ts'
import { featureReads } from '../../../src/domain/estimate/featureReads.ts'
import type { Answer, Formula } from '../../../src/domain/estimate/formula.ts'
import { headroom } from '../../../src/domain/estimate/headroom.ts'
import { hnswMemory } from '../../../src/domain/estimate/hnswMemory.ts'
import {
  denseParameters,
  embeddingParameters,
  normalisationParameters,
} from '../../../src/domain/estimate/parameters.ts'
import { pqMemory, usualCodeBytes } from '../../../src/domain/estimate/pqMemory.ts'
import { reachedInHops } from '../../../src/domain/estimate/reachedInHops.ts'
import { replicas } from '../../../src/domain/estimate/replicas.ts'
import { averageRate, peakRate } from '../../../src/domain/estimate/requestRate.ts'
import {
  reviewCapacity,
  reviewersNeeded,
  reviewInflow,
  reviewLoad,
} from '../../../src/domain/estimate/reviewLoad.ts'
import { experimentDays, sampleSize } from '../../../src/domain/estimate/sampleSize.ts'
import { scoringTime } from '../../../src/domain/estimate/scoringTime.ts'
import { storedVolume, streamVolume } from '../../../src/domain/estimate/streamVolume.ts'
import { positives, trainingRows } from '../../../src/domain/estimate/trainingRows.ts'
import { formatNumber } from '../../../src/domain/units.ts'

const vectors = { items: 100e6, dim: 128 }

/** Each formula with inputs that it has an answer for; in `grows`, those that it grows with. */
const formulas: readonly {
  name: string
  of: Formula
  at: Readonly<Record<string, number>>
  grows: readonly string[]
  gives: number
}[] = [
  {
    name: 'embeddingMemory',
    of: embeddingMemory,
    at: { ...vectors, bytes: 4 },
    grows: ['items', 'dim', 'bytes'],
    gives: 51.2e9,
  },
  {
    name: 'embeddingMemory, float16',
    of: embeddingMemory,
    at: { ...vectors, bytes: 2 },
    grows: [],
    gives: 25.6e9,
  },
  {
    name: 'embeddingMemory, int8',
    of: embeddingMemory,
    at: { ...vectors, bytes: 1 },
    grows: [],
    gives: 12.8e9,
  },
  {
    name: 'hnswMemory',
    of: hnswMemory,
    at: { ...vectors, bytes: 4, m: 16 },
    grows: ['items', 'dim', 'bytes', 'm'],
    gives: 92.16e9,
  },
  {
    name: 'hnswMemory, int8',
    of: hnswMemory,
    at: { ...vectors, bytes: 1, m: 16 },
    grows: [],
    gives: 46.08e9,
  },
  {
    name: 'pqMemory',
    of: pqMemory,
    at: { items: 100e6, codeBytes: 16 },
    grows: ['items', 'codeBytes'],
    gives: 1.6e9,
  },
  { name: 'usualCodeBytes', of: usualCodeBytes, at: { dim: 128 }, grows: [], gives: 16 },
  {
    name: 'averageRate',
    of: averageRate,
    at: { dau: 200e6, requests_day: 3 },
    grows: ['dau', 'requests_day'],
    gives: 6944.444,
  },
  {
    name: 'peakRate',
    of: peakRate,
    at: { dau: 200e6, requests_day: 3, peakFactor: 3 },
    grows: ['dau', 'requests_day', 'peakFactor'],
    gives: 20833.333,
  },
  {
    name: 'streamVolume',
    of: streamVolume,
    at: { events: 1e6, eventBytes: 1e3 },
    grows: ['events', 'eventBytes'],
    gives: 86.4e12,
  },
  {
    name: 'scoringTime, one lane',
    of: scoringTime,
    at: { itemsIn: 10e3, costPerItemUs: 20, lanes: 1 },
    grows: ['itemsIn', 'costPerItemUs'],
    gives: 200,
  },
  {
    name: 'scoringTime, 8 lanes',
    of: scoringTime,
    at: { itemsIn: 10e3, costPerItemUs: 20, lanes: 8 },
    grows: [],
    gives: 25,
  },
  {
    name: 'scoringTime, heavy',
    of: scoringTime,
    at: { itemsIn: 500, costPerItemUs: 100, lanes: 1 },
    grows: [],
    gives: 50,
  },
  {
    name: 'busyCores',
    of: busyCores,
    at: { qps: 20e3, itemsIn: 10e3, costPerItemUs: 5 },
    grows: ['qps', 'itemsIn', 'costPerItemUs'],
    gives: 1000,
  },
  {
    name: 'busyCores, every pair',
    of: busyCores,
    at: { qps: 20e3, itemsIn: 100e6, costPerItemUs: 5 },
    grows: [],
    gives: 10e6,
  },
  {
    name: 'answeringCores',
    of: answeringCores,
    at: { qps: 20e3, towerMs: 8, searchMs: 15 },
    grows: ['qps', 'towerMs', 'searchMs'],
    gives: 460,
  },
  {
    name: 'embeddingCores',
    of: embeddingCores,
    at: { items: 100e6, towerMs: 8, refresh_h: 6 },
    grows: ['items', 'towerMs'],
    gives: 37.037,
  },
  {
    name: 'denseParameters',
    of: denseParameters,
    at: { in: 128, units: 64 },
    grows: ['in', 'units'],
    gives: 8256,
  },
  {
    name: 'embeddingParameters',
    of: embeddingParameters,
    at: { rows: 1e6, units: 64 },
    grows: ['rows', 'units'],
    gives: 64e6,
  },
  {
    name: 'normalisationParameters',
    of: normalisationParameters,
    at: { in: 512, each: 2 },
    grows: ['in', 'each'],
    gives: 1024,
  },
  {
    name: 'replicas',
    of: replicas,
    at: { qps: 20e3, p99: 40, concurrency: 8, utilisation: 0.6 },
    grows: ['qps', 'p99'],
    gives: 167,
  },
  {
    name: 'featureReads',
    of: featureReads,
    at: { qps: 20e3, itemsIn: 500, featureGroups: 1 },
    grows: ['qps', 'itemsIn', 'featureGroups'],
    gives: 10e6,
  },
  {
    name: 'reachedInHops',
    of: reachedInHops,
    at: { degree: 1e3, hops: 2 },
    grows: ['degree'],
    gives: 1e6,
  },
  {
    name: 'trainingRows',
    of: trainingRows,
    at: { impressions_day: 1e10 / 30, days: 30, sampleRate: 1 },
    grows: ['impressions_day', 'days'],
    gives: 1e10,
  },
  { name: 'positives', of: positives, at: { rows: 1e10, positiveRate: 0.01 }, grows: ['rows'], gives: 100e6 },
  {
    name: 'trueRate',
    of: trueRate,
    at: { positiveRate: 0.1, negativesKept: 0.1 },
    grows: [],
    gives: 0.010989,
  },
  { name: 'sampleSize', of: sampleSize, at: { baseRate: 0.05, effect: 0.001 }, grows: [], gives: 760e3 },
  { name: 'precision', of: precision, at: { tp: 8, fp: 2 }, grows: ['tp'], gives: 0.8 },
  { name: 'recall', of: recall, at: { tp: 8, fn: 4 }, grows: ['tp'], gives: 0.666667 },
  { name: 'f1', of: f1, at: { tp: 8, fp: 2, fn: 4 }, grows: ['tp'], gives: 0.727273 },
  { name: 'accuracy', of: accuracy, at: { tp: 8, fp: 2, fn: 4, tn: 86 }, grows: ['tp', 'tn'], gives: 0.94 },
  {
    name: 'errorCost',
    of: errorCost,
    at: { fp: 2, fn: 4, costFp: 1, costFn: 10 },
    grows: ['fp', 'fn', 'costFp', 'costFn'],
    gives: 42,
  },
  {
    name: 'sampledRate',
    of: sampledRate,
    at: { positiveRate: 0.01, negativesKept: 0.1 },
    grows: ['positiveRate'],
    gives: 0.0917431,
  },
  {
    name: 'experimentDays',
    of: experimentDays,
    at: { arms: 2, perArm: 760_000, users_day: 200_000 },
    grows: ['arms', 'perArm'],
    gives: 8,
  },
  {
    name: 'storedVolume',
    of: storedVolume,
    at: { events: 1e6, eventBytes: 1e3, retention_d: 30 },
    grows: ['events', 'eventBytes', 'retention_d'],
    gives: 2.592e15,
  },
  {
    name: 'reviewInflow',
    of: reviewInflow,
    at: { items_day: 50e6, bandShare: 0.005 },
    grows: ['items_day'],
    gives: 250e3,
  },
  {
    name: 'reviewCapacity',
    of: reviewCapacity,
    at: { reviewers: 320, cases_day: 800 },
    grows: ['reviewers', 'cases_day'],
    gives: 256e3,
  },
  {
    name: 'reviewLoad',
    of: reviewLoad,
    at: { inflow_day: 250e3, capacity_day: 256e3 },
    grows: ['inflow_day'],
    gives: 0.976563,
  },
  {
    name: 'reviewersNeeded',
    of: reviewersNeeded,
    at: { inflow_day: 250e3, cases_day: 800 },
    grows: ['inflow_day'],
    gives: 313,
  },
  { name: 'headroom', of: headroom, at: { sla: 200, latency: 123 }, grows: ['sla'], gives: 0.385 },
]

const outcome = (answer: Answer) => ('value' in answer ? answer.value : answer.missing)
const numberOf = (answer: Answer) => Number('value' in answer ? answer.value : Number.NaN)

describe.each(formulas.map((formula) => [formula.name, formula] as const))(
  '%s',
  (_, { of, at, grows, gives }) => {
    const names = Object.keys(at)

    it('gives its worked example', () => {
      expect(Number(numberOf(of(at)).toPrecision(6))).toBe(Number(gives.toPrecision(6)))
    })

    it.each(names)('names %s where it is absent or no number', (name) => {
      for (const nothing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -1])
        expect(of({ ...at, [name]: nothing })).toEqual({ missing: [name] })
    })

    it('names all that is absent', () => {
      expect(of({})).toEqual({ missing: names })
    })

    it('answers whatever numbers it gets with a finite one, or with names of its inputs', () => {
      const input = fc.oneof(fc.double(), fc.constantFrom(null, undefined, 0, 1, 1e308, 5e-324))
      const inputs = fc.record(Object.fromEntries(names.map((name) => [name, input])))
      fc.assert(
        fc.property(inputs, (given) => {
          const answer = of(given as Readonly<Record<string, number>>)
          if ('value' in answer) expect(Number.isFinite(answer.value)).toBe(true)
          else {
            expect(answer.missing.length).toBeGreaterThan(0)
            expect(names).toEqual(expect.arrayContaining([...answer.missing]))
          }
        }),
      )
    })

    it('grows with what it counts', () => {
      const times = fc.double({ min: 1.5, max: 100, noNaN: true })
      for (const name of grows) {
        fc.assert(
          fc.property(times, (factor) => {
            const more = { ...at, [name]: (at[name] ?? 0) * factor }
            expect(numberOf(of(more))).toBeGreaterThan(numberOf(of(at)))
          }),
          { numRuns: 20 },
        )
      }
    })
  },
)

describe('as people read them', () => {
  it.each([
    [embeddingMemory({ ...vectors, bytes: 4 }), 'bytes', '51.2 GB'],
    [hnswMemory({ ...vectors, bytes: 4, m: 16 }), 'bytes', '92.2 GB'],
    [hnswMemory({ ...vectors, bytes: 1, m: 16 }), 'bytes', '46.1 GB'],
    [pqMemory({ items: 100e6, codeBytes: 16 }), 'bytes', '1.6 GB'],
    [streamVolume({ events: 1e6, eventBytes: 1e3 }), 'bytes per day', '86.4 TB/day'],
    [peakRate({ dau: 200e6, requests_day: 3, peakFactor: 3 }), 'per second', '20.8k/s'],
    [trueRate({ positiveRate: 0.1, negativesKept: 0.1 }), 'share', '0.011'],
    [headroom({ sla: 200, latency: 123 }), 'share', '0.385'],
    [replicas({ qps: 20e3, p99: 40, concurrency: 8, utilisation: 0.6 }), 'count', '167'],
    [sampleSize({ baseRate: 0.05, effect: 0.001 }), 'count', '760k'],
  ] as const)('%o in %s is %s', (answer, unit, text) => {
    expect(formatNumber(numberOf(answer), unit)).toBe(text)
  })
})

describe('computed another way', () => {
  const count = fc.integer({ min: 1, max: 1e9 })
  const small = fc.integer({ min: 1, max: 2048 })
  const near = (got: Answer, exact: number) => expect(numberOf(got) / exact).toBeCloseTo(1, 12)

  it('the memory of vectors, in whole numbers of any size', () => {
    fc.assert(
      fc.property(count, small, fc.constantFrom(1, 2, 4, 8), small, (items, dim, bytes, m) => {
        const [n, d, b, links] = [items, dim, bytes, m].map(BigInt) as [bigint, bigint, bigint, bigint]
        near(embeddingMemory({ items, dim, bytes }), Number(n * d * b))
        near(hnswMemory({ items, dim, bytes, m }), Number(n * (d * b + links * 16n) * 12n) / 10)
        near(pqMemory({ items, codeBytes: bytes }), Number(n * b))
      }),
    )
  })

  it('replicas: enough for the load, and one fewer is not', () => {
    fc.assert(
      fc.property(count, small, small, fc.integer({ min: 1, max: 100 }), (qps, p99, concurrency, percent) => {
        const needed = numberOf(replicas({ qps, p99, concurrency, utilisation: percent / 100 }))
        // Requests in flight × 1,000 × 100, so that everything is whole.
        const inFlight = BigInt(qps) * BigInt(p99) * 100n
        const carriedByOne = BigInt(concurrency) * BigInt(percent) * 1000n
        expect(BigInt(needed) * carriedByOne >= inFlight).toBe(true)
        expect(BigInt(needed - 1) * carriedByOne < inFlight).toBe(true)
      }),
    )
  })

  it('down-sampling: a population of which negatives were thrown away', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 50 }), (good, bad, oneIn) => {
        const kept = bad / oneIn
        near(trueRate({ positiveRate: good / (good + kept), negativesKept: 1 / oneIn }), good / (good + bad))
        near(
          sampledRate({ positiveRate: good / (good + bad), negativesKept: 1 / oneIn }),
          good / (good + kept),
        )
      }),
    )
  })

  it('f1: from precision and recall', () => {
    fc.assert(
      fc.property(count, count, count, (tp, fp, fn) => {
        const [p, r] = [numberOf(precision({ tp, fp })), numberOf(recall({ tp, fn }))]
        near(f1({ tp, fp, fn }), 2 / (1 / p + 1 / r))
      }),
    )
  })

  it('scoring and cores: what one lane takes for a request, at one request a second', () => {
    fc.assert(
      fc.property(count, small, small, (itemsIn, costPerItemUs, lanes) => {
        const alone = numberOf(scoringTime({ itemsIn, costPerItemUs, lanes: 1 }))
        near(scoringTime({ itemsIn, costPerItemUs, lanes }), alone / lanes)
        near(busyCores({ qps: 1, itemsIn, costPerItemUs }), alone / 1e3)
      }),
    )
  })

  it('answering: the calls of one second, each of its tower and its search counted apart', () => {
    fc.assert(
      fc.property(count, small, small, (qps, towerMs, searchMs) => {
        const busyMs = BigInt(qps) * BigInt(towerMs) + BigInt(qps) * BigInt(searchMs)
        near(answeringCores({ qps, towerMs, searchMs }), Number(busyMs) / 1000)
      }),
    )
  })

  it('embedding: so many cores do all items in the time, each doing what fits into it', () => {
    fc.assert(
      fc.property(count, small, small, (items, towerMs, refresh_h) => {
        const ofOneCore = (refresh_h * 60 * 60 * 1000) / towerMs
        near(embeddingCores({ items, towerMs, refresh_h }), items / ofOneCore)
      }),
    )
  })

  it('parameters: the weights counted one by one, for small layers', () => {
    const few = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(few, few, (inputs, units) => {
        const outputs = Array.from({ length: units }, () => [
          'bias',
          ...Array.from({ length: inputs }, () => 'weight'),
        ])
        near(denseParameters({ in: inputs, units }), outputs.flat().length)
        const table = Array.from({ length: inputs }, () => Array.from({ length: units }, () => 'number'))
        near(embeddingParameters({ rows: inputs, units }), table.flat().length)
        near(normalisationParameters({ in: inputs, each: 2 }), inputs + inputs)
      }),
    )
  })

  it('peak and average: users counted second by second', () => {
    fc.assert(
      fc.property(count, small, small, (dau, requests_day, peakFactor) => {
        near(averageRate({ dau, requests_day }), Number(BigInt(dau) * BigInt(requests_day)) / 86_400)
        near(
          peakRate({ dau, requests_day, peakFactor }),
          numberOf(averageRate({ dau, requests_day })) * peakFactor,
        )
      }),
    )
  })

  it('the days of an experiment: full after them, and not a day sooner', () => {
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 1000 }), (arms, perArm, users_day) => {
        const days = numberOf(experimentDays({ arms, perArm, users_day }))
        let [needed, passed] = [arms * perArm, 0]
        for (; needed > 0 && passed <= days; passed++) needed -= users_day
        expect([passed, needed <= 0]).toEqual([days, true])
      }),
      { numRuns: 30 },
    )
  })

  it('what is kept of a stream: day after day', () => {
    fc.assert(
      fc.property(small, small, fc.integer({ min: 1, max: 400 }), (events, eventBytes, retention_d) => {
        let kept = 0
        for (let day = 0; day < retention_d; day++) kept += numberOf(streamVolume({ events, eventBytes }))
        near(storedVolume({ events, eventBytes, retention_d }), kept)
      }),
    )
  })

  it('sample size: the usual formula with its two quantiles, 2 % above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), (percent, thousandths) => {
        const [p, effect] = [percent / 100, thousandths / 1e3]
        const exact = (2 * (1.959964 + 0.841621) ** 2 * p * (1 - p)) / effect ** 2
        expect(numberOf(sampleSize({ baseRate: p, effect })) / exact).toBeCloseTo(1.019, 2)
      }),
    )
  })
})

describe('where a result makes no sense', () => {
  it.each([
    ['no target at all', headroom({ sla: 0, latency: 5 }), ['sla']],
    ['nothing called positive', precision({ tp: 0, fp: 0 }), ['tp', 'fp']],
    ['no positives', recall({ tp: 0, fn: 0 }), ['tp', 'fn']],
    ['a change of more than everything', sampleSize({ baseRate: 0.5, effect: 2 }), ['baseRate', 'effect']],
    ['no change to see', sampleSize({ baseRate: 0.5, effect: 0 }), ['effect']],
    ['an index of nothing', embeddingMemory({ items: 0, dim: 128, bytes: 4 }), ['items']],
    ['too much to count', embeddingMemory({ items: 1e200, dim: 1e200, bytes: 4 }), ['items', 'dim', 'bytes']],
    ['busier than wholly', replicas({ qps: 1, p99: 1, concurrency: 1, utilisation: 1.2 }), ['utilisation']],
  ])('%s', (_, answer, missing) => expect(outcome(answer)).toEqual(missing))

  it('is below nothing where the calls take longer than the target', () => {
    expect(headroom({ sla: 100, latency: 150 })).toEqual({ value: -0.5 })
  })
})
