import { join } from 'node:path'
import * as Y from 'yjs'
import { type Entry, type RoomLog, SERVER_AUTHOR } from '../../server/log/log.ts'
import { sqliteStorage } from '../../server/log/sqlite.ts'

/** Reads or writes the log while no server runs on it. */
async function withLog<T>(dataDir: string, act: (log: RoomLog) => Promise<T>) {
  const storage = sqliteStorage(join(dataDir, 'drillboard.sqlite'))
  try {
    return await act(storage.log)
  } finally {
    await storage.close()
  }
}

/** All that the log has of a document. */
export async function entriesOf(dataDir: string, doc: string): Promise<readonly Entry[]> {
  return withLog(dataDir, async (log) => (await log.load(doc)).entries)
}

/** Writes to a document of the log by hand, as a server of another version would have. */
export function change(dataDir: string, name: string, edit: (doc: Y.Doc) => void): Promise<number> {
  return withLog(dataDir, async (log) => {
    const doc = new Y.Doc()
    for (const { update } of (await log.load(name)).entries) Y.applyUpdate(doc, update)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => edit(doc))
    return log.append(name, [{ at: 1, author: SERVER_AUTHOR, update: Y.encodeStateAsUpdate(doc, before) }])
  })
}
