import { describe, expect, it } from 'vitest'
import { dueNudges } from '../../../src/domain/pace/dueNudges.ts'
import { type Pace, paceAt } from '../../../src/domain/pace/paceAt.ts'
import { type Place, planRun } from '../../../src/domain/pace/plan.ts'
import { foldRun, type Run } from '../../../src/domain/pace/run.ts'
import { whyRefused } from '../../../src/domain/pace/whyRefused.ts'
import { helloInterview } from '../../../templates/frameworks/hello-interview.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'

const BEGIN = 1_700_000_000_000
const ms = (time: string) => {
  const [minutes = 0, seconds = 0] = time.split(':').map(Number)
  return (minutes * 60 + seconds) * 1000
}
const start = { type: 'start', at: BEGIN, plan: planRun(sevenSteps, 45) }
const strict = { ...start, strict: true }

/** An event so long after the start. */
const at = (time: string, type: string, details: object = {}) => ({ type, at: BEGIN + ms(time), ...details })
const to = (time: string, step: Place) => at(time, 'step', { step })
const edit = (time: string, step: number) => at(time, 'edit', { step })
const run = (...events: object[]): Run => foldRun([start, ...events])
const stands = (time: string, ...events: object[]): Pace => paceAt(run(...events).clock, BEGIN + ms(time))
const part = (pace: Pace, place: Place) => pace.parts.find((each) => each.place === place)

describe('a run of 45 minutes', () => {
  const board = [to('1:30', 1), to('7:40', 2), to('12:00', 3), at('19:50', 'step', { step: 4 })]

  it('has spent in each step what lay between the choices, and says what is over and what is behind', () => {
    const pace = stands('24:14', ...board)
    expect(pace.parts.map(({ place, spentMs }) => [place, spentMs])).toEqual([
      ['intro', ms('1:30')],
      [1, ms('6:10')],
      [2, ms('4:20')],
      [3, ms('7:50')],
      [4, ms('4:24')],
      [5, 0],
      [6, 0],
      [7, 0],
      ['wrap-up', 0],
    ])
    expect([part(pace, 1)?.overrunMs, part(pace, 2)?.overrunMs, part(pace, 3)?.overrunMs]).toEqual([
      ms('1:10'),
      ms('0:20'),
      0,
    ])
    expect(pace).toMatchObject({
      phase: 'running',
      active: 4,
      elapsedMs: ms('24:14'),
      remainingMs: ms('20:46'),
      needleMs: ms('24:14'),
      behindMs: ms('0:50'),
      aheadMs: 0,
      next: { place: 5, inMs: ms('4:36') },
    })
  })

  it('stands while it is paused, and goes on from there', () => {
    const paused = [...board, at('24:14', 'pause')]
    expect(stands('50:00', ...paused)).toMatchObject({ phase: 'paused', elapsedMs: ms('24:14') })
    const resumed = stands('51:00', ...paused, at('50:00', 'resume'))
    expect(resumed).toMatchObject({ phase: 'running', elapsedMs: ms('25:14'), pausedMs: ms('25:46') })
    expect(part(resumed, 4)?.spentMs).toBe(ms('5:24'))
  })

  it('ends where it is finished, whatever comes after', () => {
    const over = stands(
      '90:00',
      ...board,
      at('44:00', 'finish'),
      to('45:00', 7),
      at('46:00', 'extend', { minutes: 5 }),
    )
    expect(over).toMatchObject({
      phase: 'finished',
      elapsedMs: ms('44:00'),
      remainingMs: ms('1:00'),
      slotMs: ms('45:00'),
    })
  })

  it('is planned as before where what was added is taken away again, or what was taken is added', () => {
    const later = [to('2:00', 1), to('7:00', 2), to('11:00', 3)]
    const plannedOf = (...acts: object[]) =>
      stands('20:00', ...later, ...acts).parts.map(({ plannedMs }) => plannedMs)
    const [more, less] = [{ minutes: 5 }, { minutes: 5 }]
    expect(plannedOf(at('18:04', 'extend', more), at('18:05', 'shorten', less))).toEqual(plannedOf())
    expect(plannedOf(at('18:04', 'shorten', less), at('18:05', 'extend', more))).toEqual(plannedOf())
    const both = [at('18:04', 'extend', more), at('18:05', 'shorten', less), at('18:06', 'shorten', less)]
    expect(plannedOf(...both, at('18:07', 'extend', more))).toEqual(plannedOf())
    expect(plannedOf(...both)).not.toEqual(plannedOf())
  })

  it('says of what comes next no more time than is left of the slot', () => {
    expect(stands('43:00', to('2:00', 1), to('42:00', 3)).next).toEqual({ place: 4, inMs: ms('2:00') })
  })

  it('counts what is over the slot, for an hour at most', () => {
    expect(stands('50:00', ...board)).toMatchObject({
      overtimeMs: ms('5:00'),
      remainingMs: 0,
      needleMs: ms('45:00'),
    })
    const forgotten = run(...board, at('3000:00', 'pause'))
    expect(forgotten.clock.finishedAt).toBe(BEGIN + ms('105:00'))
    expect(paceAt(forgotten.clock, BEGIN + ms('4000:00'))).toMatchObject({
      phase: 'finished',
      overtimeMs: ms('60:00'),
    })
  })
})

