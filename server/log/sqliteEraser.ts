import type Database from 'better-sqlite3'
import { SERVER_AUTHOR } from './log.ts'
import { lastReader } from './sqliteChain.ts'

/** So many entries at once, that nobody who draws waits for it. */
const ENTRIES_AT_ONCE = 500

/**
 * Erases a document that nobody can open any more: its entries from the last to the first, who wrote them, and
 * what else is known of it. Broken off, it can be begun again.
 */
export function docEraser(database: Database.Database): (doc: number) => Promise<void> {
  const lastOf = lastReader(database)
  const entryAt = database.prepare<[number, number], { previous: number; author: number }>(
    'SELECT previous, author FROM entries WHERE position = ? AND doc = ?',
  )
  const eraseEntry = database.prepare('DELETE FROM entries WHERE position = ?')
  // Everybody but the server writes one document and no other.
  const eraseAuthor = database.prepare('DELETE FROM authors WHERE id = ? AND role <> ?')
  const noteLast = database.prepare('UPDATE docs SET last = ? WHERE id = ?')
  const eraseRest = ['snapshots WHERE doc', 'docs WHERE id'].map((what) =>
    database.prepare(`DELETE FROM ${what} = ?`),
  )

  /** Answers whether there may be more. */
  const erasePart = database.transaction((doc: number): boolean => {
    const authors = new Set<number>()
    let position = lastOf(doc)
    let erased = 0
    for (; erased < ENTRIES_AT_ONCE; erased++) {
      const entry = entryAt.get(position, doc)
      if (!entry) break
      eraseEntry.run(position)
      authors.add(entry.author)
      position = entry.previous
    }
    for (const author of authors) eraseAuthor.run(author, SERVER_AUTHOR.role)
    noteLast.run(position, doc)
    if (erased === ENTRIES_AT_ONCE) return true
    for (const erase of eraseRest) erase.run(doc)
    return false
  })
  return async (doc) => {
    while (erasePart.immediate(doc)) await new Promise((resolve) => setImmediate(resolve))
  }
}
