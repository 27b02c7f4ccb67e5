import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings } from '../../server/config.ts'
import { takeDataFolder } from '../../server/dataFolder.ts'

it('needs no setting', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    publicUrl: null,
    trustProxy: [],
    maxMessageBytes: 16 * 2 ** 20,
    connectsPerSecond: 30,
    newRoomsPerMinute: 20,
    eventsPerMinute: 600,
    logLevel: 'info',
    metricsToken: null,
  })
})

it('reads what is set', () => {
  const env = { PORT: '0', HOST: '0.0.0.0', PUBLIC_URL: 'https://a.example/', TRUST_PROXY: '127.0.0.1, ::1' }
  expect(readSettings(env)).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    publicUrl: 'https://a.example',
    trustProxy: ['127.0.0.1', '::1'],
  })
})

it('names every wrong setting, its value and what is allowed, at once', () => {
  const env = { PORT: '80a', PUBLIC_URL: 'ftp://x', TRUST_PROXY: 'proxy', MAX_ROOM_BYTES: '-1', HOST: 'a b' }
  expect(() => readSettings(env)).toThrowError(
    [
      'Cannot start: 5 settings are wrong.',
      '  PORT="80a"            is not a whole number from 0 to 65535 (0 picks a free port).',
      '  MAX_ROOM_BYTES="-1"   is not a whole number from 1024 to 268435456.',
      '  HOST="a b"            is neither an address nor a host name. 0.0.0.0 is every network.',
      '  PUBLIC_URL="ftp://x"  is not like https://board.example.org, with no path.',
      '  TRUST_PROXY="proxy"   is not a list of IP addresses with commas between them.',
    ].join('\n'),
  )
})

it('does not repeat a secret that is wrong', () => {
  expect(() => readSettings({ LOG_LEVEL: 'loud', METRICS_TOKEN: 'too short' })).toThrowError(
    [
      'Cannot start: 2 settings are wrong.',
      '  LOG_LEVEL="loud"   is not one of debug, info, warn, error, silent.',
      '  METRICS_TOKEN="…"  is not 16 characters or more of a-z, A-Z, 0-9 and -._~+/=.',
    ].join('\n'),
  )
})

it('stops the start with that message alone', () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, PORT: 'x', DATA_DIR: mkdtempSync(join(tmpdir(), 'drillboard-')) },
    encoding: 'utf8',
  })
  expect(run.status).toBe(1)
  expect(run.stderr).toBe(
    'Cannot start: 1 setting is wrong.\n  PORT="x"  is not a whole number from 0 to 65535 (0 picks a free port).\n',
  )
})

it.each([
  ['a folder', (lock: string) => mkdirSync(lock)],
  ['something else', (lock: string) => writeFileSync(lock, 'x'.repeat(4_096))],
])('blames no other server where the lock in the data folder is %s', (_, make) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'drillboard-'))
  make(join(dataDir, 'lock'))
  expect(() => takeDataFolder(dataDir)).toThrow(/DATA_DIR="[^"]+" +cannot be written \(SQLITE_\w+\)/)
})