describe('where a run is', () => {
  it('goes from the intro to the first step when that is over, unless somebody chose the intro', () => {
    expect(stands('2:00')).toMatchObject({ active: 'intro' })
    const gone = stands('3:00')
    expect([gone.active, part(gone, 'intro')?.spentMs, part(gone, 1)?.spentMs]).toEqual([
      1,
      ms('2:00'),
      ms('1:00'),
    ])
    expect(stands('3:00', to('0:10', 'intro'))).toMatchObject({ active: 'intro', behindMs: ms('1:00') })
  })

  it('is the first step from the start where the framework has no intro', () => {
    const pace = paceAt(foldRun([{ ...start, plan: planRun(helloInterview, 45) }]).clock, BEGIN + ms('1:00'))
    expect([pace.active, pace.parts.length]).toEqual([1, 6])
  })

  it('follows the second edit in another frame, not the first', () => {
    expect(stands('6:00', edit('5:00', 3))).toMatchObject({ active: 1 })
    const followed = stands('6:00', edit('5:00', 3), edit('5:30', 3))
    expect([followed.active, part(followed, 3)?.spentMs]).toEqual([3, ms('0:30')])
  })

  it('takes no two edits together between which there is one in the active step or in a third', () => {
    expect(stands('6:00', edit('3:00', 3), edit('4:00', 1), edit('5:00', 3))).toMatchObject({ active: 1 })
    expect(stands('6:00', edit('3:00', 3), edit('4:00', 4), edit('5:00', 3))).toMatchObject({ active: 1 })
  })

  it('stays where somebody chose it to be until two edits say otherwise', () => {
    expect(stands('9:00', edit('3:00', 2), to('4:00', 5), edit('5:00', 2))).toMatchObject({ active: 5 })
    expect(stands('9:00', to('4:00', 5), edit('5:00', 2), edit('6:00', 2))).toMatchObject({ active: 2 })
  })

  it('is nowhere that the framework does not have', () => {
    expect(stands('9:00', to('4:00', 8), edit('5:00', 9), edit('6:00', 9))).toMatchObject({ active: 1 })
  })
})

describe('the protected minutes', () => {
  const late = to('2:00', 5)
  it('lose nothing while there is time for them and the wrap-up', () => {
    expect(stands('35:00', late).parts.map(({ losesMs }) => losesMs)).toEqual(Array(9).fill(0))
  })
  it('are lost one after the other, the first one first', () => {
    expect(part(stands('37:00', late), 6)?.losesMs).toBe(ms('2:00'))
    const more = stands('40:00', late)
    expect([part(more, 6)?.losesMs, part(more, 7)?.losesMs]).toEqual([ms('4:00'), ms('1:00')])
  })
  it('lose nothing that can be named once the run is finished', () => {
    expect(part(stands('44:00', late, at('43:00', 'finish')), 6)?.losesMs).toBe(0)
  })
  it('lose no more once they have begun', () => {
    expect(part(stands('38:00', late, to('37:00', 6)), 6)?.losesMs).toBe(ms('2:00'))
  })
})

