import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const assets = resolve(import.meta.dirname, '../../dist/assets')

/** kB, gzipped */
function sizeOf(name: RegExp): number {
  const files = readdirSync(assets).filter((file) => file.endsWith('.js') && name.test(file))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length / 1000, 0)
}

it('keeps the start page light, and a board within its budget', () => {
  const start = sizeOf(/^(index|rolldown-runtime)-/)
  const all = sizeOf(/./)
  console.log(`JavaScript, gzipped: start page ${start.toFixed(0)} kB, board ${all.toFixed(0)} kB`)
  expect(start).toBeLessThan(120)
  expect(all).toBeLessThan(750)
})
