import { expect, it } from 'vitest'
import { forOthers } from '../../src/panels/share/forOthers.ts'

const reach = { localOnly: false, addresses: ['http://192.0.2.7:3000', 'http://10.0.0.7:3000'] }

it.each([
  ['http://localhost:3000/board/a#t', 'http://192.0.2.7:3000/board/a#t'],
  ['http://127.0.0.1:3000/board/a#t', 'http://192.0.2.7:3000/board/a#t'],
  ['http://[::1]:3000/board/a#t', 'http://192.0.2.7:3000/board/a#t'],
  ['https://boards.example/board/a#t', 'https://boards.example/board/a#t'],
  ['http://10.0.0.7:3000/board/a#t', 'http://10.0.0.7:3000/board/a#t'],
])('%s is for others %s', (link, expected) => expect(forOthers(link, reach)).toBe(expected))

it('stays as it is where the server listens to its own machine alone', () => {
  const link = 'http://localhost:3000/board/a#t'
  expect(forOthers(link, { ...reach, localOnly: true })).toBe(link)
  expect(forOthers(link, { localOnly: false, addresses: [] })).toBe(link)
})
