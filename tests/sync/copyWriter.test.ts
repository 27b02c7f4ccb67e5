import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { CopyDatabase, Facts } from '../../src/sync/copyDatabase.ts'
import { type CopyWriter, createCopyWriter } from '../../src/sync/copyWriter.ts'

/** A storage in memory that can be made to fail, and to be slow. */
interface TestStorage {
  rows: Uint8Array[]
  facts: Facts
  fails: boolean
  tries: number
  /** A write waits here before it is done, after it has been made. */
  beforeDone(): Promise<void>
}

let doc: Y.Doc
let storage: TestStorage
let writer: CopyWriter

beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  storage = { rows: [], facts: {}, fails: false, tries: 0, beforeDone: async () => {} }
  writer = createCopyWriter({
    open,
    letGo() {},
    whole: () => Y.encodeStateAsUpdate(doc),
  })
  doc.on('update', writer.add)
})

afterEach(() => {
  writer.close()
  vi.useRealTimers()
})

async function open(): Promise<CopyDatabase> {
  storage.tries += 1
  if (storage.fails) throw new DOMException('No room.', 'QuotaExceededError')
  const done = async (rows: Uint8Array[], facts: Facts) => {
    await storage.beforeDone()
    storage.rows = rows
    storage.facts = { ...storage.facts, ...facts }
  }
  return {
    load: () => Promise.reject(new Error('Nobody loads here.')),
    append: (update, facts) => done(update ? [...storage.rows, update] : storage.rows, facts),
    replace: (merge, facts) => done([merge(storage.rows)], facts),
    gone: new Promise(() => {}),
    close() {},
  }
}

const write = (text: string) => doc.getArray('texts').push([text])

function kept(): unknown[] {
  const copy = new Y.Doc()
  for (const row of storage.rows) Y.applyUpdate(copy, row)
  return copy.getArray('texts').toJSON()
}

it('keeps what is written while it puts the whole document in the place of what failed', async () => {
  writer.beginAnew(new Error('The storage does not answer.'))
  storage.beforeDone = async () => {
    storage.beforeDone = async () => {}
    write('meanwhile')
  }
  write('before')
  await vi.advanceTimersByTimeAsync(200)
  write('after')
  await vi.advanceTimersByTimeAsync(200)
  expect(writer.isKept.get()).toBe(true)
  expect(kept()).toEqual(['before', 'meanwhile', 'after'])
})

it('leaves a storage that fails in peace: one try every few seconds, however much is drawn', async () => {
  storage.fails = true
  writer.begin(0, {})
  for (let edit = 0; edit < 100; edit += 1) {
    write('more')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(storage.tries).toBeLessThanOrEqual(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(storage.tries).toBeLessThanOrEqual(15)
  expect(writer.trouble.get()).toBe('full')
  storage.fails = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(writer.isKept.get()).toBe(true)
  expect(kept()).toHaveLength(100)
})

it('tries no more once it is closed', async () => {
  storage.fails = true
  writer.begin(0, {})
  write('one')
  await vi.advanceTimersByTimeAsync(1_000)
  writer.flush()
  writer.close()
  await vi.advanceTimersByTimeAsync(0)
  const { tries } = storage
  await vi.advanceTimersByTimeAsync(60_000)
  expect(storage.tries).toBe(tries)
})
