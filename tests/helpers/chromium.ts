import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A Chromium that runs here: CHROMIUM_PATH, the system's, or Playwright's; otherwise one is installed
 * (Playwright's download, else Debian's package when root).
 *
 * @throws when none can be had, saying how to provide one
 */
export function chromiumPath(): string {
  const found = findChromium()
  if (found) return found
  for (const install of [installPlaywrights, installDebians]) {
    install()
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need a Chromium. Install one (apt-get install chromium), or set CHROMIUM_PATH to it.',
  )
}

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH="${named}" does not exist.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
  return onPath ?? [chromium.executablePath()].find(existsSync)
}

function installPlaywrights() {
  attempt('npx', ['playwright-core', 'install', 'chromium'])
}

function installDebians() {
  if (process.getuid?.() !== 0) return
  attempt('apt-get', ['update', '-qq'])
  attempt('apt-get', ['install', '-y', '-qq', 'chromium'])
}

function attempt(command: string, args: string[]) {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 600_000 })
  } catch {
    // The next way is tried; when none works the caller says how to provide a Chromium.
  }
}

/** A headless Chromium that asks nobody outside for anything. */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...QUIET, ...args] })
}
