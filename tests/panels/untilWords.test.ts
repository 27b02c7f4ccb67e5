import { expect, it } from 'vitest'
import { noLinkWords, untilWords } from '../../src/panels/share/untilWords.ts'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const now = at(2026, 10, 25, 9, 0)

it('says until when a link opens, with the year where it is another', () => {
  expect(untilWords(at(2026, 11, 2, 14, 5), now)).toBe('Wed 2 Dec, 14:05')
  expect(untilWords(at(2027, 0, 4, 14, 5), now)).toBe('Mon 4 Jan 2027, 14:05')
})

it('tells a link that was taken back from one that has expired', () => {
  expect(noLinkWords(0, now)).toContain('taken back')
  expect(noLinkWords(at(2026, 10, 24, 8, 30), now)).toContain('expired on Tue 24 Nov, 08:30')
})
