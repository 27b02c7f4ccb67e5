import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const HOME = resolve(import.meta.dirname, '../..')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly env: Readonly<Record<string, string>>
  /** Where the person stands who types it. */
  readonly cwd?: string
  /** What the command line begins with, to limit what the script may do. */
  readonly under?: readonly string[]
}

/** Runs a script of package.json as a person would, `npm run --silent <script> -- <args>`, until it ends. */
export function runScript(script: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { env, cwd = HOME, under = [] } = options
  const line = [...under, 'npm', 'run', '--silent', '--prefix', HOME, script, '--', ...args]
  const child = spawn(line[0] ?? '', line.slice(1), {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((done, reject) => {
    child.once('error', reject)
    child.once('close', (code) => done({ code, out, err }))
  })
}
