import { expect, it } from 'vitest'
import { memoryStorage } from '../../server/log/memory.ts'
import { forgetOld } from '../../server/retention.ts'

const DAY = 86_400_000
const NOW = 1_000 * DAY
const author = { role: 'editor', connection: 'c', person: '' } as const

async function kept() {
  const storage = memoryStorage()
  for (const [room, lastUsed] of [
    ['old', 900],
    ['open', 900],
    ['new', 999],
  ] as const) {
    await storage.index.add({
      room,
      mode: 'free',
      template: 'blank',
      problem: null,
      framework: null,
      slot: null,
      generations: {},
      createdAt: lastUsed * DAY,
    })
    for (const day of [lastUsed - 1, lastUsed]) {
      const update = Uint8Array.of(day % 256)
      await storage.log.append(`${room}/board`, [{ at: day * DAY, author, update }])
    }
  }
  return storage
}

const rooms = { inUse: () => new Set(['open']) }
const names = async ({ index }: Awaited<ReturnType<typeof kept>>) =>
  (await Promise.all(['old', 'open', 'new'].map((room) => index.find(room)))).flatMap(
    (facts) => facts?.room ?? [],
  )

it('keeps everything for ever unless told otherwise', async () => {
  const storage = await kept()
  await forgetOld({ storage, rooms, historyDays: 0, idleRoomDays: 0 }, NOW)
  expect(await names(storage)).toEqual(['old', 'open', 'new'])
  expect((await storage.log.load('old/board')).entries).toHaveLength(2)
})

it('removes rooms that nobody has opened for so long, but none in which somebody is', async () => {
  const storage = await kept()
  const forgotten = await forgetOld({ storage, rooms, historyDays: 0, idleRoomDays: 30 }, NOW)
  expect(forgotten).toEqual({ rooms: 1, entries: 0 })
  expect(await names(storage)).toEqual(['open', 'new'])
  expect((await storage.log.load('old/board')).entries).toEqual([])
})

it('forgets history of before, where a snapshot holds it, and no board', async () => {
  const storage = await kept()
  const { entries } = await storage.log.load('old/board')
  await storage.log.compact('old/board', Uint8Array.of(1), entries[0]?.position ?? 0)
  const forgotten = await forgetOld({ storage, rooms, historyDays: 7, idleRoomDays: 0 }, NOW)
  expect(forgotten).toEqual({ rooms: 0, entries: 1 })
  expect(await names(storage)).toEqual(['old', 'open', 'new'])
  const after = await storage.log.load('old/board')
  expect([after.snapshot, after.entries.length]).toEqual([Uint8Array.of(1), 1])
  expect((await storage.log.load('open/board')).entries).toHaveLength(2)
})
