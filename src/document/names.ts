/** The names under which a board's Yjs document keeps its parts. Changing one orphans every board there is. */

/** Y.Map of record id → Y.Map of the record's leaves (see leaves.ts). */
export const RECORDS = 'records'

/** Y.Map with `schema` (tldraw's serialized schema of the records), `app` (version that made the room) and `deletions` (see src/sync/README.md). */
export const META = 'meta'

/** In the document `run`: Y.Array of the run's events, oldest first. Only the server writes it. */
export const EVENTS = 'events'
