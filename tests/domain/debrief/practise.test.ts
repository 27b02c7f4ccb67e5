import { describe, expect, it } from 'vitest'
import type { Design } from '../../../src/domain/design.ts'
import { sketch } from '../../../src/domain/sketch.ts'
import { findDrill } from '../../../templates/drills/index.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { AS_PLANNED, at, debrief, EMPTY, finishedRun, rate, STARVED, to } from './finishedRun.ts'

/** A board with every artefact on it. */
const whole: Design = {
  ...sketch({
    nodes: sevenSteps.steps.flatMap(({ artefacts }) =>
      artefacts.flatMap(({ anyOf }, n) => anyOf.map((kind) => ({ id: `${kind}-${n}`, kind, label: kind }))),
    ),
  }),
}
const rules = (events: readonly ReturnType<typeof at>[], design = whole) =>
  debrief(finishedRun(...events), { design }).practise.map(({ rule }) => rule)

describe('what to practise next', () => {
  it.each([
    ['goes on where nothing is amiss', AS_PLANNED, whole, ['go-on']],
    ['asks for the whole slot', [...AS_PLANNED.slice(0, 2), at('10:00', 'finish')], whole, ['ends-early']],
    ['keeps minutes for a starved step', STARVED, whole, ['starved-step', 'long-over']],
    [
      'takes the lowest rating, of the greatest weight',
      [...AS_PLANNED, rate('scoping', 2), rate('framing', 1), rate('data', 1)],
      whole,
      ['low-rating'],
    ],
    ['asks for a picture', AS_PLANNED, EMPTY, ['no-picture', 'missing-artefact']],
    ['has two at most', [...STARVED, rate('data', 1)], EMPTY, ['starved-step', 'low-rating']],
    [
      'asks for a choice with its reason',
      AS_PLANNED,
      {
        ...whole,
        cards: [{ id: 'o', type: 'options', step: 4, fields: { options: [{ name: 'A' }], chosen: 'A' } }],
      },
      ['open-choice'],
    ],
    [
      'asks to use numbers',
      AS_PLANNED,
      { ...whole, cards: [{ id: 'r', type: 'requirement', step: 1, fields: { sla: 200 } }] },
      ['unused-numbers'],
    ],
  ] as const)('%s', (_, events, design, expected) => {
    expect(rules(events, design)).toEqual(expected)
  })

  it('says at which minute to go on', () => {
    expect(debrief(finishedRun(...STARVED), { design: whole }).practise[0]).toEqual({
      rule: 'starved-step',
      seen: 'Monitoring got 1:25 of its 4 minutes.',
      instead: 'At 35:00 go on to Monitoring, whatever is still open.',
      drill: null,
    })
  })

  it('says of a funnel that is there and as it came that nothing is written in it', () => {
    const design = sketch({ nodes: [], composites: [{ id: 'f', type: 'funnel', step: 2, props: {} }] })
    const [empty] = debrief(finishedRun(...AS_PLANNED), { design, untouched: new Set(['f']) }).practise
    expect([empty?.rule, empty?.seen]).toEqual([
      'no-picture',
      'What is drawn of the stages is as it was laid out: nothing is written in it.',
    ])
    const [none] = debrief(finishedRun(...AS_PLANNED)).practise
    expect(none?.seen).toBe('No funnel and no block diagram is on the board.')
  })

  it('counts options as people do', () => {
    const seen = (...names: readonly string[]) => {
      const fields = { options: names.map((name) => ({ name })) }
      const cards = [{ id: 'o', type: 'options', step: 4, fields }]
      return debrief(finishedRun(...AS_PLANNED), { design: { ...whole, cards } }).practise[0]?.seen
    }
    expect(seen('Trees')).toBe('1 option is compared, and none is chosen.')
    expect(seen('Trees', 'Nets')).toBe('2 options are compared, and none is chosen.')
  })

  it('names what the next level looks like', () => {
    const [advice] = debrief(finishedRun(...AS_PLANNED, rate('data', 2)), { design: whole }).practise
    expect(advice?.instead).toBe(
      'Aim at the next level: “Sources, labels, split, and what is there at serving time.”',
    )
  })

  it('names drills that there are', () => {
    const advised = [
      debrief(finishedRun(...AS_PLANNED)),
      ...['framing', 'communication'].map((id) =>
        debrief(finishedRun(...AS_PLANNED, rate(id, 1)), { design: whole }),
      ),
    ].flatMap(({ practise }) => practise.flatMap(({ drill }) => drill ?? []))
    expect(advised.map((id) => findDrill(id)?.id)).toEqual(advised)
    expect(new Set(advised)).toEqual(new Set(['draw-the-funnel', 'shape-flash-cards']))
  })

  it('does not ask for minutes of a step that a run which ended early never came to', () => {
    expect(rules([to('2:00', 1), at('10:00', 'finish')])).not.toContain('starved-step')
  })
})
