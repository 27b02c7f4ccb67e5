import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const HOME = resolve(import.meta.dirname, '../..')

export interface TestServer {
  readonly url: string
  readonly wsUrl: string
  readonly dataDir: string
  pid(): number
  /** What the process has written for people since its last start. */
  output(): string
  /** The lines of its log since then. */
  log(): readonly string[]
  /** kill -9. */
  kill(): Promise<void>
  /** SIGTERM, and its exit code; the data stay. */
  terminate(): Promise<number | null>
  /** Stops the process where it stands, sockets open and nobody answering, until `thaw`. */
  freeze(): void
  thaw(): void
  /** SIGTERM; answers the exit code, and removes the data. */
  stop(): Promise<number | null>
  /** Starts it again on the same port and data, stopping it first if it runs. */
  restart(): Promise<void>
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Where its data are, if not in a new temporary folder. */
  readonly dataDir?: string
  /** The user it runs as, where this process may choose. */
  readonly uid?: number
}

/** Limits that a suite on one machine would run into. */
const ROOMY = { CONNECTS_PER_SECOND: '10000', NEW_ROOMS_PER_MINUTE: '10000' }

/** Starts the server as `npm start` does, on a free port, with its data in a new temporary folder. */
export async function startServer({ env = {}, uid, ...given }: StartOptions = {}): Promise<TestServer> {
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'drillboard-')))
  let run = await launch({ ...ROOMY, DATA_DIR: dataDir, PORT: '0', ...env }, uid)
  const { url } = run
  const port = new URL(url).port

  return {
    url,
    wsUrl: url.replace(/^http/, 'ws'),
    dataDir,
    pid: () => run.child.pid ?? 0,
    output: () => run.output(),
    log: () => run.log(),
    freeze: () => void run.child.kill('SIGSTOP'),
    thaw: () => void run.child.kill('SIGCONT'),
    terminate: () => end(run.child, 'SIGTERM'),
    kill: async () => void (await end(run.child, 'SIGKILL')),
    async stop() {
      const code = await end(run.child, 'SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
      return code
    },
    async restart() {
      await end(run.child, 'SIGTERM')
      run = await launch({ ...ROOMY, DATA_DIR: dataDir, ...env, PORT: port }, uid)
    },
  }
}

interface Run {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
  readonly log: () => readonly string[]
}

function launch(env: Readonly<Record<string, string>>, uid?: number): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: HOME,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  let text = ''
  let log = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk
      const [, url] = /running: (http:\S+)\n/.exec(text) ?? []
      if (url) resolve({ child, url, output: () => text, log: () => log.split('\n').slice(0, -1) })
    }
    child.stdout.on('data', read)
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk
    })
    child.once('close', (code) =>
      reject(new Error(`The server ended with ${code} before it ran:\n${text}${log}`)),
    )
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    // Not before all that it has written is here.
    child.once('close', (code) => resolve(code))
    child.kill(signal)
  })
}
