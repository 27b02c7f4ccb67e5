import type Database from 'better-sqlite3'

/**
 * The entries of a document are a chain: each names the one before it. Where the chains end is noted in the
 * file only now and then; what came since is looked through by whoever asks.
 */
const NOTE_EVERY = 5_000

export interface ChainPart {
  readonly doc: number
  /** The last position of the document. */
  readonly last: number
  /** Where to stop, this position not included. */
  readonly after: number
}

/** `chain (position)`: the positions of a {@link ChainPart}. History that was forgotten ends it. */
export const CHAIN_PART = `
  WITH RECURSIVE chain (position) AS (
    SELECT position FROM entries WHERE position = :last AND doc = :doc AND position > :after
    UNION ALL
    SELECT earlier.position
    FROM chain
    JOIN entries ON entries.position = chain.position
    JOIN entries AS earlier ON earlier.position = entries.previous
    WHERE earlier.doc = :doc AND earlier.position > :after AND earlier.position < chain.position
  )`

/** Reads the last position of a document; 0 where it has none. */
export function lastReader(database: Database.Database): (doc: number) => number {
  const sinceNoted = database
    .prepare<[number], number | null>(
      `SELECT max(position) FROM entries
       WHERE position > coalesce((SELECT up_to FROM noted), 0) AND doc = ?`,
    )
    .pluck()
  const noted = database.prepare<[number], number>('SELECT last FROM docs WHERE id = ?').pluck()
  return (doc) => sinceNoted.get(doc) ?? noted.get(doc) ?? 0
}

/** Where the chains end, for the one who makes them longer. */
export function chainEnds(database: Database.Database) {
  const read = lastReader(database)
  const noteLast = database.prepare(
    `UPDATE docs SET last = since.last
     FROM (SELECT doc, max(position) AS last FROM entries
           WHERE position > coalesce((SELECT up_to FROM noted), 0) GROUP BY doc) AS since
     WHERE docs.id = since.doc`,
  )
  const noteUpTo = database.prepare(
    'INSERT OR REPLACE INTO noted (id, up_to) SELECT 1, coalesce(max(position), 0) FROM entries',
  )
  const ends = new Map<number, number>()
  let unnoted = NOTE_EVERY

  return {
    last(doc: number): number {
      const known = ends.get(doc)
      if (known !== undefined) return known
      const last = read(doc)
      ends.set(doc, last)
      return last
    },
    /** A new document may have the number of one that was removed. */
    begin(doc: number) {
      ends.set(doc, 0)
    },
    add(doc: number, position: number) {
      ends.set(doc, position)
      unnoted += 1
    },
    /** Belongs into the transaction of what was added. */
    note() {
      if (unnoted < NOTE_EVERY) return
      noteLast.run()
      noteUpTo.run()
      unnoted = 0
    },
    /** What was added did not come about. */
    forget() {
      ends.clear()
      unnoted = NOTE_EVERY
    },
  }
}
