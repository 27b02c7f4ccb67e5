import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Entry, NewEntry, RoomFacts, Storage } from '../../server/log/log.ts'
import { memoryStorage } from '../../server/log/memory.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'drillboard-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)
const storages: [string, () => Storage][] = [
  ['memory', memoryStorage],
  ['sqlite', () => sqliteStorage(newFile())],
]
const author = { role: 'editor', connection: 'c1' } as const
const entry = (...bytes: number[]): NewEntry => ({ at: 1_000, author, update: Uint8Array.from(bytes) })
const bytesOf = (entries: readonly Entry[]) => entries.map(({ update }) => [...update])
const facts: RoomFacts = {
  room: 'a',
  mode: 'free',
  template: 'blank',
  problem: null,
  framework: null,
  slot: null,
  generations: { owner: 1 },
  createdAt: 5,
}

describe.each(storages)('the %s log', (_, open) => {
  it('is empty for a document never written to', async () => {
    expect(await open().log.load('a/board')).toEqual({ snapshot: null, upTo: 0, entries: [] })
  })

  it('gives back what was appended, in order, with who and when, by document', async () => {
    const { log } = open()
    const positions = await Promise.all([
      log.append('a/board', [entry(1), entry(2)]),
      log.append('b/board', [entry(9)]),
      log.append('a/board', [entry(3)]),
    ])
    const { entries } = await log.load('a/board')
    expect(bytesOf(entries)).toEqual([[1], [2], [3]])
    expect(entries.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(positions).toEqual([2, 1, 3])
    expect(entries[0]).toMatchObject({ at: 1_000, author })
  })

  it('tells subscribers of one document what is new, before append answers, until they stop', async () => {
    const { log } = open()
    const heard: number[][] = []
    await log.append('a/board', [entry(1)])
    const stop = log.subscribe('a/board', 2, (entries) => heard.push(...bytesOf(entries)))
    await log.append('b/board', [entry(7)])
    await log.append('a/board', [entry(2), entry(3)])
    expect(heard).toEqual([[3]])
    stop()
    await log.append('a/board', [entry(4)])
    expect(heard).toEqual([[3]])
  })

  it('loads from the newest snapshot on, and never goes back to an older one', async () => {
    const { log } = open()
    await log.append('a/board', [entry(1), entry(2), entry(3)])
    await log.compact('a/board', Uint8Array.of(12), 2)
    await log.compact('a/board', Uint8Array.of(11), 1)
    const { snapshot, upTo, entries } = await log.load('a/board')
    expect([[...(snapshot ?? [])], upTo, bytesOf(entries)]).toEqual([[12], 2, [[3]]])
    expect(await log.append('a/board', [entry(4)])).toBe(4)
  })

  it('knows the rooms that were added, and adds none twice', async () => {
    const { index } = open()
    await index.add(facts)
    expect(await index.find('a')).toEqual(facts)
    expect(await index.find('b')).toBeNull()
    await expect(index.add(facts)).rejects.toThrow()
  })
})

describe('the sqlite log', () => {
  it('fails every append of a commit that fails, and none is kept', async () => {
    const storage = sqliteStorage(newFile())
    const bad = { ...entry(1), at: Symbol('no number') as unknown as number }
    const results = await Promise.allSettled([
      storage.log.append('a/board', [entry(1)]),
      storage.log.append('b/board', [bad]),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await storage.log.load('a/board')).entries).toEqual([])
  })

  it('writes what still waits when it closes', async () => {
    const file = newFile()
    const storage = sqliteStorage(file)
    const appended = storage.log.append('a/board', [entry(1)])
    await storage.close()
    expect(await appended).toBe(1)
    expect(bytesOf((await sqliteStorage(file).log.load('a/board')).entries)).toEqual([[1]])
  })
})
