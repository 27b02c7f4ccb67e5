import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Inspector, openInspector } from './inspector.ts'

const HOME = resolve(import.meta.dirname, '../..')

/** A server in a process of its own. The system tells its figures only on Linux; elsewhere they are NaN. */
export interface ServerProcess {
  /** ws://host:port */
  readonly wsUrl: string
  /** http://host:port */
  readonly url: string
  /** CPU time used so far, ms. */
  cpuMs(): number
  /** Memory that the process holds, bytes. */
  rssBytes(): number
  /** Looks inside; costs nothing before it is asked for. */
  inspect(): Promise<Inspector>
  stop(): Promise<void>
}

/** Starts a TypeScript file that prints its address, and waits for that. */
export async function startProcess(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const args = ['--import', 'tsx', '--inspect-port=127.0.0.1:0', resolve(HOME, file)]
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, cwd: HOME })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  child.stderr.on('data', (chunk) => {
    if (!/Debugger|For help/.test(String(chunk))) process.stderr.write(chunk)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await printed(child, child.stdout, /https?:\/\/\S+/)
  return {
    url,
    wsUrl: url.replace('http', 'ws'),
    cpuMs: () => cpuMs(child.pid),
    rssBytes: () => 1024 * Number(/VmRSS:\s+(\d+)/.exec(procFile(child.pid, 'status'))?.[1] ?? Number.NaN),
    async inspect() {
      const address = printed(child, child.stderr, /ws:\/\/\S+/)
      child.kill('SIGUSR1')
      return openInspector(await address)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function printed(child: ChildProcess, output: NodeJS.ReadableStream, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    output.on('data', (chunk) => {
      text += chunk
      const found = what.exec(text)?.[0]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${text}`)))
  })
}

/** Fields 14 and 15 of /proc/<pid>/stat: user and system time in ticks of 10 ms. */
function cpuMs(pid: number | undefined): number {
  const stat = procFile(pid, 'stat')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
