import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import type { Author, NewEntry } from '../../server/log/log.ts'
import { SERVER_AUTHOR } from '../../server/log/log.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import { roomFacts } from '../helpers/roomFacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'drillboard-removal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)

const anna: Author = { role: 'editor', connection: 'c1', person: 'anna' }
const ben: Author = { role: 'editor', connection: 'c2', person: 'ben' }
const entries = (count: number, author: Author): NewEntry[] =>
  Array.from({ length: count }, (_, at) => ({ at, author, update: Uint8Array.of(at % 256) }))

const rowsOf = (file: string, query: string) => {
  const database = new Database(file, { readonly: true })
  const rows = database.prepare(query).pluck().all()
  database.close()
  return rows
}

it('removes a large room part by part, while others draw, and forgets who drew in it', async () => {
  const file = newFile()
  const { log, index, close } = sqliteStorage(file)
  for (const room of ['large', 'other']) await index.add(roomFacts(room))
  await log.append('large/board', entries(1_800, anna))
  await log.append('large/run', entries(1, SERVER_AUTHOR))
  await log.append('other/board', [...entries(1, SERVER_AUTHOR), ...entries(1, ben)])

  let isRemoved = false
  const removal = index.remove('large').then(() => {
    isRemoved = true
  })
  expect(await index.find('large')).toBeNull()
  await log.append('other/board', entries(1, anna))
  expect(isRemoved).toBe(false)
  await removal

  expect((await log.load('other/board')).entries.map(({ author }) => author.person)).toEqual([
    '',
    'ben',
    'anna',
  ])
  await close()
  expect(rowsOf(file, 'SELECT name FROM docs')).toEqual(['other/board'])
  expect(rowsOf(file, 'SELECT count(*) FROM entries')).toEqual([3])
  expect(rowsOf(file, 'SELECT person FROM authors ORDER BY person')).toEqual(['', 'anna', 'ben'])
})

it('finishes, with the next removal, one that the end of the server broke off', async () => {
  const file = newFile()
  const before = sqliteStorage(file)
  for (const room of ['large', 'old']) await before.index.add(roomFacts(room))
  await before.log.append('large/board', entries(1_800, anna))
  const brokenOff = before.index.remove('large').catch((error: unknown) => error)
  await before.close()
  expect(await brokenOff).toBeInstanceOf(Error)
  expect(rowsOf(file, 'SELECT name FROM docs')).toEqual(['large/board'])

  const after = sqliteStorage(file)
  await after.index.remove('old')
  await after.close()
  expect(rowsOf(file, 'SELECT count(*) FROM entries')).toEqual([0])
  expect(rowsOf(file, 'SELECT name FROM docs')).toEqual([])
})