describe('more and less time', () => {
  it('goes to the active part and those after it, by what they are planned', () => {
    const pace = stands('20:00', to('2:00', 4), at('10:00', 'extend', { minutes: 13 }))
    expect(pace.slotMs).toBe(ms('58:00'))
    expect([1, 3, 4, 5, 6, 7, 'wrap-up'].map((place) => part(pace, place as Place)?.plannedMs)).toEqual(
      ['5:00', '8:00', '13:30', '10:30', '6:00', '4:30', '4:30'].map(ms),
    )
  })
  it('is taken from what is left, never from what is spent', () => {
    const pace = stands('40:00', to('2:00', 5), at('9:00', 'shorten', { minutes: 60 }))
    expect(pace.slotMs).toBeGreaterThanOrEqual(ms('9:00'))
    expect(pace.parts.every(({ plannedMs }) => plannedMs >= 0)).toBe(true)
    const five = stands('40:00', to('2:00', 4), at('6:30', 'shorten', { minutes: 5 }))
    expect(five.slotMs).toBe(ms('40:00'))
    expect(part(five, 4)?.plannedMs).toBeGreaterThanOrEqual(ms('4:30'))
  })
})

describe('time that is added when none is planned any more', () => {
  it('goes to the last part', () => {
    const pace = stands(
      '30:00',
      to('29:00', 'wrap-up'),
      at('29:00', 'shorten', { minutes: 3 }),
      at('29:00', 'extend', { minutes: 5 }),
    )
    expect([pace.slotMs, part(pace, 'wrap-up')?.plannedMs]).toEqual([ms('47:00'), ms('5:00')])
  })
})

describe('a nudge', () => {
  const due = (time: string, ...events: object[]) =>
    dueNudges(sevenSteps, run(...events), BEGIN + ms(time)).map(({ step, when }) => [step, when])
  const framed = at('3:00', 'checklist', { prompt: 'objective' })
  const measured = at('3:00', 'checklist', { prompt: 'primary-metric' })

  it('comes when a step is stayed in for too long, and goes with it', () => {
    expect(due('8:59')).toEqual([])
    expect(due('9:00')).toEqual([[1, 'still-here']])
    expect(due('9:05', to('9:04', 2))).toEqual([])
  })
  it('comes for the step that is stayed in, not for those that wait', () => {
    expect(due('23:00', framed)).toEqual([[1, 'still-here']])
  })
  it('does not come again for a look back', () => {
    expect(due('20:00', framed, to('5:00', 3), to('19:00', 1))).toEqual([])
  })
  it('comes while nothing is ticked that should be', () => {
    expect(due('12:00', to('6:00', 2))).toEqual([[2, 'unticked']])
    expect(due('12:00', to('6:00', 2), framed)).toEqual([])
    expect(due('31:00', framed, to('6:00', 2), to('7:00', 4))).toEqual([[4, 'unticked']])
  })
  it('comes before the end for what was not begun, by the slot as it is now', () => {
    const done = [framed, measured, to('6:00', 5)]
    expect(due('34:59', ...done)).toEqual([])
    expect(due('35:00', ...done)).toEqual([[6, 'untouched']])
    expect(due('35:00', ...done, at('30:00', 'extend', { minutes: 5 }))).toEqual([])
    expect(due('35:00', ...done, to('34:00', 6))).toEqual([])
  })
  it('does not come while the clock stands or is over', () => {
    expect(due('20:00', at('5:00', 'pause'))).toEqual([])
    expect(due('20:00', at('19:00', 'finish'))).toEqual([])
  })
})

