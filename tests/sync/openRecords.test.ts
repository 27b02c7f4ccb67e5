import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import * as Y from 'yjs'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema, CONTAINER_TYPES } from '../../shapes/schemas.ts'
import { RECORDS } from '../../src/document/names.ts'
import { type OpenRecords, openRecords } from '../../src/sync/openRecords.ts'
import { findTemplate } from '../../templates/index.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, type NewRoom } from '../helpers/syncClient.ts'
import { poll } from './guests.ts'

let server: TestServer
let made: NewRoom
let open: OpenRecords[] = []

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  made = await createRoom(server.url, { template: 'song-recommendation' })
})
afterEach(() => {
  for (const board of open) board.close()
  open = []
})

function follow(token = made.tokens.observer ?? ''): OpenRecords {
  const board = openRecords({
    syncUrl: `${server.wsUrl}/sync`,
    room: made.room,
    token,
    schema: boardSchema,
    containerTypes: CONTAINER_TYPES,
    browser: { WebSocket: NodeSocket as unknown as typeof WebSocket },
  })
  open.push(board)
  return board
}

const design = ({ records }: OpenRecords) => readDesign(records.get() ?? [])

describe('the records of a board that is not shown', () => {
  it('mean what the board means, and follow it', async () => {
    const board = follow()
    expect(board.records.get()).toBeNull()
    await poll(() => board.records.get()).not.toBeNull()
    expect(design(board)).toEqual(readDesign(findTemplate('song-recommendation')?.records() ?? []))
    const [first] = design(board).nodes
    const editor = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.owner ?? '')
    await editor.synced
    const records = editor.doc.getMap<Y.Map<unknown>>(RECORDS)
    records.get(first?.id ?? '')?.set('props.label', 'Renamed')
    await poll(() => design(board).nodes[0]?.label).toBe('Renamed')
    expect(editor.provider.awareness.getStates().size).toBe(1)
    editor.leave()
  })

  it('are those that are sound: what is none is left out', async () => {
    const editor = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.owner ?? '')
    await editor.synced
    const broken = new Y.Map<unknown>([
      ['typeName', 'shape'],
      ['type', 'component'],
      ['x', 'left'],
    ])
    editor.doc.getMap(RECORDS).set('shape:broken', broken)
    const board = follow()
    await poll(() => board.records.get()?.length ?? 0).toBeGreaterThan(10)
    expect(board.records.get()?.map(({ id }) => String(id))).not.toContain('shape:broken')
    editor.leave()
  })

  it('stay closed to who has no link', async () => {
    const board = follow('forged')
    await poll(() => board.connection.get()).toMatchObject({ kind: 'refused', code: 4401 })
    expect(board.records.get()).toBeNull()
  })
})
