import { expect, test } from 'vitest'
import { address, boardPath, debriefPath, goTo, problemPath, readAddress } from '../../src/rooms/address.ts'

const at = (url: string) => readAddress(new URL(url, 'http://host'))

test('the start page is at /', () => {
  expect(at('/')).toEqual({ page: 'start' })
})

test('all shapes are at /shapes, one of them named in the fragment', () => {
  expect(at('/shapes')).toEqual({ page: 'shapes', shape: '' })
  expect(at('/shapes/#ann-index')).toEqual({ page: 'shapes', shape: 'ann-index' })
})

test('a board has its room in the path and its token in the fragment', () => {
  expect(at('/board/abc-12#t0.k_e-n')).toEqual({ page: 'board', room: 'abc-12', token: 't0.k_e-n' })
  expect(at(boardPath('abc-12', 'x.y'))).toEqual({ page: 'board', room: 'abc-12', token: 'x.y' })
})

test('the debrief of a board’s run is at the same room and token', () => {
  expect(at(debriefPath('abc-12', 'x.y'))).toEqual({ page: 'debrief', room: 'abc-12', token: 'x.y' })
  expect(at('/debrief/abc')).toEqual({ page: 'debrief', room: 'abc', token: '' })
  expect(at('/debrief/ABC')).toEqual({ page: 'none' })
})

test('a board without a token is still a board: this browser may know the token', () => {
  expect(at('/board/abc')).toEqual({ page: 'board', room: 'abc', token: '' })
})

test('drills are at /drill, one at its id, with the set of cards in the fragment', () => {
  expect(at('/drill')).toEqual({ page: 'drills' })
  expect(at('/drill/shape-flash-cards#7')).toEqual({ page: 'drill', id: 'shape-flash-cards', set: '7' })
  expect(at('/drill/A')).toEqual({ page: 'none' })
})

test('problems are at /problems, one of them open by the fragment', () => {
  expect(at('/problems')).toEqual({ page: 'problems', problem: '' })
  expect(at(problemPath('visual-search'))).toEqual({ page: 'problems', problem: 'visual-search' })
  expect(problemPath('')).toBe('/problems')
})

test.each([
  '/board/',
  '/board/ABC',
  '/board/-a',
  '/board/a/b',
  `/board/${'a'.repeat(65)}`,
  '/nothing',
  '/shapes/ann-index',
  '/problems/visual-search',
  '/api/rooms',
])('no board is at %s', (path) => {
  expect(at(path)).toEqual({ page: 'none' })
})

test('going somewhere changes the URL and what is shown', () => {
  goTo('/board/abc#t')
  expect(window.location.pathname + window.location.hash).toBe('/board/abc#t')
  expect(address.get()).toEqual({ page: 'board', room: 'abc', token: 't' })
})
