import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeDesignFile } from '../../src/domain/designFile/readDesignFile.ts'
import type { Estimate } from '../../src/domain/estimate/estimator.ts'
import { estimators } from '../../src/domain/estimate/estimators/index.ts'
import { formatNumber } from '../../src/domain/units.ts'
import { runScript } from '../helpers/runScript.ts'

const songs = resolve(import.meta.dirname, '../../templates/problems/song-recommendation/reference.json')

let folder = ''
let answers = new Map<string, readonly Estimate[]>()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worked-'))
  for (const { id, example } of estimators)
    writeFileSync(join(folder, `${id}.json`), writeDesignFile(example.design))
  const files = [...estimators.map(({ id }) => `${id}.json`), songs]
  const { code, out, err } = await runScript('design', ['estimate', ...files], { env: {}, cwd: folder })
  expect([code, err]).toEqual([0, ''])
  const lines = out.trimEnd().split('\n')
  answers = new Map(lines.map((line) => JSON.parse(line)).map(({ file, estimates }) => [file, estimates]))
})
afterAll(() => rmSync(folder, { recursive: true }))

const saidOf = (file: string) =>
  (answers.get(file) ?? []).map(
    ({ name, value, unit }) => `${name} ${value === null ? '–' : formatNumber(value, unit)}`,
  )

it.each(estimators)('the command line reckons the example of $id', ({ id, example }) => {
  const said = saidOf(`${id}.json`)
  for (const [name, text] of example.gives) expect(said).toContain(`${name} ${text}`)
})

it('the command line reckons the reference board of the songs: 123 of 200 ms', () => {
  const exact = (answers.get(songs) ?? []).map(({ name, value }) => [name, value])
  expect(exact).toContainEqual(['call-path-latency', 123])
  expect(exact).toContainEqual(['latency-headroom', 0.385])
  expect(saidOf(songs)).toEqual(expect.arrayContaining(['vector-memory 51.2 GB', 'hnsw-memory 92.2 GB']))
})
