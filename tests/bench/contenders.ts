import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRoom } from '../helpers/syncClient.ts'
import { putUpdate } from './member.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'

/** A server that is measured. */
export interface Contender {
  readonly process: ServerProcess
  /** Makes so many rooms, each holding this board. Returns their paths below `process.wsUrl`. */
  makeRooms(count: number, board: Uint8Array): Promise<string[]>
  stop(): Promise<void>
}

export interface Ours extends Contender {
  /** Starts it again on the same data. */
  restart(): Promise<void>
}

export interface Contenders {
  readonly ours: Ours
  readonly theirs: Contender
}

/** Limits that a bench from one address would run into. */
const ROOMY = { CONNECTS_PER_SECOND: '100000', NEW_ROOMS_PER_MINUTE: '100000', LOG_LEVEL: 'warn' }

export async function startOurs(env: Readonly<Record<string, string>> = {}): Promise<Ours> {
  const dataDir = mkdtempSync(join(tmpdir(), 'drillboard-bench-'))
  const start = () => startProcess('server/main.ts', { PORT: '0', DATA_DIR: dataDir, ...ROOMY, ...env })
  let running = await start()
  return {
    get process() {
      return running
    },
    async makeRooms(count, board) {
      const paths: string[] = []
      for (let n = 0; n < count; n++) {
        const { room, tokens } = await createRoom(running.url)
        paths.push(`/sync/${room}/board?acks=1&token=${tokens.owner}`)
        await putUpdate(running.wsUrl + paths[n], board)
      }
      return paths
    },
    async restart() {
      await running.stop()
      running = await start()
    },
    async stop() {
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const startTheirs = () => startSimple('tests/bench/yjsServer.ts')
export const startRelay = () => startSimple('tests/bench/relayServer.ts')

/** A server whose rooms are whatever paths are asked for. */
async function startSimple(file: string): Promise<Contender> {
  const running = await startProcess(file)
  let made = 0
  return {
    process: running,
    async makeRooms(count, board) {
      const paths = Array.from({ length: count }, () => `/room-${made++}`)
      for (const path of paths) await putUpdate(running.wsUrl + path, board)
      return paths
    },
    stop: running.stop,
  }
}

export async function startBoth(env: Readonly<Record<string, string>> = {}): Promise<Contenders> {
  const [ours, theirs] = await Promise.all([startOurs(env), startTheirs()])
  return { ours, theirs }
}
