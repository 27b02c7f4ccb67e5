import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, gapBefore, type Span, spansOf, splitProblems } from '../../src/domain/dataSplit.ts'

const SPLIT = {
  trainFrom: '2024-01-01',
  trainTo: '2024-03-31',
  validationFrom: '2024-04-08',
  validationTo: '2024-04-21',
  testFrom: '2024-04-22',
  testTo: '2024-05-05',
}

const messages = (fields: Record<string, unknown>, horizon: number | null = 7) =>
  splitProblems(spansOf(fields), horizon).map(({ message }) => message)

describe('a split by days', () => {
  it('is right where the parts follow each other and the gap is as long as labels take', () => {
    expect(messages(SPLIT)).toEqual([])
    expect(gapBefore('validation', spansOf(SPLIT))).toBe(7)
    expect(gapBefore('test', spansOf(SPLIT))).toBe(0)
  })

  it.each([
    [{ validationFrom: '2024-03-30' }, 7, ['Train and validation share 2 days.']],
    [{ testFrom: '2024-04-21' }, 7, ['Validation and test share 1 day.']],
    [
      { testFrom: '2023-12-01', testTo: '2023-12-07' },
      7,
      [
        'Test lies before train: it would be judged on its past.',
        'Test lies before validation: it would be judged on its past.',
      ],
    ],
    [{ trainTo: '2023-01-01' }, 7, ['Train ends before it begins.']],
    [
      { validationFrom: '2024-04-03' },
      7,
      [
        'A gap of 2 days is shorter than the 7 days that a label takes: the last training labels come from the validation days.',
      ],
    ],
    [{ validationFrom: '2024-04-03' }, null, []],
    [{ validationFrom: 'soon' }, 7, []],
  ])('says what is wrong with %o at a horizon of %o', (change, horizon, said) => {
    expect(messages({ ...SPLIT, ...change }, horizon)).toEqual(said)
  })

  it('finds every day that two parts share, as counting them one by one does', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(10))
    fc.assert(
      fc.property(span, span, ([from, length], [otherFrom, otherLength]) => {
        const train: Span = { part: 'train', from, to: from + length }
        const test: Span = { part: 'test', from: otherFrom, to: otherFrom + otherLength }
        const days = Array.from({ length: 50 }, (_, day) => day)
        const shared = days.filter(
          (day) => day >= train.from && day <= train.to && day >= test.from && day <= test.to,
        )
        const [problem] = splitProblems([train, test], null)
        if (shared.length > 0) expect(problem?.days).toEqual([shared[0], shared.at(-1)])
        else expect(problem === undefined).toBe(test.from > train.to)
      }),
    )
  })

  it('knows days only as they are written', () => {
    expect(dayOf('1970-01-11')).toBe(10)
    for (const none of ['2024-02-30', '2024-2-3', '', 'x', 3, null]) expect(dayOf(none)).toBeNull()
  })
})
