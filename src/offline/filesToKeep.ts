import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a browser keeps of a build, by address. */
export interface FilesToKeep {
  /** Kept from the first visit on. `revision`: of files whose name does not change with their content. */
  readonly always: readonly { url: string; revision: string | null }[]
  /** Kept once used: tldraw's translations, 1.1 MB, of which a person uses one. */
  readonly onUse: readonly string[]
}

/** Scripts, styles, fonts, icons and tldraw's English: 3.8 MB, of which 1.6 MB are fonts. */
const ALWAYS = /\.(js|css|woff2|svg|png)$|^en-[\w-]+\.json$/
const ON_USE = /\.json$/

/** Sorts the files of the built app; what is in neither list (older font formats, say) no page asks for. */
export function filesToKeep(dist: string): FilesToKeep {
  const assets = readdirSync(join(dist, 'assets')).sort()
  const always = assets.filter((name) => ALWAYS.test(name))
  const address = (name: string) => `/assets/${name}`
  return {
    always: [
      ...['index.html', 'favicon.svg'].map((name) => ({
        url: `/${name}`,
        revision: hashOf(join(dist, name)),
      })),
      ...always.map((name) => ({ url: address(name), revision: null })),
    ],
    onUse: assets.filter((name) => ON_USE.test(name) && !ALWAYS.test(name)).map(address),
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
}
