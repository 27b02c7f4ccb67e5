import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ServerProcess {
  /** http://host:port */
  readonly url: string
  /** CPU time used so far, ms; NaN where the system does not tell (only Linux does). */
  cpuMs(): number
  stop(): void
}

/** Starts a TypeScript file that prints its address, and waits for that. */
export async function startProcess(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', file], { env: { ...process.env, ...env } })
  const url = await printedAddress(child)
  return {
    url,
    cpuMs: () => cpuMs(child.pid),
    stop: () => void child.kill('SIGTERM'),
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk) => {
      printed += chunk
      const url = /https?:\/\/\S+/.exec(printed)?.[0]
      if (url) resolve(url)
    })
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)))
  })
}

/** Fields 14 and 15 of /proc/<pid>/stat: user and system time in ticks of 10 ms. */
function cpuMs(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}
