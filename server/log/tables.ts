import type Database from 'better-sqlite3'

const VERSION = 3

const TABLES = `
  CREATE TABLE rooms (
    room TEXT PRIMARY KEY,
    facts TEXT NOT NULL,
    used_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE docs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    -- Of the entries up to 'noted', the last one of the document.
    last INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE noted (
    id INTEGER PRIMARY KEY,
    up_to INTEGER NOT NULL
  );
  CREATE TABLE authors (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL,
    connection TEXT NOT NULL,
    person TEXT NOT NULL
  );
  -- Entries of all documents follow each other, each with the position of its document's entry before it:
  -- a commit fills one page, where an index by document would fill one for each that was drawn in.
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    doc INTEGER NOT NULL,
    previous INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    author INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE snapshots (
    doc INTEGER PRIMARY KEY,
    up_to INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE probe (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
  );
`

/** Chains the entries of each document, where they came without. */
const CHAIN = `
  UPDATE entries SET previous = before.previous
    FROM (SELECT position, lag(position, 1, 0) OVER (PARTITION BY doc ORDER BY position) AS previous FROM entries) AS before
    WHERE before.position = entries.position;
  UPDATE docs SET last = coalesce((SELECT max(position) FROM entries WHERE doc = docs.id), 0);
  INSERT INTO noted (id, up_to) SELECT 1, coalesce(max(position), 0) FROM entries;
`

/** Version 2 had an index by document. */
const FROM_VERSION_2 = `
  CREATE TABLE noted (id INTEGER PRIMARY KEY, up_to INTEGER NOT NULL);
  ALTER TABLE docs ADD COLUMN last INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE entries ADD COLUMN previous INTEGER NOT NULL DEFAULT 0;
  ${CHAIN}
  DROP INDEX entries_of_doc;
`

/** Version 1 counted positions by document. */
const FROM_VERSION_1 = `
  ALTER TABLE rooms RENAME TO rooms_1;
  ALTER TABLE entries RENAME TO entries_1;
  ALTER TABLE snapshots RENAME TO snapshots_1;
  ${TABLES}
  INSERT INTO rooms (room, facts, used_at)
    SELECT room, facts, coalesce((SELECT max(at) FROM entries_1 WHERE doc >= room || '/' AND doc < room || '0'), 0)
    FROM rooms_1;
  INSERT INTO docs (name) SELECT DISTINCT doc FROM entries_1;
  INSERT INTO authors (role, connection, person) SELECT DISTINCT role, connection, '' FROM entries_1;
  INSERT INTO entries (doc, at, author, bytes)
    SELECT docs.id, at, authors.id, bytes
    FROM entries_1
    JOIN docs ON docs.name = entries_1.doc
    JOIN authors ON authors.role = entries_1.role AND authors.connection = entries_1.connection
    ORDER BY docs.id, entries_1.position;
  INSERT INTO snapshots (doc, up_to, at, bytes)
    SELECT docs.id, (
      SELECT min(position) - 1 FROM entries WHERE entries.doc = docs.id
    ) + snapshots_1.up_to, at, bytes
    FROM snapshots_1 JOIN docs ON docs.name = snapshots_1.doc;
  DROP TABLE rooms_1;
  DROP TABLE entries_1;
  DROP TABLE snapshots_1;
  ${CHAIN}
`

const STEPS = [TABLES, FROM_VERSION_1, FROM_VERSION_2]

const versionOf = (database: Database.Database) => Number(database.pragma('user_version', { simple: true }))

/** Whether the tables have the form that this version reads and writes. */
export const areTablesCurrent = (database: Database.Database) => versionOf(database) === VERSION

/**
 * Makes the tables, or brings those of an older version to their current form.
 *
 * @throws where a newer version has written the file
 */
export function prepareTables(database: Database.Database) {
  const version = versionOf(database)
  if (version > VERSION) {
    throw new Error(
      `${database.name} was written by a newer Drillboard. Start that one, or give another DATA_DIR.`,
    )
  }
  if (version === VERSION) return
  database.transaction(() => {
    database.exec(STEPS[version] ?? '')
    database.pragma(`user_version = ${VERSION}`)
  })()
}
