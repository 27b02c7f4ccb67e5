import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from '../../server/log/document.ts'
import type { Entry, NewEntry, Storage } from '../../server/log/log.ts'
import { memoryStorage } from '../../server/log/memory.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import { roomFacts } from '../helpers/roomFacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'drillboard-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => void vi.useRealTimers())
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)
const storages: [string, () => Storage][] = [
  ['memory', memoryStorage],
  ['sqlite', () => sqliteStorage(newFile())],
]
const author = { role: 'editor', connection: 'c1', person: 'p1' } as const
const entry = (...bytes: number[]): NewEntry => ({ at: 1_000, author, update: Uint8Array.from(bytes) })
const bytesOf = (entries: readonly Entry[]) => entries.map(({ update }) => [...update])
const facts = roomFacts('a')

function writeVersion1(file: string) {
  const database = new Database(file)
  database.exec(`
    CREATE TABLE rooms (room TEXT PRIMARY KEY, facts TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entries (doc TEXT NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL, role TEXT NOT NULL,
      connection TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (doc, position)) WITHOUT ROWID;
    CREATE TABLE snapshots (doc TEXT PRIMARY KEY, up_to INTEGER NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL);
    INSERT INTO rooms VALUES ('a', '${JSON.stringify(facts)}'), ('b', '{}');
    INSERT INTO entries VALUES
      ('a/run', 1, 40, 'server', 'server', x'07'), ('a/run', 2, 40, 'server', 'server', x'08'),
      ('a/board', 1, 10, 'owner', 'c1', x'01'), ('a/board', 2, 20, 'owner', 'c1', x'02'),
      ('a/board', 3, 30, 'owner', 'c1', x'03');
    INSERT INTO snapshots VALUES ('a/board', 2, 20, x'0c');
    PRAGMA user_version = 1;
  `)
  database.close()
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
    const last = entries.at(-1)?.position ?? 0
    expect(entries.map(({ position }) => position)).toEqual(
      [...entries.map(({ position }) => position)].sort((a, b) => a - b),
    )
    expect([positions[0], positions[2]]).toEqual([entries[1]?.position, last])
    expect(entries[0]).toMatchObject({ at: 1_000, author })
  })

  it('tells subscribers of one document what is new, before append answers, until they stop', async () => {
    const { log } = open()
    const heard: number[][] = []
    await log.append('a/board', [entry(1)])
    const stop = log.subscribe('a/board', 0, (entries) => heard.push(...bytesOf(entries)))
    log.subscribe('a/board', Number.MAX_SAFE_INTEGER, () => heard.push([0]))
    await log.append('b/board', [entry(7)])
    await log.append('a/board', [entry(2), entry(3)])
    expect(heard).toEqual([[2], [3]])
    stop()
    await log.append('a/board', [entry(4)])
    expect(heard).toEqual([[2], [3]])
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
    await index.change(facts.room, (known) => ({ ...known, generations: { owner: 2 } }))
    expect((await index.find('a'))?.generations).toEqual({ owner: 2 })
    expect(await index.count()).toBe(1)
  })

  it('makes a snapshot of what it has by then, and loads the same document from it', async () => {
    const { log, snapshot } = open()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let n = 0; n < 5; n++) doc.getMap('x').set(`k${n}`, n)
    await log.append(
      'a/board',
      updates.map((update) => ({ ...entry(), update })),
    )
    await snapshot('a/board')
    doc.getMap('x').set('later', 1)
    await log.append('a/board', [{ ...entry(), update: updates.at(-1) ?? Uint8Array.of() }])
    const loaded = await log.load('a/board')
    expect([loaded.snapshot !== null, loaded.entries.length]).toEqual([true, 1])
    expect(documentOf(loaded).getMap('x').toJSON()).toEqual(doc.getMap('x').toJSON())
    await snapshot('nobody/wrote-here')
  })

  it('forgets history that a snapshot holds, a part at a time, and goes on counting', async () => {
    const { log, forgetHistory } = open()
    const positions: number[] = []
    for (let n = 0; n < 4; n++) positions.push(await log.append('a/board', [entry(n)]))
    const [, second = 0, , last = 0] = positions
    await log.append('b/board', [entry(9)])
    await log.compact('a/board', Uint8Array.of(12), second)
    expect(await forgetHistory(500, 0, 10)).toEqual({ deleted: 0, next: null })
    const first = await forgetHistory(2_000, 0, 1)
    expect(first).toEqual({ deleted: 1, next: positions[0] })
    expect(await forgetHistory(2_000, first.next ?? 0, 10)).toEqual({ deleted: 1, next: null })
    expect(await forgetHistory(2_000, 0, 10)).toEqual({ deleted: 0, next: null })
    expect(bytesOf((await log.load('a/board')).entries)).toEqual([[2], [3]])
    await log.compact('a/board', Uint8Array.of(14), last)
    await forgetHistory(2_000, 0, 10)
    expect(await log.append('a/board', [entry(5)])).toBeGreaterThan(last)
    expect(bytesOf((await log.load('a/board')).entries)).toEqual([[5]])
    expect(bytesOf((await log.load('b/board')).entries)).toEqual([[9]])
  })

  it('keeps no snapshot of a document that was removed while it was made', async () => {
    const { log, index } = open()
    await index.add(facts)
    const position = await log.append('a/board', [entry(1)])
    await index.remove('a')
    await log.compact('a/board', Uint8Array.of(12), position)
    await log.append('b/board', [entry(2)])
    const { snapshot, entries } = await log.load('b/board')
    expect([snapshot, bytesOf(entries)]).toEqual([null, [[2]]])
    expect((await log.load('a/board')).snapshot).toBeNull()
  })

  it('knows what it takes, which is more with each update', async () => {
    const { log, size } = open()
    await log.append('a/board', [entry(1)])
    const before = await size()
    await log.append('a/board', [{ ...entry(), update: new Uint8Array(100_000) }])
    expect(await size()).toBeGreaterThanOrEqual(before + 100_000)
  })

  it('knows which rooms nobody has used for long, and removes them with their documents and no other’s', async () => {
    const { log, index } = open()
    for (const room of ['a', 'a-b', 'c']) {
      await index.add({ ...facts, room })
      for (const doc of ['board', 'run']) await log.append(`${room}/${doc}`, [entry(1)])
    }
    await index.touch('c', 10_000_000)
    await index.touch('c', 10_000_001)
    expect(await index.unusedSince(10_000_000, 10)).toEqual(['a', 'a-b'])
    expect(await index.unusedSince(10_000_001, 1)).toEqual(['a'])
    await index.remove('a')
    expect([await index.find('a'), (await log.load('a/run')).entries]).toEqual([null, []])
    expect((await log.load('a-b/board')).entries).toHaveLength(1)
    expect(await index.count()).toBe(2)
  })
})

