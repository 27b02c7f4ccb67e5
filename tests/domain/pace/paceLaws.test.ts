import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paceAt } from '../../../src/domain/pace/paceAt.ts'
import { planRun } from '../../../src/domain/pace/plan.ts'
import { foldRun } from '../../../src/domain/pace/run.ts'
import { frameworks } from '../../../templates/frameworks/index.ts'

const BEGIN = 1_700_000_000_000

/** What may be in a log: sense and nonsense, in any order, with times that also go back. */
const happening = fc.record({
  afterMs: fc.integer({ min: -5_000, max: 600_000 }),
  id: fc.option(fc.integer({ min: 0, max: 20 }).map(String), { nil: undefined, freq: 2 }),
  act: fc.oneof(
    fc.constantFrom('pause', 'resume', 'finish').map((type) => ({ type })),
    fc.record({ type: fc.constantFrom('pause', 'resume') }),
    fc.record({ type: fc.constantFrom('extend', 'shorten'), minutes: fc.integer({ min: -1, max: 61 }) }),
    fc.record({
      type: fc.constant('step'),
      step: fc.constantFrom('intro', 'wrap-up', 0, 1, 2, 3, 4, 5, 6, 7, 8),
    }),
    fc.record({ type: fc.constant('edit'), step: fc.integer({ min: 0, max: 8 }) }),
    fc.record({ type: fc.constantFrom('hint', 'nudge', 'note', 'checklist', 'start', 'what') }),
  ),
})

const runs = fc
  .record({
    framework: fc.constantFrom(...frameworks),
    minutes: fc.integer({ min: 15, max: 180 }),
    strict: fc.boolean(),
    happenings: fc.array(happening, { maxLength: 40 }),
    restMs: fc.integer({ min: 0, max: 20_000_000 }),
  })
  .map(({ framework, minutes, strict, happenings, restMs }) => {
    let at = BEGIN
    const later = happenings.map(({ afterMs, id, act }) => {
      at += afterMs
      return { ...act, at, ...(id === undefined ? {} : { id }) }
    })
    const start = { type: 'start', at: BEGIN, strict, plan: planRun(framework, minutes) }
    return { events: [start, ...later], now: at + restMs }
  })

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

it('spends every moment that counts in one part, and in the stretches alike', () => {
  fc.assert(
    fc.property(runs, ({ events, now }) => {
      const { clock } = foldRun(events)
      const { parts, elapsedMs, slotMs } = paceAt(clock, now)
      expect(parts.reduce((sum, { spentMs }) => sum + spentMs, 0)).toBe(elapsedMs)
      expect(parts.reduce((sum, { plannedMs }) => sum + plannedMs, 0)).toBe(slotMs)
      const stretches = clock.stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
      expect(stretches).toBe(clock.elapsedMs)
      expect(clock.stretches.every(({ fromMs }, n) => fromMs === (clock.stretches[n - 1]?.toMs ?? 0))).toBe(
        true,
      )
      if (clock.finishedAt === null && clock.startedAt !== null)
        expect(clock.elapsedMs + clock.pausedMs).toBe(clock.countedTo - clock.startedAt)
    }),
    { numRuns: 200 },
  )
})

it('is never negative, nor without a number, and whole ms', () => {
  fc.assert(
    fc.property(runs, ({ events, now }) => {
      const pace = paceAt(foldRun(events).clock, now)
      const { active: _, next, parts, ...rest } = pace
      const times = [rest, next?.inMs ?? 0, parts.map(({ place: __, ...times }) => times)]
      expect(numbersIn(times).filter((time) => !(Number.isInteger(time) && time >= 0))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('is the same whether its events come at once, one by one or in two goes', () => {
  fc.assert(
    fc.property(runs, fc.nat(41), ({ events }, cut) => {
      const whole = foldRun(events)
      let oneByOne = foldRun([])
      for (const event of events) oneByOne = foldRun([event], oneByOne)
      expect(oneByOne).toEqual(whole)
      expect(foldRun(events.slice(cut), foldRun(events.slice(0, cut)))).toEqual(whole)
    }),
  )
})

it('is looked at without being changed, however often', () => {
  fc.assert(
    fc.property(runs, fc.array(fc.nat(30_000_000), { maxLength: 5 }), ({ events, now }, looks) => {
      const { clock } = foldRun(events)
      const before = structuredClone(clock)
      for (const look of looks) paceAt(clock, now - look)
      expect(clock).toEqual(before)
    }),
  )
})

it('has what a later look has, where nothing happens between: events that say nothing of time change none', () => {
  fc.assert(
    fc.property(runs, fc.nat(3_000_000), ({ events, now }, between) => {
      const { clock } = foldRun(events)
      const looked = foldRun([{ type: 'note', at: now - between }], foldRun(events)).clock
      expect(paceAt(looked, now)).toEqual(paceAt(clock, now))
    }),
  )
})

it('gains no time by a pause: one that ends at once changes nothing, a longer one only itself', () => {
  fc.assert(
    fc.property(runs, fc.nat(5_000_000), ({ events: [start, ...events] }, pauseMs) => {
      const plain = [{ ...start, strict: false }, ...events.filter(({ type }) => !/pause|resume/.test(type))]
      const last = Math.max(...plain.map((event) => ('at' in event ? event.at : 0)))
      const paused = [...plain, { type: 'pause', at: last }, { type: 'resume', at: last + pauseMs }]
      const without = paceAt(foldRun(plain).clock, last + 60_000)
      const withPause = paceAt(foldRun(paused).clock, last + pauseMs + 60_000)
      const isRunning = foldRun(plain).clock.finishedAt === null
      expect(withPause).toEqual({ ...without, pausedMs: isRunning ? pauseMs : 0 })
    }),
  )
})

it('takes an event that comes twice for one', () => {
  fc.assert(
    fc.property(runs, ({ events }) => {
      const named = events.map((event, n) => ({ ...event, id: `${n}` }))
      expect(foldRun(named.flatMap((event) => [event, event]))).toEqual(foldRun(named))
    }),
  )
})
