import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { boardSchema } from '../shapes/schemas.ts'
import type { RecordSchema } from '../src/document/migrateBoard.ts'
import { createAccess, readSecret } from './access.ts'
import { addressOf, isLocalOnly, reachableUrls } from './addresses.ts'
import { createApp } from './app.ts'
import type { Settings } from './config.ts'
import { takeDataFolder } from './dataFolder.ts'
import { sqliteStorage } from './log/sqlite.ts'
import { createRate } from './rate.ts'
import { createRooms } from './rooms.ts'
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
  report: (error: unknown) => void,
  schema: RecordSchema = boardSchema,
): Promise<Running> {
  const { host, dataDir, publicUrl, trustProxy } = settings
  const folder = takeDataFolder(dataDir)
  const storage = sqliteStorage(join(dataDir, 'drillboard.sqlite'))
  const access = createAccess(readSecret(join(dataDir, 'secret')))
  const rooms = createRooms({ ...settings, log: storage.log, schema, report })
  const incoming = (c: Context) => (c.env as HttpBindings).incoming
  let port = settings.port
  const localOnly = publicUrl === null && isLocalOnly(host)
  const reach = () => ({ localOnly, addresses: publicUrl ? [publicUrl] : reachableUrls(host, port) })

  const app = createApp({
    storage,
    rooms,
    access,
    newRooms: createRate(settings.newRoomsPerMinute, 60_000),
    addressOf: (c) => addressOf(incoming(c), trustProxy),
    originOf: (c) => publicUrl ?? originOf(c, trustProxy),
    reach,
    appVersion: readVersion(),
    dist: join(HOME, 'dist'),
    report,
  })
  const upgrade = createUpgrade({
    ...settings,
    rooms,
    index: storage.index,
    access,
    connects: createRate(settings.connectsPerSecond, 1000),
    addressOf: (request) => addressOf(request, trustProxy),
    report,
  })
  const server = createServer(getRequestListener(app.fetch))
  server.on('upgrade', upgrade)
  try {
    port = await listen(server, port, host)
  } catch (error) {
    await storage.close()
    folder.release()
    throw error
  }

  return {
    url: `http://${localName(host)}:${port}`,
    localOnly,
    addresses: reach().addresses,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.off('upgrade', upgrade)
      server.on('upgrade', (_, socket) => socket.destroy())
      await rooms.close()
      server.closeAllConnections()
      // Whoever does not answer the goodbye is not waited for: all is kept by now.
      await Promise.race([closed, setTimeout(GOODBYE_MS, null, { ref: false })])
      await storage.close()
      folder.release()
    },
  }
}

const readVersion = () => String(JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')).version)

function localName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

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
