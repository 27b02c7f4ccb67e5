import { readFileSync } from 'node:fs'

/** Memory that a process holds, in MiB; NaN where the system does not tell (only Linux does). */
export function memoryOf(pid: number): number {
  try {
    const [, kib] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kib) / 1024
  } catch {
    return Number.NaN
  }
}

/** What a server may hold after load beyond what it held before: a tenth or 30 MiB, whichever is more. */
const allowedAfter = (before: number) => Math.max(before * 1.1, before + 30)

const LOOK_EVERY_MS = 500
const SETTLE_WITHIN_MS = 60_000

/** Waits until a process is back within what it held before, a minute at most. */
export async function settled(pid: number, before: number) {
  const endsAt = Date.now() + SETTLE_WITHIN_MS
  let after = memoryOf(pid)
  while (after > allowedAfter(before) && Date.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    after = memoryOf(pid)
  }
  return { after, isBack: !(after > allowedAfter(before)) }
}
