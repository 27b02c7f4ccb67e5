import { afterEach, expect, test } from 'vitest'
import {
  forgetBoard,
  rememberBoard,
  updateBoard,
  type VisitedBoard,
  visitedBoard,
  visitedBoards,
} from '../../src/rooms/visited.ts'

const board: VisitedBoard = {
  room: 'r1',
  token: 't1',
  role: 'owner',
  title: 'Song recommendation',
  visitedAt: 1_000,
  thumbnail: {
    scale: 0.2,
    boxes: [{ x: 1, y: 2, w: 30, h: 12, group: 'a', outline: 'process' }],
    lines: [[1, 2, 3, 4]],
  },
}

afterEach(() => {
  for (const { room } of visitedBoards.get()) forgetBoard(room)
  localStorage.clear()
})

test('boards come back as they were remembered, last visit first', () => {
  rememberBoard(board)
  rememberBoard({ ...board, room: 'r2', visitedAt: 3_000 })
  rememberBoard({ ...board, room: 'r3', visitedAt: 2_000 })
  expect(visitedBoards.get().map(({ room }) => room)).toEqual(['r2', 'r3', 'r1'])
  expect(visitedBoard('r1')).toEqual(board)
})

test('a change is kept and leaves the rest alone', () => {
  rememberBoard(board)
  updateBoard('r1', { title: 'Renamed' })
  expect(visitedBoard('r1')).toEqual({ ...board, title: 'Renamed' })
})

test('a board that is not known is not made by a change', () => {
  updateBoard('r9', { title: 'Renamed' })
  expect(visitedBoard('r9')).toBeNull()
})

test('a forgotten board is gone from the list, and comes back when remembered again', () => {
  rememberBoard(board)
  forgetBoard('r1')
  expect(visitedBoards.get()).toEqual([])
  rememberBoard(board)
  expect(visitedBoards.get()).toEqual([board])
})

test.each(['', '{', '[]', '7', '{"room":"r1"}'])('what is no board, %j, is passed over', (stored) => {
  localStorage.setItem('drillboard.board.r1', stored)
  rememberBoard({ ...board, room: 'r2' })
  expect(visitedBoards.get().map(({ room }) => room)).toEqual(['r2'])
})

test('a damaged thumbnail costs the thumbnail, not the board', () => {
  const damaged = { ...board, thumbnail: { scale: 1, boxes: [{ x: 'left' }], lines: [] } }
  localStorage.setItem('drillboard.board.r1', JSON.stringify(damaged))
  expect(visitedBoard('r1')).toEqual({ ...board, thumbnail: null })
})
