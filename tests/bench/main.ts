import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { median, say } from './figures.ts'
import { drag, type Load } from './pairs.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'
import { benchTwoBrowsers } from './twoBrowsers.ts'

const HOME = resolve(import.meta.dirname, '../..')
const LOAD: Load = { pairs: 100, perSecond: 10, seconds: 10 }
const ROUNDS = 3

interface Result {
  readonly p50: number
  readonly p99: number
  readonly cpuPerUpdate: number
}

async function measure(server: ServerProcess, roomUrls: readonly string[]): Promise<Result> {
  const before = server.cpuMs()
  const { updates, latencies } = await drag(roomUrls, LOAD)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), cpuPerUpdate: (1000 * (server.cpuMs() - before)) / updates }
}

async function drillboardRooms(server: ServerProcess): Promise<string[]> {
  const rooms = Array.from({ length: LOAD.pairs }, async () => {
    const answer = await fetch(`${server.url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { room, tokens } = (await answer.json()) as { room: string; tokens: { owner: string } }
    return `${server.url.replace('http', 'ws')}/sync/${room}/board?token=${tokens.owner}`
  })
  return Promise.all(rooms)
}

function relayRooms(relay: ServerProcess): string[] {
  return Array.from({ length: LOAD.pairs }, (_, n) => `${relay.url.replace('http', 'ws')}/room-${n}`)
}

async function benchServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'drillboard-bench-'))
  const roomy = { CONNECTS_PER_SECOND: '100000', NEW_ROOMS_PER_MINUTE: '100000' }
  const ours = await startProcess(join(HOME, 'server/main.ts'), { PORT: '0', DATA_DIR: dataDir, ...roomy })
  const relay = await startProcess(join(HOME, 'tests/bench/bareRelay.ts'))
  const results: { ours: Result; relay: Result }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const base = await measure(relay, relayRooms(relay))
    results.push({ relay: base, ours: await measure(ours, await drillboardRooms(ours)) })
  }
  ours.stop()
  relay.stop()
  rmSync(dataDir, { recursive: true, force: true })

  say(
    `An edit from one person to the other: ${LOAD.pairs} rooms × 2 people, ${LOAD.perSecond} edits a second`,
  )
  say(
    'each on disk before it is passed on; median of 3 rounds; ratio to a relay that keeps and checks nothing',
  )
  for (const [key, name, unit] of [
    ['p50', 'p50', 'ms'],
    ['p99', 'p99', 'ms'],
    ['cpuPerUpdate', 'CPU per update', 'µs'],
  ] as const) {
    const [mine, base] = [median(results.map((r) => r.ours[key])), median(results.map((r) => r.relay[key]))]
    say(
      `  ${name.padEnd(16)} ${mine.toFixed(2).padStart(8)} ${unit}   relay ${base.toFixed(2)} ${unit}   × ${(mine / base).toFixed(2)}`,
    )
  }
}

function benchBuild() {
  const assets = join(HOME, 'dist/assets')
  const sizes = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => gzipSync(readFileSync(join(assets, file))).length / 1000)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  say(
    `\nJavaScript of the build, gzipped: ${total.toFixed(0)} kB in all (reach: 750 kB before a board is usable)`,
  )
}

await benchServer()
await benchTwoBrowsers()
benchBuild()
process.exit(0)
