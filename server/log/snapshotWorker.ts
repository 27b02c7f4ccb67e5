import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { snapshotOf } from './document.ts'
import { entryReader } from './sqliteEntries.ts'

/** A thread that reads a document from the file it is given and answers with its snapshot. */
const database = new Database(String(workerData), { readonly: true })
const load = entryReader(database)

parentPort?.on('message', (doc: string) => {
  try {
    parentPort?.postMessage({ snapshot: snapshotOf(load(doc)) })
  } catch (error) {
    parentPort?.postMessage({ error, code: (error as { code?: unknown }).code })
  }
})