describe('the sqlite log', () => {
  it('brings a file of version 1 to its form: rooms, entries, snapshots and who wrote them', async () => {
    const file = newFile()
    writeVersion1(file)
    for (let opened = 0; opened < 2; opened++) {
      const { log, index, close } = sqliteStorage(file)
      const a = await log.load('a/board')
      expect([[...(a.snapshot ?? [])], bytesOf(a.entries)]).toEqual([[12], [[3]]])
      expect(a.entries[0]).toMatchObject({ at: 30, author: { role: 'owner', connection: 'c1', person: '' } })
      expect(bytesOf((await log.load('a/run')).entries)).toEqual([[7], [8]])
      expect(await index.find('a')).toEqual(facts)
      expect([await index.unusedSince(40, 5), await index.unusedSince(41, 5)]).toEqual([['b'], ['b', 'a']])
      await close()
    }
    const { log } = sqliteStorage(file)
    await log.append('a/board', [entry(4)])
    expect(bytesOf((await log.load('a/board')).entries)).toEqual([[3], [4]])
  })

  it('refuses a file that a newer version has written', () => {
    const file = newFile()
    new Database(file).pragma('user_version = 99')
    expect(() => sqliteStorage(file)).toThrow('newer')
  })

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

  it('commits at once after a pause, and what many documents hand in just after a commit together', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] })
    const { log } = sqliteStorage(newFile())
    const kept: string[] = []
    const append = (doc: string) => log.append(doc, [entry(1)]).then(() => kept.push(doc))
    const first = append('a/board')
    await vi.advanceTimersByTimeAsync(0)
    await first
    append('b/board')
    await vi.advanceTimersByTimeAsync(1)
    append('c/board')
    expect(kept).toEqual(['a/board'])
    await vi.advanceTimersByTimeAsync(1)
    expect(kept).toEqual(['a/board', 'b/board', 'c/board'])
    await vi.advanceTimersByTimeAsync(2)
    append('d/board')
    await vi.advanceTimersByTimeAsync(0)
    expect(kept.at(-1)).toBe('d/board')
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
