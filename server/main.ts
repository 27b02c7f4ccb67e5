import { readSettings, SettingsError } from './config.ts'
import { type Running, serve } from './serve.ts'

const STOP_WITHIN_MS = 10_000

const say = (text: string) => process.stdout.write(`${text}\n`)
const complain = (text: string) => process.stderr.write(`${text}\n`)

function report(error: unknown) {
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

try {
  const running = await serve(readSettings(process.env), report)
  announce(running)
  stopOnSignals(running)
} catch (error) {
  complain(reasonOf(error))
  process.exitCode = 1
}

function announce({ url, localOnly, addresses }: Running) {
  say(`Drillboard is running: ${url}`)
  if (addresses.length > 0) say(`For others: ${addresses.join('  ')}`)
  else if (localOnly) say('It listens on this machine only. To let others in, start it with HOST=0.0.0.0')
}

function stopOnSignals({ stop }: Running) {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stop().then(
      () => process.exit(0),
      (error) => {
        report(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function reasonOf(error: unknown): string {
  if (error instanceof SettingsError) return error.message
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'Cannot start: the port is taken. Give another one, e.g. PORT=3001.'
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return `Cannot start: ${message}. Check HOST and PORT.`
  return `Cannot start: ${stack ?? message}`
}