describe('what else happens in a run', () => {
  it('is kept with where and when it was: hints, ticks, notes', () => {
    const { shown, ticked, notes } = run(
      at('3:00', 'hint', { hint: 1 }),
      at('3:10', 'checklist', { prompt: 'scale' }),
      at('3:20', 'checklist', { prompt: 'latency', done: true }),
      at('3:30', 'checklist', { prompt: 'scale', done: false }),
      at('3:40', 'note', { text: 'first' }),
      at('3:50', 'note', { text: 'second' }),
      at('4:00', 'note', { step: 4, text: 'later' }),
    )
    expect(shown).toEqual([
      { act: { type: 'hint', hint: 1 }, at: BEGIN + ms('3:00'), elapsedMs: ms('3:00'), place: 1 },
    ])
    expect([...ticked]).toEqual(['latency'])
    expect([...notes]).toEqual([
      [1, 'second'],
      [4, 'later'],
    ])
  })
  it('may still be noted when the run is finished, and is no hint then', () => {
    const over = run(at('3:00', 'finish'), at('4:00', 'note', { step: 1, text: 'after' }), at('4:00', 'hint'))
    expect([[...over.notes], over.shown]).toEqual([[[1, 'after']], []])
  })
  it('is rated by its candidate, also when it is finished, the last word counting', () => {
    const rate = (score?: number) => ({ dimension: 'data', score, evidence: 'Split by time.' })
    const { ratings } = run(at('3:00', 'rate', rate(2)), at('4:00', 'finish'), at('5:00', 'rate', rate(3)))
    expect([...ratings]).toEqual([['data', { score: 3, evidence: 'Split by time.' }]])
    expect([...run(at('5:00', 'rate', rate())).ratings]).toEqual([
      ['data', { score: null, evidence: 'Split by time.' }],
    ])
  })
  it('may be shown the brief when it is finished', () => {
    const over = run(at('3:00', 'finish'), at('4:00', 'reveal', { item: 'brief' }))
    expect(over.shown.map(({ act }) => act)).toEqual([{ type: 'reveal', item: 'brief' }])
  })
  it('is counted in whole ms', () => {
    expect(
      foldRun([
        { ...start, at: BEGIN + 0.5 },
        { ...at('1:00', 'hint'), at: BEGIN + 9.9 },
      ]),
    ).toMatchObject({
      clock: { startedAt: BEGIN, elapsedMs: 9 },
      shown: [{ at: BEGIN + 9 }],
    })
  })
  it('counts once where it comes twice, and not at all where it has no meaning', () => {
    const hint = at('3:00', 'hint', { id: 'h' })
    expect(run(hint, hint, { ...hint, id: 'i' }).shown.length).toBe(2)
    const broken = [null, 5, 'x', [], {}, { type: 'pause' }, { type: 'pause', at: Number.NaN }]
    const wrong = [at('1:00', 'extend', { minutes: -5 }), at('1:00', 'constructor'), at('1:00', 'start')]
    expect(foldRun([...broken, start, ...broken, ...wrong]).clock).toEqual(run(at('1:00', 'note')).clock)
  })
})

describe('an act', () => {
  const why = (time: string, act: Parameters<typeof whyRefused>[1], ...events: object[]) =>
    whyRefused(foldRun(events), act, BEGIN + ms(time))

  it('is refused with the reason where it cannot come next', () => {
    const pause = { type: 'pause' } as const
    expect(why('1:00', pause)).toBe('The clock is not running yet: start it first.')
    expect(why('1:00', pause, strict)).toBe('This run is strict: its clock is not stopped.')
    expect(why('2:00', pause, start, at('1:00', 'pause'))).toBe('The clock stands already.')
    expect(why('2:00', { type: 'resume' }, start)).toBe('The clock is running.')
    expect(why('2:00', { type: 'start' }, start)).toBe('The clock has been started already.')
    expect(why('2:00', { type: 'step', step: 8 }, start)).toBe(
      'This run has no step 8: its steps are 1 to 7.',
    )
    expect(why('2:00', pause, start, at('1:00', 'finish'))).toBe('This run is finished.')
    expect(why('44:00', { type: 'shorten', minutes: 2 }, start)).toBe('Only 1:00 can be taken away.')
    const long = { ...start, plan: planRun(sevenSteps, 180) }
    expect(why('1:00', { type: 'extend', minutes: 1 }, long)).toBe('A run has 180 minutes at most.')
  })
  it('may come next where it makes sense', () => {
    expect(why('1:00', { type: 'pause' }, start)).toBeNull()
    expect(why('1:00', { type: 'note', text: 'before' })).toBeNull()
    expect(why('3:00', { type: 'note', text: 'after' }, start, at('2:00', 'finish'))).toBeNull()
    expect(why('1:00', { type: 'extend', minutes: 5 }, strict)).toBeNull()
  })
  it('does not stop a strict clock, though it be in the log', () => {
    expect(paceAt(foldRun([strict, at('1:00', 'pause')]).clock, BEGIN + ms('9:00')).elapsedMs).toBe(
      ms('9:00'),
    )
  })
})
