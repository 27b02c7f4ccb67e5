import { pino } from 'pino'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

type Fields = Readonly<Record<string, unknown>>

/** What is written for whoever runs the server. `event` is one of few: what differs goes into the fields. */
export interface Log {
  debug(event: string, fields?: Fields): void
  /** `details` are written only where the level is debug. */
  info(event: string, fields?: Fields, details?: Fields): void
  warn(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
  /** Says now what was held back. */
  flush(): void
}

/** So many lines of one event in so long; how many more there were is said at its end. */
const MOST_LINES = 10
const WINDOW_MS = 10_000

/**
 * Writes one JSON object a line. At debug all lines are written that only debug has; of the others no more
 * than a few of a kind, whatever strangers do.
 */
export function createLog(level: LogLevel, out: { write(line: string): unknown }): Log {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    out as { write(line: string): void },
  )
  const flood = createFlood(MOST_LINES, WINDOW_MS)
  const limited =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: Fields = {}) => {
      if (!lines.isLevelEnabled(level)) return
      const sayMore = (more: number) => lines[level]({ more }, `${event}: and ${more} more`)
      if (flood.lets(event, sayMore)) lines[level](fields, event)
    }
  const info = limited('info')
  return {
    debug: (event, fields = {}) => lines.debug(fields, event),
    info: (event, fields, details) =>
      info(event, lines.isLevelEnabled('debug') ? { ...fields, ...details } : fields),
    warn: limited('warn'),
    error: limited('error'),
    flush: flood.end,
  }
}

/** Lets `most` events of a kind through in a window of time, and counts the others. */
function createFlood(most: number, windowMs: number) {
  const counts = new Map<string, { count: number; readonly sayMore: (more: number) => void }>()
  let timer: NodeJS.Timeout | undefined

  function end() {
    clearTimeout(timer)
    timer = undefined
    for (const { count, sayMore } of counts.values()) if (count > most) sayMore(count - most)
    counts.clear()
  }

  return {
    lets(kind: string, sayMore: (more: number) => void): boolean {
      const seen = counts.get(kind) ?? { count: 0, sayMore }
      seen.count += 1
      counts.set(kind, seen)
      timer ??= setTimeout(end, windowMs).unref()
      return seen.count <= most
    },
    end,
  }
}
