import { readSettings, SettingsError } from './config.ts'
import { errorFields } from './events.ts'
import { createLog, type Log } from './logging.ts'
import { type Running, serve } from './serve.ts'

const STOP_WITHIN_MS = 10_000

const say = (text: string) => process.stdout.write(`${text}\n`)

// A log that cannot be written, to a full disk or a reader that has gone, ends no server.
process.stderr.on('error', () => {})

try {
  const settings = readSettings(process.env)
  const log = createLog(settings.logLevel, process.stderr)
  const running = await serve(settings, log)
  endOnUncaught(log)
  stopOnSignals(running, log)
  announce(running)
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 1
}

function announce({ url, localOnly, addresses }: Running) {
  say(`Drillboard is running: ${url}`)
  if (addresses.length > 0) say(`For others: ${addresses.join('  ')}`)
  else if (localOnly) say('It listens on this machine only. To let others in, start it with HOST=0.0.0.0')
}

function stopOnSignals({ stop }: Running, log: Log) {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error('stopped with an error', errorFields(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function endOnUncaught(log: Log) {
  process.on('uncaughtException', (error) => {
    log.error('ended by an error', errorFields(error))
    process.exit(1)
  })
}

function reasonOf(error: unknown): string {
  if (error instanceof SettingsError) return error.message
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'Cannot start: the port is taken. Give another one, e.g. PORT=3001.'
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return `Cannot start: ${message}. Check HOST and PORT.`
  return `Cannot start: ${stack ?? message}`
}
