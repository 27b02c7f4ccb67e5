/** How the server is: whether it can keep what it is given. */
export interface Health {
  /** Why edits cannot be kept now, in words for people; null while they can. */
  trouble(): string | null
  /** What is wrong, whether or not edits can be kept; tries at most every few seconds. */
  check(): Promise<string | null>
  /** Something failed: looks whether the storage did, and then tries again until it works. */
  failed(error: unknown): void
  stop(): void
}

export interface HealthOptions {
  /** Writes something that means nothing. @throws where nothing can be kept */
  readonly probe: () => Promise<void>
  readonly onTrouble?: (trouble: string | null) => void
  readonly retryMs?: number
}

const RETRY_MS = 2_000
const CHECKED_FOR_MS = 5_000

/** Some of what is kept cannot be read: those boards stay shut, the others are not concerned. */
const DAMAGE = /^(SQLITE_CORRUPT|SQLITE_NOTADB|DAMAGED)/

/** What SQLite's codes mean to whoever draws. A close reason holds 123 bytes. */
const WORDS: readonly (readonly [code: RegExp, words: string])[] = [
  [/^SQLITE_FULL/, 'Not saved: the server’s disk is full.'],
  [/^SQLITE_READONLY/, 'Not saved: the server’s data folder cannot be written.'],
  [/^SQLITE_IOERR_(FSYNC|DIR_FSYNC)/, 'Not saved: the server’s disk fails. The server has to be restarted.'],
  [DAMAGE, 'The server’s data of this board are damaged. Ask whoever runs it.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'Not saved: another program holds the server’s data file.'],
  [/^SQLITE_(IOERR|CANTOPEN)/, 'Not saved: the server’s disk cannot be written.'],
  [/^SQLITE_/, 'Not saved: the server cannot keep edits now.'],
]

/** After these a write that works proves nothing: what lies on the disk may not be what was written. */
const FOR_GOOD = /^SQLITE_IOERR_(FSYNC|DIR_FSYNC)/

const DAMAGED = 'Some of the data cannot be read; the log says which. Restore a backup.'

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/** What an error of the storage means, in words for people; null for any other error. */
export function storageTrouble(error: unknown): string | null {
  return WORDS.find(([code]) => code.test(codeOf(error)))?.[1] ?? null
}

/** Watches over the storage. */
export function createHealth({ probe, onTrouble, retryMs = RETRY_MS }: HealthOptions): Health {
  let trouble: string | null = null
  let isForGood = false
  let isDamaged = false
  let checkedAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined

  function set(next: string | null) {
    if (next === trouble) return
    trouble = next
    onTrouble?.(trouble)
  }

  function failed(error: unknown) {
    const words = storageTrouble(error)
    if (words === null || isForGood) return
    if (DAMAGE.test(codeOf(error))) {
      isDamaged = true
      return
    }
    isForGood = FOR_GOOD.test(codeOf(error))
    set(words)
    clearTimeout(timer)
    if (!isForGood) timer = setTimeout(() => void tryAgain(), retryMs).unref()
  }

  async function tryAgain() {
    try {
      await probe()
      checkedAt = performance.now()
      if (!isForGood) set(null)
    } catch (error) {
      failed(error)
    }
  }

  return {
    trouble: () => trouble,
    failed,
    async check() {
      if (trouble === null && performance.now() - checkedAt > CHECKED_FOR_MS) await tryAgain()
      return trouble ?? (isDamaged ? DAMAGED : null)
    },
    stop: () => clearTimeout(timer),
  }
}
