import { execFileSync } from 'node:child_process'

/**
 * Lets no file of a process grow beyond `bytes`, as a full disk does; `null` lifts that again. Linux only.
 * SQLite then reports that the disk cannot be written.
 */
export function limitFiles(pid: number, bytes: number | null) {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`])
}
