import { describe, expect, it } from 'vitest'
import type { Debrief } from '../../../src/domain/debrief/debrief.ts'
import type { Design } from '../../../src/domain/design.ts'
import type { Place } from '../../../src/domain/pace/plan.ts'
import { sketch } from '../../../src/domain/sketch.ts'
import { AS_PLANNED, at, debrief, EMPTY, finishedRun, ms, rate, STARVED, to } from './finishedRun.ts'

const part = ({ parts }: Debrief, place: Place) => {
  const found = parts.find((each) => each.place === place)
  if (!found) throw new RangeError(`No part ${place}`)
  return found
}

describe('where the time went', () => {
  it('is planned and spent for each part, with what is over and what starved', () => {
    const { parts } = debrief(finishedRun(...STARVED))
    expect(parts.map(({ place, spentMs, overMs, isStarved }) => [place, spentMs, overMs, isStarved])).toEqual(
      [
        ['intro', ms('1:30'), 0, false],
        [1, ms('6:10'), ms('1:10'), false],
        [2, ms('4:20'), ms('0:20'), false],
        [3, ms('9:30'), ms('1:30'), false],
        [4, ms('10:15'), ms('1:15'), false],
        [5, ms('6:00'), 0, false],
        [6, ms('1:25'), 0, true],
        [7, ms('2:45'), 0, false],
        ['wrap-up', ms('3:05'), ms('0:05'), false],
      ],
    )
    expect(parts.map(({ planFromMs, planToMs }) => [planFromMs, planToMs])).toContainEqual([
      ms('35:00'),
      ms('39:00'),
    ])
  })

  it('is over from the moment on at which the minutes were used up, also when a step is gone back to', () => {
    const back = debrief(finishedRun(to('0:00', 1), to('4:00', 2), to('6:00', 1), to('9:00', 3)))
    expect(part(back, 1).pieces).toEqual([
      { fromMs: 0, toMs: ms('4:00'), isOver: false },
      { fromMs: ms('6:00'), toMs: ms('7:00'), isOver: false },
      { fromMs: ms('7:00'), toMs: ms('9:00'), isOver: true },
    ])
  })
})

describe('the headline', () => {
  const says = (...events: ReturnType<typeof at>[]) => debrief(finishedRun(...events)).headline

  it('names the protected step that starved, and where its minutes went', () => {
    expect(says(...STARVED)).toEqual({
      fact: 'Monitoring got 1:25 of its 4 minutes.',
      detail:
        'More than planned went to Data preparation (+1:30), Model development (+1:15) and Clarify requirements (+1:10).',
    })
  })

  it('says none of a step that had no time, and 1 minute of one that was to have one', () => {
    const noMonitoring = [...AS_PLANNED.slice(0, 5), to('35:00', 7), to('42:00', 'wrap-up')]
    expect(says(...noMonitoring).fact).toBe('Monitoring got none of its 4 minutes.')
  })

  it('names a step that ran over where none starved', () => {
    const long = [...AS_PLANNED.slice(0, 3), to('21:00', 4), ...AS_PLANNED.slice(4)]
    expect(says(...long)).toEqual({
      fact: 'Data preparation took 10:00; its plan was 8.',
      detail: 'Every step got at least half of its minutes.',
    })
  })

  it('says that a run ended early, and nothing of the steps that it never came to', () => {
    expect(says(...AS_PLANNED.slice(0, 3), at('12:00', 'finish'))).toEqual({
      fact: 'The run ended after 12:00 of its 45 minutes.',
      detail: '',
    })
  })

  it('measures by the plan of the start, whatever was taken from it, and says that it was', () => {
    const shortened = Array.from({ length: 8 }, (_, n) => at(`1:0${n}`, 'shorten', { minutes: 5 }))
    expect(says(to('1:00', 1), ...shortened, at('6:00', 'finish'))).toEqual({
      fact: 'The run ended after 6:00 of its 45 minutes.',
      detail: 'The slot was shortened by 40 minutes.',
    })
    const less = at('38:30', 'shorten', { minutes: 5 })
    const hidden = [...AS_PLANNED.slice(0, 5), to('38:00', 7), less, at('40:00', 'finish')]
    expect(says(...hidden)).toEqual({
      fact: 'Monitoring got none of its 4 minutes.',
      detail: 'More than planned went to Evaluation (+3:00). The slot was shortened by 5 minutes.',
    })
  })

  it('says what was added, and shows that it was more than planned', () => {
    const long = [...AS_PLANNED.slice(0, 3), at('18:00', 'extend', { minutes: 6 }), ...AS_PLANNED.slice(3)]
    expect(says(...long)).toEqual({
      fact: 'Every step kept to its minutes.',
      detail:
        'Each got at least half of its plan, and none ran a minute over. The slot was lengthened by 6 minutes.',
    })
  })

  it('says that the plan was kept', () => {
    expect(says(...AS_PLANNED).fact).toBe('Every step kept to its minutes.')
  })
})

it('has hints, curve-balls, nudges and pauses in the order and at the minute of the clock', () => {
  const run = finishedRun(
    ...STARVED.slice(0, 4),
    at('22:00', 'hint', { hint: 2 }),
    at('24:00', 'pause'),
    at('26:00', 'resume'),
    at('30:00', 'reveal', { item: 'curve-ball-1' }),
    at('31:00', 'nudge', { kind: 'time' }),
    at('46:00', 'reveal', { item: 'brief' }),
  )
  const { moments } = debrief(run, { hints: ['First.', 'Second.'], curveBalls: ['Ten times the load.'] })
  expect(moments.map(({ label, atMs, place, text }) => [label, atMs, place, text])).toEqual([
    ['hint 2', ms('22:00'), 4, 'Second.'],
    ['pause 2:00', ms('24:00'), null, ''],
    ['curve-ball', ms('28:00'), 4, 'Ten times the load.'],
    ['nudge: time', ms('29:00'), 4, ''],
  ])
})

