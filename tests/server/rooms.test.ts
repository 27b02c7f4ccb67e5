import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Storage } from '../../server/log/log.ts'
import { memoryStorage } from '../../server/log/memory.ts'
import { readFrame } from '../../server/protocol.ts'
import type { Peer, Room } from '../../server/room.ts'
import { createRooms } from '../../server/rooms.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { noEvents } from '../helpers/noEvents.ts'
import { until } from '../helpers/syncClient.ts'

const NAME = 'a/board'
const LIMITS = { maxRoomBytes: 1e6, maxAwarenessBytes: 1e4, roomIdleMs: 0, snapshotEveryRows: 3 }

/** Rooms over a log that waits, or fails, where a test says so. */
function setUp({ loadsAfter = Promise.resolve() as Promise<unknown>, limits = {} } = {}) {
  const storage = memoryStorage()
  let loads = 0
  let gate: () => Promise<unknown> = () => Promise.resolve()
  const reported: unknown[] = []
  const log: Storage['log'] = {
    ...storage.log,
    async load(name) {
      loads += 1
      await loadsAfter
      return storage.log.load(name)
    },
    async append(name, entries) {
      await gate()
      return storage.log.append(name, entries)
    },
  }
  const report = (error: unknown) => reported.push(error)
  const rooms = createRooms({
    ...LIMITS,
    ...limits,
    storage: { ...storage, log },
    schema: boardSchema,
    events: noEvents,
    report,
  })
  return {
    rooms,
    log: storage.log,
    reported,
    loads: () => loads,
    holdCommits(until: Promise<unknown>) {
      gate = () => until
    },
    slowCommits(ms: number) {
      gate = () => new Promise((resolve) => setTimeout(resolve, ms))
    },
  }
}

function later() {
  let open = () => {}
  let fail = (_: Error) => {}
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  promise.catch(() => {})
  return { promise, open, fail }
}

function peer(connection: string) {
  const doc = new Y.Doc()
  const closed: number[] = []
  let answers = 0
  let acks = 0
  const self: Peer = {
    author: { role: 'editor', connection, person: '' },
    grant: { room: 'a', role: 'editor', gen: 1 },
    schema: null,
    mayWrite: true,
    wantsAcks: true,
    isOpen: () => closed.length === 0,
    send(message) {
      if (message[0] === 100) acks = message[1] ?? 0
      if (message[0] !== 0) return
      const frame = readFrame(message)
      if (frame.type === 'update') Y.applyUpdate(doc, frame.update)
      if (message[1] === 1) answers += 1
    },
    close: (code) => closed.push(code),
  }
  const write = (room: Room, key: string) => {
    const before = Y.encodeStateVector(doc)
    doc.getMap('x').set(key, 1)
    room.receive(self, { type: 'update', update: Y.encodeStateAsUpdate(doc, before) })
  }
  const ask = (room: Room) =>
    room.receive(self, { type: 'state-vector', stateVector: Y.encodeStateVector(doc) })
  const keys = () => [...doc.getMap('x').keys()].sort()
  return { self, closed, write, ask, keys, answers: () => answers, acks: () => acks }
}

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 20))

it('loads a document once for all who open it at the same time, and gives nobody a room before', async () => {
  const loaded = later()
  const { rooms, loads } = setUp({ loadsAfter: loaded.promise })
  const opened = [rooms.open(NAME), rooms.open(NAME)]
  let isOpen = false
  opened[0]?.then(() => {
    isOpen = true
  })
  await aWhile()
  expect(isOpen).toBe(false)
  loaded.open()
  const [a, b] = await Promise.all(opened)
  expect(a?.room).toBe(b?.room)
  expect(loads()).toBe(1)
})

it('shows a newcomer and the others nothing, and acknowledges nothing, before it is in the log', async () => {
  const { rooms, holdCommits } = setUp()
  const { room } = await rooms.open(NAME)
  const [writer, other, newcomer] = [peer('w'), peer('o'), peer('n')]
  room.join(writer.self)
  room.join(other.self)
  await room.idle()
  const commit = later()
  holdCommits(commit.promise)
  writer.write(room, 'a')
  await aWhile()
  room.join(newcomer.self)
  newcomer.ask(room)
  await aWhile()
  expect([other.keys(), newcomer.keys(), newcomer.answers(), writer.acks()]).toEqual([[], [], 0, 0])
  commit.open()
  await room.idle()
  expect([other.keys(), newcomer.keys(), newcomer.answers(), writer.acks()]).toEqual([['a'], ['a'], 1, 1])
})

