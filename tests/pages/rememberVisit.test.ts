import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberVisit } from '../../src/pages/board/rememberVisit.ts'
import type { Role } from '../../src/rooms/api.ts'
import { forgetBoard, visitedBoard } from '../../src/rooms/visited.ts'
import type { Connection } from '../../src/sync/connection.ts'
import type { Room } from '../../src/sync/openRoom.ts'
import { boardEditor } from '../sync/boardEditor.ts'

const ROOM = 'abc'
const CONNECTING: Connection = { kind: 'connecting' }
const ONLINE: Connection = { kind: 'online' }
const REFUSED: Connection = { kind: 'refused', code: 4401, reason: '' }

let editor: Editor

beforeEach(() => {
  vi.useFakeTimers()
  editor = boardEditor()
})

afterEach(() => {
  editor.dispose()
  forgetBoard(ROOM)
  vi.useRealTimers()
})

/** A visit with this link, from opening the board on this device to what the server says of the link. */
function visit(token: string, role: Role, answer: Connection) {
  const connection = atom('connection', CONNECTING)
  const save = atom('save', { server: { is: true } })
  const here = { save, connection } as unknown as Room
  const stop = rememberVisit(editor, here, () => ({ room: ROOM, token, role }))
  connection.set(answer)
  vi.advanceTimersByTime(2_000)
  stop()
}

const link = () => visitedBoard(ROOM)?.token

test('a link of a lesser role does not take the place of the owner’s', () => {
  visit('owners', 'owner', ONLINE)
  visit('observers', 'observer', ONLINE)
  expect(link()).toBe('owners')
})

test('a new owner’s link takes the place of the one that it replaces, once the server has opened the board', () => {
  visit('old', 'owner', ONLINE)
  visit('new', 'owner', ONLINE)
  expect(link()).toBe('new')
})

test('an owner’s link that the server refuses does not', () => {
  visit('good', 'owner', ONLINE)
  visit('replaced', 'owner', REFUSED)
  expect(link()).toBe('good')
})
