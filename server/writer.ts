import type * as Y from 'yjs'
import { documentOf } from './log/document.ts'
import { type Author, type NewEntry, type RoomLog, SERVER_AUTHOR } from './log/log.ts'

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
  /** How many entries a snapshot would stand for that no snapshot holds yet. */
  newEntries(): number
  /** A snapshot of all there was at this moment is on its way. */
  noteSnapshot(): void
}

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
  const loaded = await log.load(name)
  const doc = documentOf(loaded)

  // What the round has changed so far, as Yjs reports it: without what the document had before.
  let entries: NewEntry[] = []
  let author = SERVER_AUTHOR
  doc.on('update', (update: Uint8Array) => entries.push({ at: Date.now(), author, update }))

  let newEntries = loaded.entries.length
  let jobs: Job[] = []
  let isRunning = false
  let broken: { readonly error: unknown } | null = null
  let whenIdle: (() => void)[] = []

  async function run() {
    while (jobs.length > 0 && !broken) {
      const round = jobs
      jobs = []
      try {
        applyAll(round)
        if (entries.length > 0) await log.append(name, entries)
        newEntries += entries.length
        for (const job of round) job.settle(doc)
      } catch (error) {
        breakDown(error, [...round, ...jobs])
      }
    }
    isRunning = false
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  function applyAll(round: readonly Job[]) {
    entries = []
    for (const job of round) {
      author = job.author
      job.apply(doc)
    }
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

  return {
    doc,
    add,
    idle: () => new Promise((resolve) => (isRunning ? whenIdle.push(resolve) : resolve())),
    newEntries: () => newEntries,
    noteSnapshot() {
      newEntries = 0
    },
  }
}
