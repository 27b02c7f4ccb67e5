import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { NewEntry, Storage } from '../../server/log/log.ts'
import { memoryStorage } from '../../server/log/memory.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import { roomFacts } from '../helpers/roomFacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'drillboard-chain-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)
const author = { role: 'editor', connection: 'c1', person: 'p1' } as const
const entry = (at: number, ...bytes: number[]): NewEntry => ({ at, author, update: Uint8Array.from(bytes) })
const ROOMS = ['a', 'b', 'c']
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('append'), room: fc.constantFrom(...ROOMS) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('compact'), room: fc.constantFrom(...ROOMS) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove'), room: fc.constantFrom(...ROOMS) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('forget', 'reopen'), room: fc.constant('a') }) },
)

/** What both logs are asked to do, each with the positions that it has given itself. */
async function perform(storage: Storage, { act, room: name }: { act: string; room: string }, at: number) {
  const { log, index } = storage
  const doc = `${name}/board`
  if (act === 'append') await log.append(doc, [entry(at, at % 256), entry(at, 1)])
  if (act === 'forget') {
    let after: number | null = 0
    while (after !== null) after = (await storage.forgetHistory(at, after, 5)).next
  }
  if (act === 'compact') {
    const { entries } = await log.load(doc)
    const middle = entries[Math.floor(entries.length / 2)]
    if (middle) await log.compact(doc, Uint8Array.of(at % 256), middle.position)
  }
  if (act === 'remove') {
    await index.remove(name)
    await index.add(roomFacts(name))
  }
}

async function contents({ log }: Storage) {
  const loaded = await Promise.all(ROOMS.map((name) => log.load(`${name}/board`)))
  return loaded.map(({ snapshot, entries }) => [
    [...(snapshot ?? [])],
    entries.map(({ at, update }) => [at, ...update]),
  ])
}

it('holds the same as a log in memory, whatever is written, forgotten and removed, and however often it is opened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const file = newFile()
      const memory = memoryStorage()
      let sqlite = sqliteStorage(file)
      for (const name of ROOMS) for (const { index } of [memory, sqlite]) await index.add(roomFacts(name))
      for (const [at, next] of acts.entries()) {
        await perform(memory, next, at)
        await perform(sqlite, next, at)
        if (next.act === 'reopen') {
          await sqlite.close()
          sqlite = sqliteStorage(file)
        }
        expect(await contents(sqlite)).toEqual(await contents(memory))
      }
      await sqlite.close()
    }),
    { numRuns: 40 },
  )
})

it('finds every entry after a start, those as well that came since ends were last noted', async () => {
  const file = newFile()
  const written = [0, 0, 0]
  for (const count of [1, 4_000, 3_000, 2]) {
    const storage = sqliteStorage(file)
    const each = ROOMS.slice(0, count === 2 ? 1 : 3).map((name, n) => {
      written[n] = (written[n] ?? 0) + count
      return storage.log.append(`${name}/board`, Array<NewEntry>(count).fill(entry(1, 1)))
    })
    await Promise.all(each)
    await storage.close()
    const opened = sqliteStorage(file)
    const loaded = await Promise.all(ROOMS.map((name) => opened.log.load(`${name}/board`)))
    expect(loaded.map(({ entries }) => entries.length)).toEqual(written)
    await opened.close()
  }
})

it('says that a document is damaged, and nothing of it, where an entry is missing between others', async () => {
  const file = newFile()
  const storage = sqliteStorage(file)
  const positions: number[] = []
  for (let n = 0; n < 3; n++) positions.push(await storage.log.append('a/board', [entry(n, n)]))
  await storage.log.append('b/board', [entry(9, 9)])
  await storage.close()
  const database = new Database(file)
  database.prepare('DELETE FROM entries WHERE position = ?').run(positions[1])
  database.close()
  const { log } = sqliteStorage(file)
  await expect(log.load('a/board')).rejects.toMatchObject({ code: 'DAMAGED' })
  expect((await log.load('b/board')).entries).toHaveLength(1)
})

it('brings a file of version 2 to its form', async () => {
  const file = newFile()
  const database = new Database(file)
  database.exec(`
    CREATE TABLE rooms (room TEXT PRIMARY KEY, facts TEXT NOT NULL, used_at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE docs (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE authors (id INTEGER PRIMARY KEY, role TEXT NOT NULL, connection TEXT NOT NULL, person TEXT NOT NULL);
    CREATE TABLE entries (position INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL, at INTEGER NOT NULL,
      author INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE INDEX entries_of_doc ON entries (doc);
    CREATE TABLE snapshots (doc INTEGER PRIMARY KEY, up_to INTEGER NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
    INSERT INTO docs VALUES (1, 'a/board'), (2, 'b/board'), (3, 'c/board');
    INSERT INTO authors VALUES (1, 'editor', 'c1', 'p1');
    INSERT INTO entries (position, doc, at, author, bytes) VALUES
      (3, 1, 5, 1, x'01'), (4, 2, 6, 1, x'02'), (5, 1, 7, 1, x'03'), (6, 1, 8, 1, x'04'), (7, 2, 9, 1, x'05');
    INSERT INTO snapshots VALUES (1, 5, 5, x'0c');
    PRAGMA user_version = 2;
  `)
  database.close()
  for (let opened = 0; opened < 2; opened++) {
    const storage = sqliteStorage(file)
    const [, ...added] = Array<number>(1 + opened).fill(9)
    expect(await contents(storage)).toEqual([
      [[12], [[8, 4], ...added.map((at) => [at, 6])]],
      [
        [],
        [
          [6, 2],
          [9, 5],
        ],
      ],
      [[], []],
    ])
    if (opened === 0) await storage.log.append('a/board', [entry(9, 6)])
    await storage.close()
  }
})