describe('what was covered', () => {
  it('are the prompts that were ticked in the end, of each step', () => {
    const run = finishedRun(
      at('1:00', 'checklist', { prompt: 'scale' }),
      at('2:00', 'checklist', { prompt: 'latency' }),
      at('3:00', 'checklist', { prompt: 'latency', done: false }),
    )
    const ticked = debrief(run).parts.flatMap(({ prompts }) => prompts.filter(({ isTicked }) => isTicked))
    expect(ticked.map(({ id }) => id)).toEqual(['scale'])
  })

  const states = (design: Design, untouched: readonly string[] = []) =>
    Object.fromEntries(
      debrief(finishedRun(), { design, untouched: new Set(untouched) }).parts.flatMap(({ artefacts }) =>
        artefacts.map(({ name, state }) => [name, state]),
      ),
    )

  it('are artefacts: there, there but empty, or missing', () => {
    const design: Design = {
      ...sketch({
        nodes: [{ id: 'm', kind: 'ranker', label: 'Ranker' }],
        composites: [{ id: 'f', type: 'funnel', step: 2, props: {} }],
      }),
      cards: [
        { id: 'a', type: 'framing', step: 2, fields: { goal: 'Stay' } },
        {
          id: 'b',
          type: 'monitor-matrix',
          step: 6,
          fields: { title: 'Ours', monitors: [{}, { signal: '' }] },
        },
        { id: 'c', type: 'options', step: 4, fields: { criteria: ['Quality'] } },
        { id: 'd', type: 'options', step: 4, fields: { options: [{ name: 'Trees' }] } },
      ],
    }
    expect(states(design)).toMatchObject({
      'Framing card': 'present',
      'Funnel or block diagram': 'present',
      'Monitor matrix': 'empty',
      'Options card': 'present',
      'Model diagram': 'present',
      'Latency budget': 'missing',
    })
  })

  it('takes a composite that nobody has touched for empty, though it is a node too', () => {
    const design = sketch({
      nodes: [{ id: 'f', kind: 'funnel', label: 'Funnel' }],
      composites: [{ id: 'f', type: 'funnel', step: 2, props: {} }],
    })
    expect(states(design)['Funnel or block diagram']).toBe('present')
    expect(states(design, ['f'])['Funnel or block diagram']).toBe('empty')
  })
})

it('says of options cards what was compared, chosen, and why', () => {
  const card = (id: string, fields: Record<string, unknown>) => ({ id, type: 'options', step: 4, fields })
  const rows = [{ name: 'Trees', Quality: 'good' }, { name: 'Two-tower' }]
  const { options } = debrief(finishedRun(), {
    design: {
      ...EMPTY,
      cards: [
        card('all', { title: 'Retrieval', options: rows, chosen: 'Trees', because: '200 ms' }),
        card('none', { options: rows }),
        card('by-number', { options: rows, chosen: 2 }),
        card('blank', { criteria: ['Quality'] }),
      ],
    },
  })
  expect(
    options.map(({ title, options: names, chosen, because }) => [title, names, chosen, because]),
  ).toEqual([
    ['Retrieval', ['Trees', 'Two-tower'], 'Trees', '200 ms'],
    ['', ['Trees', 'Two-tower'], null, null],
    ['', ['Trees', 'Two-tower'], 'Two-tower', null],
  ])
})

describe('the rating', () => {
  const all = ['scoping', 'framing', 'data', 'modelling', 'evaluation', 'operations', 'communication']
  const suggestion = (scores: Record<string, number>) =>
    debrief(finishedRun(...all.map((id) => rate(id, scores[id] ?? 4, 'Seen.')))).suggestion

  it('lists all dimensions, with the last score and evidence of each', () => {
    const { ratings } = debrief(finishedRun(rate('data', 2, 'Random.'), rate('data', 3, ' By time. ')))
    expect(ratings.map(({ dimension }) => dimension.id)).toEqual(all)
    expect(ratings[2]).toMatchObject({ score: 3, evidence: 'By time.' })
    expect(ratings[0]).toMatchObject({ score: null, evidence: '' })
  })

  it('comes to a suggestion by weight, only when all is rated, and not above lean no with a 1 in framing or data', () => {
    expect(debrief(finishedRun(rate('data', 4))).suggestion).toBeNull()
    expect(suggestion({})).toBe('hire')
    expect(suggestion({ communication: 1 })).toBe('hire')
    expect(suggestion({ framing: 1 })).toBe('lean no')
    expect(suggestion({ data: 1 })).toBe('lean no')
    expect(suggestion(Object.fromEntries(all.map((id) => [id, 3])))).toBe('lean hire')
    expect(suggestion(Object.fromEntries(all.map((id) => [id, 1])))).toBe('no hire')
  })
})

it('knows times, hints and ratings of a framework that this version has not got', () => {
  const found = debrief(finishedRun(...STARVED), { framework: null })
  expect(part(found, 6)).toMatchObject({ name: 'Monitor', spentMs: ms('1:25'), prompts: [], artefacts: [] })
  expect(found).toMatchObject({
    framework: 'seven-steps',
    headline: { fact: 'Monitor got 1:25 of its 4 minutes.' },
  })
})
