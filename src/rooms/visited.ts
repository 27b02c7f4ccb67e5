import { atom } from '@tldraw/state'
import { deviceStorage } from '../device/deviceStorage.ts'
import type { Role, RoomKey } from './api.ts'

/** The size of the picture that a thumbnail is drawn on. */
export const STAMP = { w: 200, h: 100 } as const

/** A board as small as a stamp: enough to tell boards apart on the start page. */
export interface Thumbnail {
  /** Lengths here per length on the board. */
  readonly scale: number
  readonly boxes: readonly ThumbnailBox[]
  readonly lines: readonly ThumbnailLine[]
}

export interface ThumbnailBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** a to j: the group's colour; '': ink. */
  readonly group: string
  /** The family of its outline; absent: a plain box. */
  readonly outline?: string
  readonly isFrame?: boolean
}

/** x and y of the start, x and y of the end. */
export type ThumbnailLine = readonly [number, number, number, number]

/** A board this browser has opened. */
export interface VisitedBoard extends RoomKey {
  readonly role: Role
  readonly title: string
  /** ms since 1970 */
  readonly visitedAt: number
  readonly thumbnail: Thumbnail | null
  /** Edits made here had not reached the server when the board was left. */
  readonly hasEditsWaiting?: boolean
}

// One entry a board, so that two tabs with two boards never overwrite each other's.
const PREFIX = 'drillboard.board.'

function isVisitedBoard(value: unknown): value is VisitedBoard {
  if (typeof value !== 'object' || value === null) return false
  const { room, token, role, title, visitedAt } = value as Record<string, unknown>
  const texts = [room, token, role, title]
  return texts.every((text) => typeof text === 'string') && typeof visitedAt === 'number'
}

function isThumbnail(value: unknown): value is Thumbnail {
  if (typeof value !== 'object' || value === null) return false
  const { scale, boxes, lines } = value as Record<string, unknown>
  const isNumber = (part: unknown) => typeof part === 'number' && Number.isFinite(part)
  const isBox = (box: Record<string, unknown> | null) => box && [box.x, box.y, box.w, box.h].every(isNumber)
  return (
    isNumber(scale) &&
    Array.isArray(boxes) &&
    boxes.every(isBox) &&
    Array.isArray(lines) &&
    lines.every((line) => Array.isArray(line) && line.every(isNumber))
  )
}

function parse(stored: string | null): VisitedBoard | null {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    if (!isVisitedBoard(value)) return null
    return isThumbnail(value.thumbnail) ? value : { ...value, thumbnail: null }
  } catch {
    return null
  }
}

function readAll(): readonly VisitedBoard[] {
  return deviceStorage
    .keys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => parse(deviceStorage.read(key)))
    .filter((board) => board !== null)
    .sort((a, b) => b.visitedAt - a.visitedAt)
}

/** The boards this browser has opened, last visit first. */
export const visitedBoards = atom<readonly VisitedBoard[]>('visited boards', readAll())

window.addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(PREFIX)) visitedBoards.set(readAll())
})

export function visitedBoard(room: string): VisitedBoard | null {
  return parse(deviceStorage.read(PREFIX + room))
}

/** Remembers a visit, or what changed on the board since. A full storage loses the stamp before the board. */
export function rememberBoard(board: VisitedBoard) {
  const key = PREFIX + board.room
  const isKept = deviceStorage.keep(key, JSON.stringify(board))
  if (!isKept) deviceStorage.keep(key, JSON.stringify({ ...board, thumbnail: null }))
  visitedBoards.set(readAll())
}

/** Changes what is remembered of a board, if it is. */
export function updateBoard(room: string, change: Partial<VisitedBoard>) {
  const board = visitedBoard(room)
  if (board) rememberBoard({ ...board, ...change })
}

/** Takes a board off the list; the board itself stays on the server. */
export function forgetBoard(room: string) {
  deviceStorage.forget(PREFIX + room)
  visitedBoards.set(readAll())
}
