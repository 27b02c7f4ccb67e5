import { Worker } from 'node:worker_threads'
import type { Snapshot } from './document.ts'
import type { RoomLog } from './log.ts'

const IDLE_MS = 10_000

/** What an error is called besides what it says does not survive the way between threads. */
type Answer = { readonly snapshot: Snapshot | null } | { readonly error: unknown; readonly code: unknown }

/**
 * Makes snapshots in a thread of its own, one at a time: to build a large document anew takes longer than
 * those who draw should wait. The thread ends when nothing has been asked of it for a while.
 */
export function createSnapshots(file: string, log: RoomLog) {
  let worker: Worker | null = null
  let ending: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()
  let isStopped = false

  async function make(doc: string) {
    if (isStopped) return
    clearTimeout(ending)
    worker ??= start()
    try {
      const snapshot = await ask(worker, doc)
      if (snapshot && !isStopped) await log.compact(doc, snapshot.bytes, snapshot.upTo)
    } finally {
      ending = setTimeout(end, IDLE_MS).unref()
    }
  }

  function start(): Worker {
    const started = new Worker(new URL('./snapshotThread.mjs', import.meta.url), {
      workerData: file,
      execArgv: [],
    })
    started.unref()
    started.on('error', () => {})
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }

  async function end() {
    clearTimeout(ending)
    await worker?.terminate()
  }

  return {
    /** Keeps a snapshot of all that the log has of a document. */
    make(doc: string): Promise<void> {
      const made = last.then(() => make(doc))
      last = made.catch(() => {})
      return made
    },
    async stop() {
      isStopped = true
      await end()
      await last
    },
  }
}

function ask(worker: Worker, doc: string): Promise<Snapshot | null> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      worker.off('message', onMessage)
      worker.off('error', reject)
      worker.off('exit', onExit)
      act()
    }
    const onMessage = (answer: Answer) =>
      finish(() => ('error' in answer ? reject(withCode(answer)) : resolve(answer.snapshot)))
    const onExit = () => finish(() => resolve(null))
    worker.on('message', onMessage)
    worker.once('error', reject)
    worker.once('exit', onExit)
    worker.postMessage(doc)
  })
}

const withCode = ({ error, code }: { error: unknown; code: unknown }) =>
  error instanceof Error && code !== undefined ? Object.assign(error, { code }) : error