it('commits what arrives while a commit runs as one', async () => {
  const { rooms, log, holdCommits } = setUp()
  const { room } = await rooms.open(NAME)
  const batches: number[] = []
  log.subscribe(NAME, 0, (entries) => batches.push(entries.length))
  const writer = peer('w')
  room.join(writer.self)
  const commit = later()
  holdCommits(commit.promise)
  writer.write(room, 'a')
  await aWhile()
  for (const key of ['b', 'c', 'd']) writer.write(room, key)
  await aWhile()
  commit.open()
  await room.idle()
  expect(batches).toEqual([1, 3])
})

it('spends no commit on what the room already has', async () => {
  const { rooms, log } = setUp()
  const { room } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  writer.write(room, 'a')
  await room.idle()
  const [entry] = (await log.load(NAME)).entries
  room.receive(writer.self, { type: 'update', update: entry?.update ?? new Uint8Array() })
  await room.idle()
  expect(writer.acks()).toBe(2)
  expect((await log.load(NAME)).entries).toHaveLength(1)
})

it('drops a room whose commit failed, closes everybody with 4500, and loads it anew without the edit', async () => {
  const { rooms, holdCommits, reported, loads } = setUp()
  const { room } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  writer.write(room, 'kept')
  await room.idle()
  const commit = later()
  holdCommits(commit.promise)
  writer.write(room, 'lost')
  const event = room.write((doc) => doc.getMap('x').set('event', 1))
  commit.fail(new Error('disk full'))
  await expect(event).rejects.toThrow('disk full')
  await until(() => writer.closed.length > 0)
  expect([writer.closed, writer.acks(), reported.length]).toEqual([[4500], 1, 1])

  holdCommits(Promise.resolve())
  const { room: again } = await rooms.open(NAME)
  expect(again).not.toBe(room)
  expect(loads()).toBe(2)
  expect(await again.read((doc) => [...doc.getMap('x').keys()])).toEqual(['kept'])
})

it('tries again to load what could not be loaded', async () => {
  const loaded = later()
  const { rooms, loads } = setUp({ loadsAfter: loaded.promise })
  loaded.fail(new Error('busy'))
  await expect(rooms.open(NAME)).rejects.toThrow('busy')
  await expect(rooms.open(NAME)).rejects.toThrow('busy')
  expect(loads()).toBe(2)
})

it('forgets a room that everybody left only after its last commit; who comes meanwhile gets the same', async () => {
  const { rooms, holdCommits, loads } = setUp()
  const first = await rooms.open(NAME)
  const writer = peer('w')
  first.room.join(writer.self)
  const commit = later()
  holdCommits(commit.promise)
  writer.write(first.room, 'a')
  first.room.leave(writer.self)
  first.release()
  await aWhile()
  const second = await rooms.open(NAME)
  expect(second.room).toBe(first.room)
  commit.open()
  await aWhile()
  expect((await rooms.open(NAME)).room).toBe(first.room)
  expect(loads()).toBe(1)
})

it('leaves a snapshot when it forgets a room that has grown, and loads the same from it', async () => {
  const { rooms, log, loads } = setUp()
  const { room, release } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  for (const key of ['a', 'b', 'c', 'd']) writer.write(room, key)
  await room.idle()
  release()
  await aWhile()
  const { snapshot, upTo, entries } = await log.load(NAME)
  expect([snapshot !== null, upTo, entries.length]).toEqual([true, 4, 0])
  const again = await rooms.open(NAME)
  expect(loads()).toBe(2)
  expect(await again.room.read((doc) => doc.getMap('x').size)).toBe(4)
})

it('commits what has arrived before it closes everybody', async () => {
  const { rooms, log } = setUp()
  const { room } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  writer.write(room, 'a')
  await rooms.close()
  expect([writer.acks(), writer.closed]).toEqual([1, [1012]])
  expect((await log.load(NAME)).entries).toHaveLength(1)
  await expect(rooms.open(NAME)).rejects.toThrow('stopping')
})

