import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editableNumber, formatCount, formatNumber, parseNumber } from '../../src/domain/units.ts'
import type { UnitId } from '../../src/domain/unitTable.ts'

const value = (text: string, unit: UnitId) => {
  const parsed = parseNumber(text, { unit })
  return parsed.ok ? parsed.value : parsed.problem
}

it('rounds bytes before it scales them', () => {
  expect(formatNumber(999_999, 'bytes')).toBe('1 MB')
  expect(formatNumber(999.9, 'bytes')).toBe('1 kB')
  expect(formatNumber(998_900, 'bytes')).toBe('999 kB')
})

describe('parseNumber', () => {
  it.each([
    ['100M', 'count', 100_000_000],
    ['10,000', 'count', 10_000],
    ['10 000', 'count', 10_000],
    ['1.5k', 'count', 1_500],
    ['2e3', 'count', 2_000],
    ['.5', 'share', 0.5],
    ['95%', 'share', 0.95],
    ['20k/s', 'per second', 20_000],
    ['20k qps', 'per second', 20_000],
    ['200 ms', 'ms', 200],
    ['1.5 s', 'ms', 1_500],
    ['150 µs', 'ms', 0.15],
    ['2 days', 'hours', 48],
    ['7', 'days', 7],
    ['7 d', 'days', 7],
    ['36 h', 'days', 1.5],
    ['2 weeks', 'days', 14],
    ['12 months', 'days', 360],
    ['1 year', 'days', 365],
    ['30 min', 'hours', 0.5],
    ['5 min', 's', 300],
    ['51.2 GB', 'bytes', 51_200_000_000],
    ['86.4 TB/day', 'bytes per day', 86_400_000_000_000],
    ['2.5×', 'times', 2.5],
  ] as const)('reads %s (%s) as %d', (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected)
  })

  it.each([
    ['100M', 'per day', 100e6],
    ['10k', 'per second', 10e3],
    ['1.5 ms', 'µs', 1500],
    ['92 GB', 'bytes', 92e9],
    ['4 B', 'bytes', 4],
    ['3%', 'share', 0.03],
    ['1e9', 'count', 1e9],
    ['2.5B', 'count', 2.5e9],
    ['1,000', 'bytes', 1000],
    ['0.5 s', 'ms', 500],
  ] as const)('reads %s (%s) as %d, as typed in a hurry', (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected)
  })

  it.each([
    ['1.5M', 'bytes', '“1.5M” does not say how many bytes. Type 4, 20 kB or 51.2 GB.'],
    ['2B', 'bytes', '“2B” does not say how many bytes. Type 4, 20 kB or 51.2 GB.'],
    ['3 k', 'bytes', '“3 k” does not say how many bytes. Type 4, 20 kB or 51.2 GB.'],
    ['5T', 'bytes per day', '“5T” does not say how many bytes. Type 500 GB/day or 86.4 TB/day.'],
    ['1,5', 'ms', '“1,5” is no number here: a point stands before decimals. Type 200, 200 ms or 1.5 s.'],
    [
      '2,50 s',
      'ms',
      '“2,50 s” is no number here: a point stands before decimals. Type 200, 200 ms or 1.5 s.',
    ],
    ['20k', 'ms', '“20k” is no number here. Type 200, 200 ms or 1.5 s.'],
  ] as const)('asks what “%s” (%s) means', (text, unit, problem) => {
    expect(value(text, unit)).toBe(problem)
  })

  it.each([
    [
      '2B',
      'bytes',
      [
        ['2 bytes', 2],
        ['2 GB', 2e9],
      ],
    ],
    ['1.5M', 'bytes', [['1.5 MB', 1.5e6]]],
    ['3 billion', 'bytes', [['3 GB', 3e9]]],
    ['5T', 'bytes per day', [['5 TB/day', 5e12]]],
    ['1,5', 'ms', [['1.5 ms', 1.5]]],
    ['2,50 s', 'ms', [['2,500 ms', 2_500]]],
    [
      '1.000',
      'count',
      [
        ['1', 1],
        ['1,000', 1_000],
      ],
    ],
    [
      '1.250',
      'ms',
      [
        ['1.25 ms', 1.25],
        ['1,250 ms', 1_250],
      ],
    ],
    ['2.500.000', 'per second', [['2,500,000/s', 2.5e6]]],
  ] as const)('offers what “%s” (%s) may mean', (text, unit, meant) => {
    const parsed = parseNumber(text, { unit })
    expect(parsed.ok).toBe(false)
    expect(parsed).toMatchObject({ meant: meant.map(([said, number]) => ({ text: said, value: number })) })
  })

  it('asks nothing where only one meaning is allowed', () => {
    expect(parseNumber('1.000', { unit: 'share', max: 1 })).toEqual({ ok: true, value: 1 })
    expect(parseNumber('1.250', { unit: 'count', whole: true, max: 2_000 })).toMatchObject({ ok: false })
    expect(value('1.234', 'ms')).toBe(1.234)
    expect(value('0.950', 'share')).toBe(0.95)
    expect(value('1.000', 'count')).toBe('“1.000” can mean 1 or 1,000. Type the one that is meant.')
  })

  it.each(['abc', '', '12 apples', '--3', 'Infinity', '5 ms 6', 'constructor'])(
    'says what to type instead of “%s”',
    (text) => expect(value(text, 'count')).toContain('Type 20000, 20k or 1.5M.'),
  )

  it('says the range, in the unit', () => {
    expect(parseNumber('1.2', { unit: 'share', max: 1 })).toEqual({
      ok: false,
      problem: '1.2 is outside the range: from 0 to 1.',
    })
    expect(parseNumber('-3', { unit: 'ms' })).toMatchObject({
      problem: '-3 ms is outside the range: at least 0 ms.',
    })
    expect(parseNumber('2.5', { unit: 'count', whole: true })).toMatchObject({ ok: false })
  })

  const units = [
    'count',
    'per second',
    'per day',
    'µs',
    'ms',
    's',
    'hours',
    'days',
    'minutes',
    'bytes',
    'bytes per day',
    'share',
    'times',
  ] as const satisfies readonly UnitId[]

  it.each(units)('reads back what an input of %s shows, digit for digit', (unit) => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.double({ min: 1e-3, max: 1e15, noNaN: true })), (number) => {
        const exact = Number(number.toPrecision(12))
        expect(value(editableNumber(exact, unit), unit)).toBe(exact)
      }),
    )
    for (const exact of [4, 2000, 20_000, 1.5e6, 51.2e9])
      expect(value(editableNumber(exact, unit), unit)).toBe(exact)
  })

  const counted = units.filter(
    (unit) => !['µs', 'ms', 's', 'hours', 'days', 'minutes', 'share'].includes(unit),
  )
  it.each(counted)('reads what is shown of %s, within half a percent', (unit) => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), (number) => {
        const shown = value(formatNumber(number, unit), unit)
        expect(Math.abs(Number(shown) - number) / number).toBeLessThanOrEqual(0.0051)
      }),
    )
  })
})

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [0.855, '0.855'],
    [999, '999'],
    [999.9, '1k'],
    [6_944, '6.94k'],
    [10_000, '10k'],
    [999_999, '1M'],
    [100_000_000, '100M'],
    [1.2e9, '1.2B'],
  ])('writes %d as %s', (number, text) => expect(formatCount(number)).toBe(text))

  it('keeps within half a percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), (number) => {
        const shown = value(formatCount(number), 'count')
        expect(Math.abs(Number(shown) - number) / number).toBeLessThanOrEqual(0.005)
      }),
    )
  })
})

describe('formatNumber', () => {
  it.each([
    [20_000, 'per second', '20k/s'],
    [200, 'ms', '200 ms'],
    [6, 'hours', '6 h'],
    [90, 'days', '90 d'],
    [51_200_000_000, 'bytes', '51.2 GB'],
    [0.95, 'share', '0.95'],
    [0.9999, 'share', '0.9999'],
    [1, 'share', '1'],
    [86.4e12, 'bytes per day', '86.4 TB/day'],
    [10_000, 'times', '10,000×'],
  ] as const)('writes %d %s as %s', (number, unit, text) => expect(formatNumber(number, unit)).toBe(text))
})
