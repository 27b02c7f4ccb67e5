import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { chromiumPath } from '../helpers/chromium.ts'

/** Builds the app if its sources changed, and makes sure of a browser, before the first journey. */
export function setup() {
  const home = resolve(import.meta.dirname, '../..')
  execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts'], { cwd: home, stdio: 'inherit' })
  process.stdout.write(`Browser tests use ${chromiumPath()}\n`)
}
