import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { say } from './figures.ts'
import { benchTwoBrowsers } from './twoBrowsers.ts'

const HOME = resolve(import.meta.dirname, '../..')

function benchBuild() {
  const assets = join(HOME, 'dist/assets')
  const sizes = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => gzipSync(readFileSync(join(assets, file))).length / 1000)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  say(
    `\nJavaScript of the build, gzipped: ${total.toFixed(0)} kB in all (reach: 750 kB before a board is usable)`,
  )
}

await benchTwoBrowsers()
benchBuild()
process.exit(0)
