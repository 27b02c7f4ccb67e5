import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The time of servers that a test starts with `env`: it can be set forward at once. */
export interface ServerClock {
  readonly env: Readonly<Record<string, string>>
  /** ms since 1970 there. */
  now(): number
  advance(ms: number): void
  remove(): void
}

export function serverClock(): ServerClock {
  const folder = mkdtempSync(join(tmpdir(), 'drillboard-clock-'))
  const file = join(folder, 'ahead')
  let ahead = 0
  // At once: a server that reads meanwhile finds the one time or the other.
  const write = () => {
    writeFileSync(`${file}.next`, String(ahead))
    renameSync(`${file}.next`, file)
  }
  write()
  return {
    env: {
      NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'settableClock.mjs')}`,
      CLOCK_FILE: file,
    },
    now: () => Date.now() + ahead,
    advance(ms) {
      ahead += ms
      write()
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
