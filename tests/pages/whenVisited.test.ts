import { expect, test } from 'vitest'
import { whenVisited } from '../../src/pages/start/whenVisited.ts'

const now = new Date(2026, 10, 22, 14, 30).getTime()
const at = (...parts: [number, number, number, number, number]) =>
  whenVisited(new Date(...parts).getTime(), now)

test.each([
  [at(2026, 10, 22, 9, 5), 'today, 09:05'],
  [at(2026, 10, 22, 0, 0), 'today, 00:00'],
  [at(2026, 10, 21, 23, 59), 'yesterday'],
  [at(2026, 10, 21, 0, 0), 'yesterday'],
  [at(2026, 10, 20, 23, 59), '20 Nov'],
  [at(2025, 11, 31, 12, 0), '31 Dec 2025'],
])('says %s', (said, expected) => {
  expect(said).toBe(expected)
})
