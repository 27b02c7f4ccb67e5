import { readFileSync } from 'node:fs'
import { openInspector } from '../bench/inspector.ts'
import type { TestServer } from '../helpers/startServer.ts'
import { until } from '../helpers/syncClient.ts'

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

/** Environment of a server that can be looked into; costs nothing before that. */
export const INSPECTABLE = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' }

const MIB = 2 ** 20

/** Looks into a server that was started with `INSPECTABLE`. */
export async function inspectorOf(server: TestServer) {
  const address = () => /ws:\/\/\S+/.exec(server.log().join('\n'))?.[0]
  process.kill(server.pid(), 'SIGUSR1')
  await until(() => address() !== undefined)
  const inspector = await openInspector(address() ?? '')
  const usedMib = async () => (await inspector.usedBytes()) / MIB
  return {
    /** Objects and buffers in use after a collection of garbage, MiB. */
    usedMib,
    /** Waits until no more than a tenth beyond `before` is in use, a minute at most. */
    async settledUsed(before: number) {
      const endsAt = Date.now() + SETTLE_WITHIN_MS
      let used = await usedMib()
      while (used > before * 1.1 && Date.now() < endsAt) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
        used = await usedMib()
      }
      return { used, isBack: used <= before * 1.1 }
    },
    close: inspector.close,
  }
}
