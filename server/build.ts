import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** `prestart`: builds the app, if what it is built from has changed since the last build. */

const HOME = resolve(import.meta.dirname, '..')
const STAMP = join(HOME, 'dist', '.built-from')
const SOURCES = ['src', 'shapes', 'templates', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesUnder(join(HOME, source)))) {
    const bytes = readFileSync(file)
    hash.update(`${file.slice(HOME.length)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Once here instead of at each request. */
function compress(folder: string) {
  for (const file of filesUnder(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
  }
}

const sources = hashOfSources()
const builtFrom = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''

if (sources !== builtFrom) {
  process.stdout.write('Building the app: its sources have changed since the last build.\n')
  // Vite takes over whatever the shell says: a test run or a developer's shell would get React's slow build.
  process.env.NODE_ENV = 'production'
  await build({ root: HOME, logLevel: 'warn' })
  compress(join(HOME, 'dist', 'assets'))
  writeFileSync(STAMP, sources)
}
