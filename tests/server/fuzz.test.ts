import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actsIn, actsOf, fuzzRun } from '../trials/fuzz.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillboard-fuzz-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('has everybody agree and keeps what was promised over random edits, bad frames and restarts; a trace repeats it', async () => {
  const [trace, again] = [join(folder, 'trace'), join(folder, 'again')]
  const first = await fuzzRun(actsOf(3, 150), trace)
  expect(first).toMatchObject({ acts: 150, restarts: 2, broken: [] })
  expect(first.promised).toBeGreaterThan(50)
  expect(actsIn(trace)).toEqual([...actsOf(3, 150)])

  const beginning = actsIn(trace).slice(0, 70)
  expect((await fuzzRun(beginning, again)).broken).toEqual([])
  expect(actsIn(again)).toEqual(beginning)
}, 180_000)
