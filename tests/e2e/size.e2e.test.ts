import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { filesToKeep } from '../../src/offline/filesToKeep.ts'

const dist = resolve(import.meta.dirname, '../../dist')
const assets = join(dist, 'assets')

/** The chunk of that name, and every chunk that it waits for. */
function chunksOf(name: RegExp): string[] {
  const first = readdirSync(assets).filter((file) => file.endsWith('.js') && name.test(file))
  const chunks = new Set(first)
  for (const chunk of chunks) {
    const code = readFileSync(join(assets, chunk), 'utf8')
    // Not those of `import(…)`: they come when they are used.
    for (const [, file] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      if (file) chunks.add(file)
  }
  return [...chunks]
}

/** kB, gzipped */
function sizeOf(chunks: readonly string[]): number {
  return chunks.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length / 1000, 0)
}

it('keeps the start page light, and a board within its budget', () => {
  const start = sizeOf(chunksOf(/^(index|rolldown-runtime)-/))
  const board = sizeOf([...new Set([...chunksOf(/^index-/), ...chunksOf(/^BoardPage-/)])])
  const all = sizeOf(chunksOf(/./))
  console.log(
    `JavaScript, gzipped: start page ${start.toFixed(0)} kB, board ${board.toFixed(0)} kB, everything ${all.toFixed(0)} kB`,
  )
  expect(start).toBeLessThan(120)
  expect(board).toBeGreaterThan(start)
  expect(board).toBeLessThan(750)
})

it('keeps little enough in a browser that everybody can spare it', () => {
  const sizeInMb = (urls: readonly string[]) =>
    urls.reduce((sum, url) => sum + statSync(join(dist, url)).size / 1e6, 0)
  const { always, onUse } = filesToKeep(dist)
  const kept = sizeInMb(always.map(({ url }) => url))
  console.log(
    `Kept to open with the server away: ${kept.toFixed(1)} MB, once used ${sizeInMb(onUse).toFixed(1)} MB`,
  )
  expect(always.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/index.html', expect.stringMatching(/\/BoardPage-.*\.js$/)]),
  )
  expect(kept).toBeLessThan(6)
})
