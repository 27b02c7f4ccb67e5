import { isIP } from 'node:net'
import { LOG_LEVELS, type LogLevel } from './logging.ts'

export interface Settings {
  /** 0 picks a free port. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** How others reach the server, without a slash at the end; null: as the request says. */
  readonly publicUrl: string | null
  /** Addresses of proxies whose X-Forwarded-… headers are believed. */
  readonly trustProxy: readonly string[]
  readonly maxMessageBytes: number
  readonly maxRoomBytes: number
  readonly maxAwarenessBytes: number
  readonly maxUnreadBytes: number
  /** Of all readers together. */
  readonly maxUnreadTotalBytes: number
  /** Per document of a room. */
  readonly connectionsPerRoom: number
  /** Per address. */
  readonly connectsPerSecond: number
  /** Per address. */
  readonly newRoomsPerMinute: number
  /** Of a run, by those with one link. */
  readonly eventsPerMinute: number
  /** A connection that sends faster is read more slowly. */
  readonly messagesPerSecond: number
  readonly pingEveryMs: number
  readonly roomIdleMs: number
  readonly snapshotEveryRows: number
  /** On the whole server. */
  readonly maxRooms: number
  /** How long what was drawn when is kept for replay; 0: for ever. */
  readonly historyDays: number
  /** How long a room is kept that nobody opens; 0: for ever. */
  readonly idleRoomDays: number
  readonly logLevel: LogLevel
  /** Opens the metrics from anywhere; null: only programs on this machine may read them. */
  readonly metricsToken: string | null
}

const MIB = 2 ** 20

export const USUAL_PORT = 3000
export const USUAL_DATA_DIR = './data'

/** The settings that are whole numbers: name, default, least, most. */
const NUMBERS = {
  port: ['PORT', USUAL_PORT, 0, 65_535],
  maxMessageBytes: ['MAX_MESSAGE_BYTES', 16 * MIB, 1024, 256 * MIB],
  maxRoomBytes: ['MAX_ROOM_BYTES', 16 * MIB, 1024, 256 * MIB],
  maxAwarenessBytes: ['MAX_AWARENESS_BYTES', 64 * 1024, 1024, MIB],
  maxUnreadBytes: ['MAX_UNREAD_BYTES', 16 * MIB, 1024, 1024 * MIB],
  maxUnreadTotalBytes: ['MAX_UNREAD_TOTAL_BYTES', 256 * MIB, 1024, 65_536 * MIB],
  connectionsPerRoom: ['CONNECTIONS_PER_ROOM', 64, 1, 10_000],
  connectsPerSecond: ['CONNECTS_PER_SECOND', 30, 1, 100_000],
  newRoomsPerMinute: ['NEW_ROOMS_PER_MINUTE', 20, 1, 100_000],
  eventsPerMinute: ['EVENTS_PER_MINUTE', 600, 1, 100_000],
  messagesPerSecond: ['MESSAGES_PER_SECOND', 500, 1, 100_000],
  pingEveryMs: ['PING_EVERY_MS', 25_000, 50, 25_000],
  roomIdleMs: ['ROOM_IDLE_MS', 30_000, 0, 86_400_000],
  snapshotEveryRows: ['SNAPSHOT_EVERY_ROWS', 200, 1, 1_000_000],
  maxRooms: ['MAX_ROOMS', 10_000, 1, 10_000_000],
  historyDays: ['HISTORY_DAYS', 0, 0, 36_500],
  idleRoomDays: ['IDLE_ROOM_DAYS', 0, 0, 36_500],
} as const

type NumberSetting = keyof typeof NUMBERS

interface Wrong {
  readonly name: string
  readonly value: string
  readonly why: string
}

/** Every setting that is wrong, in one message. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  constructor(wrong: readonly Wrong[]) {
    const count = wrong.length === 1 ? '1 setting is' : `${wrong.length} settings are`
    const named = wrong.map(({ name, value }) => `${name}="${value}"`)
    const width = Math.max(...named.map((text) => text.length))
    const lines = wrong.map(({ why }, i) => `  ${named[i]?.padEnd(width)}  ${why}`)
    super([`Cannot start: ${count} wrong.`, ...lines].join('\n'))
  }
}

/** Reads the settings from the environment; an empty one counts as absent. @throws {SettingsError} */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: Wrong[] = []
  const get = (name: string) => env[name]?.trim() || undefined
  const check = <T>(name: string, parse: (value: string) => T | undefined, why: string): T | undefined => {
    const value = get(name)
    if (value === undefined) return undefined
    const parsed = parse(value)
    if (parsed === undefined) wrong.push({ name, value, why })
    return parsed
  }

  const numbers = {} as Record<NumberSetting, number>
  for (const [key, [name, usual, least, most]] of Object.entries(NUMBERS)) {
    const hint = key === 'port' ? ' (0 picks a free port)' : ''
    const why = `is not a whole number from ${least} to ${most}${hint}.`
    numbers[key as NumberSetting] = check(name, wholeNumber(least, most), why) ?? usual
  }
  const settings: Settings = {
    ...numbers,
    host:
      check('HOST', hostName, 'is neither an address nor a host name. 0.0.0.0 is every network.') ??
      '127.0.0.1',
    dataDir: get('DATA_DIR') ?? USUAL_DATA_DIR,
    publicUrl: check('PUBLIC_URL', origin, 'is not like https://board.example.org, with no path.') ?? null,
    trustProxy:
      check('TRUST_PROXY', addresses, 'is not a list of IP addresses with commas between them.') ?? [],
    logLevel: check('LOG_LEVEL', logLevel, `is not one of ${LOG_LEVELS.join(', ')}.`) ?? 'info',
    metricsToken: get('METRICS_TOKEN') ?? null,
  }
  if (settings.metricsToken !== null && !METRICS_TOKEN.test(settings.metricsToken)) {
    const why = `is not ${LEAST_TOKEN} characters or more of a-z, A-Z, 0-9 and -._~+/=.`
    wrong.push({ name: 'METRICS_TOKEN', value: '…', why })
  }
  if (wrong.length > 0) throw new SettingsError(wrong)
  return settings
}

/** It stands in a header, and should not be guessed. What is set is not repeated where it is wrong. */
const LEAST_TOKEN = 16
const METRICS_TOKEN = new RegExp(`^[\\w.~+/=-]{${LEAST_TOKEN},}$`)

const logLevel = (value: string) => LOG_LEVELS.find((level) => level === value)

function wholeNumber(least: number, most: number) {
  return (value: string) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    return number >= least && number <= most ? number : undefined
  }
}

function hostName(value: string): string | undefined {
  return isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value) ? value : undefined
}

function origin(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, pathname, search, hash, origin } = new URL(value)
  const isBare = pathname === '/' && search === '' && hash === ''
  return isBare && ['http:', 'https:'].includes(protocol) ? origin : undefined
}

function addresses(value: string): string[] | undefined {
  const list = value.split(',').map((part) => part.trim())
  return list.every((part) => isIP(part) !== 0) ? list : undefined
}
