import * as Y from 'yjs'
import type { Author, NewEntry, RoomLog } from './log/log.ts'

/** Something to do with a document, in its turn. */
interface Job {
  readonly author: Author
  /** Changes the document; what Yjs reports of it goes into the log. A throw breaks the document. */
  readonly apply: (doc: Y.Doc) => void
  /** Runs once all that `apply` did, and all before it, is durable; the document then holds nothing else. */
  readonly settle: (doc: Y.Doc) => void
  /** Runs in place of `settle` when it could not be kept. */
  readonly fail: (error: unknown) => void
}

export interface Writer {
  readonly doc: Y.Doc
  add(job: Job): void
  /** Waits until nothing is left to settle; whoever goes on adding keeps it waiting. */
  idle(): Promise<void>
  /** Waits until everything added so far is settled, then writes a snapshot if the log has grown by `rows`. */
  compact(rows: number): Promise<void>
}

/** Author of what changes nothing. */
const NOBODY: Author = { role: 'server', connection: 'server' }

export interface WriterOptions {
  readonly name: string
  readonly log: RoomLog
  /** Called once, when a change or a commit failed: the document may hold what the log does not. */
  readonly onBroken: (error: unknown) => void
}

/**
 * Loads a document and becomes its only writer.
 *
 * Changes and commits alternate, never overlap: jobs are applied, committed in one transaction, settled;
 * whatever arrives meanwhile waits for the next round. So a settled document equals its log.
 */
export async function openWriter({ name, log, onBroken }: WriterOptions): Promise<Writer> {
  const doc = new Y.Doc()
  const loaded = await log.load(name)
  if (loaded.snapshot) Y.applyUpdateV2(doc, loaded.snapshot)
  for (const { update } of loaded.entries) Y.applyUpdate(doc, update)

  let position = loaded.entries.at(-1)?.position ?? loaded.upTo
  let snapshotAt = loaded.upTo
  let jobs: Job[] = []
  let isRunning = false
  let broken: { readonly error: unknown } | null = null
  let whenIdle: (() => void)[] = []

  async function run() {
    while (jobs.length > 0 && !broken) {
      const round = jobs
      jobs = []
      try {
        const entries = applyAll(doc, round)
        if (entries.length > 0) position = await log.append(name, entries)
        for (const job of round) job.settle(doc)
      } catch (error) {
        breakDown(error, [...round, ...jobs])
      }
    }
    isRunning = false
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  function breakDown(error: unknown, failed: readonly Job[]) {
    broken = { error }
    jobs = []
    for (const job of failed) job.fail(error)
    onBroken(error)
  }

  function add(job: Job) {
    if (broken) return job.fail(broken.error)
    jobs.push(job)
    if (isRunning) return
    isRunning = true
    setImmediate(run)
  }

  /** Looks at the document when it equals its log; null where it never will again. */
  function settled<T>(look: () => T): Promise<T | null> {
    return new Promise((resolve) =>
      add({ author: NOBODY, apply: () => {}, settle: () => resolve(look()), fail: () => resolve(null) }),
    )
  }

  return {
    doc,
    add,
    idle: () => new Promise((resolve) => (isRunning ? whenIdle.push(resolve) : resolve())),
    async compact(rows) {
      const snapshot = await settled(() =>
        position - snapshotAt < rows ? null : { upTo: position, bytes: Y.encodeStateAsUpdateV2(doc) },
      )
      if (snapshot === null) return
      await log.compact(name, snapshot.bytes, snapshot.upTo)
      snapshotAt = snapshot.upTo
    },
  }
}

/** What the jobs changed, as Yjs reports it: without what the document had before. */
function applyAll(doc: Y.Doc, jobs: readonly Job[]): NewEntry[] {
  const entries: NewEntry[] = []
  for (const { author, apply } of jobs) {
    const collect = (update: Uint8Array) => entries.push({ at: Date.now(), author, update })
    doc.on('update', collect)
    try {
      apply(doc)
    } finally {
      doc.off('update', collect)
    }
  }
  return entries
}
