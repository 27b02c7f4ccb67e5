import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { boardSchema } from '../shapes/schemas.ts'
import type { RecordSchema } from '../src/document/migrateBoard.ts'
import { addressOf, isAskedHere, isLocalOnly, localUrl, reachableUrls } from './addresses.ts'
import { createApp } from './app.ts'
import { type Boards, openBoards } from './boards.ts'
import type { Settings } from './config.ts'
import { createEvents } from './events.ts'
import type { Log } from './logging.ts'
import { createMetrics } from './metrics.ts'
import { createRate } from './rate.ts'
import { startLine } from './startLine.ts'
import { limitUnread } from './unread.ts'
import { createUpgrade } from './upgrade.ts'

export interface Running {
  /** What to open on this machine. */
  readonly url: string
  readonly localOnly: boolean
  /** What others on the network would open. */
  readonly addresses: readonly string[]
  /** Commits what has arrived, says goodbye and frees port and folder. */
  stop(): Promise<void>
}

const GOODBYE_MS = 2_000
const HOME = resolve(import.meta.dirname, '..')

/**
 * Starts the server. `schema`: the form to which older boards are brought.
 *
 * @throws {SettingsError} where a setting cannot be used here
 */
export async function serve(
  settings: Settings,
  log: Log,
  schema: RecordSchema = boardSchema,
): Promise<Running> {
  const { host, publicUrl, trustProxy, dataDir } = settings
  const metrics = createMetrics({
    roomsInMemory: () => boards.rooms.inUse().size,
    roomsKept: () => boards.storage.index.count(),
    logBytes: () => boards.storage.size(),
    isInTrouble: () => boards.health.trouble() !== null,
  })
  const events = createEvents(metrics, log)
  const boards: Boards = openBoards(settings, events, schema)
  const incoming = (c: Context) => (c.env as HttpBindings).incoming
  const version = readVersion()
  let port = settings.port
  const localOnly = publicUrl === null && isLocalOnly(host)
  const reach = () => ({ localOnly, addresses: publicUrl ? [publicUrl] : reachableUrls(host, port) })

  const app = createApp({
    ...settings,
    ...boards,
    metrics,
    events,
    requestOf: incoming,
    newRooms: createRate(settings.newRoomsPerMinute, 60_000),
    runEvents: createRate(settings.eventsPerMinute, 60_000),
    addressOf: (c) => addressOf(incoming(c), trustProxy),
    originOf: (c) => publicUrl ?? originOf(c, trustProxy),
    reach,
    startOf: (c) => (localOnly && isAskedHere(incoming(c), settings) ? startLine(settings, port) : null),
    appVersion: version,
    dist: join(HOME, 'dist'),
  })
  const upgrade = createUpgrade({
    ...settings,
    ...boards,
    events,
    index: boards.storage.index,
    connects: createRate(settings.connectsPerSecond, 1000),
    unread: limitUnread(settings.maxUnreadTotalBytes),
    addressOf: (request) => addressOf(request, trustProxy),
  })
  const server = createServer(getRequestListener(app.fetch))
  server.on('upgrade', upgrade)
  try {
    port = await listen(server, port, host)
  } catch (error) {
    await boards.stop()
    await boards.close()
    throw error
  }
  log.info('started', { version, port, dataDir: resolve(dataDir) })

  return {
    url: localUrl(host, port),
    localOnly,
    addresses: reach().addresses,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.off('upgrade', upgrade)
      server.on('upgrade', (_, socket) => socket.destroy())
      await boards.stop()
      server.closeAllConnections()
      // Whoever does not answer the goodbye is not waited for: all is kept by now.
      await Promise.race([closed, setTimeout(GOODBYE_MS, null, { ref: false })])
      await boards.close()
      log.info('stopped')
      log.flush()
    },
  }
}

const readVersion = () => String(JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')).version)

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function originOf(c: Context, trusted: readonly string[]): string {
  const { incoming } = c.env as HttpBindings
  const fromProxy = trusted.includes((incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''))
  const isHttps = fromProxy && c.req.header('x-forwarded-proto') === 'https'
  return `${isHttps ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`
}