it('keeps what had arrived from somebody who left before its turn, but nothing after a refusal', async () => {
  const { rooms, log } = setUp()
  const { room } = await rooms.open(NAME)
  const [hasty, refused] = [peer('h'), peer('r')]
  for (const { self } of [hasty, refused]) room.join(self)
  hasty.write(room, 'last stroke')
  hasty.closed.push(1000)
  room.leave(hasty.self)
  room.receive(refused.self, { type: 'update', update: Uint8Array.of(9, 9) })
  refused.write(room, 'too late')
  await room.idle()
  expect([refused.closed, refused.acks(), hasty.acks()]).toEqual([[4400], 0, 0])
  expect((await log.load(NAME)).entries).toHaveLength(1)
  expect(await room.read((doc) => [...doc.getMap('x').keys()])).toEqual(['last stroke'])
})

it('counts what the server itself writes against the limit of a document', async () => {
  const { rooms } = setUp()
  const { room } = await rooms.open(NAME)
  const write = () => room.write((doc) => doc.getArray('events').push(['x'.repeat(200_000)]))
  for (let i = 0; i < 5; i++) await write()
  await expect(write()).rejects.toThrow('full')
})

it('takes deletions, and the note beside them, from a full board, which make room again', async () => {
  const fullest = new Y.Doc()
  const emptyBytes = Y.encodeStateAsUpdate(fullest).length
  fullest.getMap('x').set('large', 'x'.repeat(1_000))
  fullest.getMap('x').set('larger', 'x'.repeat(1_000))
  const update = Y.encodeStateAsUpdate(fullest)
  const { rooms } = setUp({ limits: { maxRoomBytes: update.length + emptyBytes } })
  const { room } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  room.receive(writer.self, { type: 'update', update })
  await room.idle()
  const before = Y.encodeStateVector(fullest)
  fullest.transact(() => {
    fullest.getMap('x').delete('large')
    fullest.getMap('x').delete('larger')
    fullest.getMap('meta').set('deletions', 1)
  })
  room.receive(writer.self, { type: 'update', update: Y.encodeStateAsUpdate(fullest, before) })
  writer.write(room, 'small')
  await room.idle()
  expect([writer.closed, writer.acks()]).toEqual([[], 3])
})

it('stops although people go on drawing faster than it commits', async () => {
  const { rooms, log, slowCommits, reported } = setUp({ limits: { snapshotEveryRows: 1 } })
  const { room } = await rooms.open(NAME)
  const writer = peer('w')
  room.join(writer.self)
  slowCommits(20)
  let written = 0
  const timer = setInterval(() => writer.closed.length === 0 && writer.write(room, `k${written++}`), 2)
  await until(() => writer.acks() > 5)
  await Promise.race([rooms.close(), until(() => false, 2_000)])
  clearInterval(timer)
  const { snapshot, upTo, entries } = await log.load(NAME)
  const whole = new Y.Doc()
  if (snapshot) Y.applyUpdateV2(whole, snapshot)
  expect(whole.getMap('x').size).toBe(upTo)
  expect([writer.closed, upTo + entries.length, reported]).toEqual([[1012], written, []])
})

it('opens an older board to nobody whose migration cannot be kept, and migrates it for the next who comes', async () => {
  const { rooms, log, reported, holdCommits } = setUp()
  const older = new Y.Doc()
  const sequences = { ...boardSchema.serialize().sequences, 'com.tldraw.shape.text': 2 }
  older.getMap('meta').set('schema', { schemaVersion: 2, sequences })
  const author = { role: 'server', connection: 'server', person: '' } as const
  await log.append(NAME, [{ at: 1, author, update: Y.encodeStateAsUpdate(older) }])
  const commit = later()
  holdCommits(commit.promise)
  commit.fail(new Error('disk full'))
  await expect(rooms.open(NAME)).rejects.toThrow('disk full')
  expect((await log.load(NAME)).entries).toHaveLength(1)
  holdCommits(Promise.resolve())
  const { room } = await rooms.open(NAME)
  expect(room.schema()).toEqual(boardSchema.serialize())
  expect((await log.load(NAME)).entries).toHaveLength(2)
  expect(reported).toHaveLength(1)
})
