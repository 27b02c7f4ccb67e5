import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { findKind } from '../../shapes/catalog/index.ts'
import { findProperty } from '../../shapes/catalog/properties.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import type { Design } from '../../src/domain/design.ts'
import { readDesignFile } from '../../src/domain/designFile/readDesignFile.ts'
import { estimate } from '../../src/domain/estimate/estimate.ts'
import { REQUIREMENTS } from '../../src/domain/requirements.ts'
import { problems } from '../../templates/problems/index.ts'
import { loadReference } from '../../templates/problems/references.ts'

const fileOf = (id: string) => `templates/problems/${id}/reference.json`

/** ms until a call of that node is answered: a second, plain way to what the estimate says; null where a p99 is missing. */
function waitFor(design: Design, id: string, isRoot = true): number | null {
  const own = isRoot ? 0 : design.nodes.find((node) => node.id === id)?.props.p99
  if (typeof own !== 'number') return null
  const calls = design.links.filter(({ from, mode, optional }) => from === id && mode === 'sync' && !optional)
  const turns = new Map<number | string, number>()
  for (const { id: link, to, seq } of calls) {
    const wait = waitFor(design, to, false)
    if (wait === null) return null
    turns.set(seq ?? link, Math.max(turns.get(seq ?? link) ?? 0, wait))
  }
  return [...turns.values()].reduce((sum, wait) => sum + wait, own)
}

it('lists every problem that has a folder, each once, in the order of their codes', () => {
  const folders = readdirSync('templates/problems').filter((name) => !name.includes('.'))
  expect(problems.map(({ id }) => id).sort()).toEqual(folders.sort())
  expect(problems.map(({ code }) => code)).toEqual(
    problems.map((_, n) => `P${String(n + 1).padStart(2, '0')}`),
  )
  expect(new Set(problems.map(({ title }) => title)).size).toBe(problems.length)
})

describe.each(problems.map(({ id }) => id))('the problem %s', (id) => {
  let design: Design
  beforeAll(async () => {
    design = (await loadReference(id)) as Design
  })

  it('has a reference board that reads without a warning', () => {
    expect(readDesignFile(readFileSync(fileOf(id), 'utf8'), vocabulary)).toEqual({
      ok: true,
      design,
      warnings: [],
    })
  })

  it('has only kinds and properties of the catalog, and requirements that are known', () => {
    for (const { kind, label, props } of design.nodes) {
      expect(findKind(kind), kind).toBeDefined()
      expect(label).not.toBe('')
      for (const property of Object.keys(props)) expect(findProperty(property), property).toBeDefined()
    }
    for (const requirement of Object.keys(design.requirements))
      expect(Object.keys(REQUIREMENTS)).toContain(requirement)
  })

  it('joins nodes that are there, each id once, every link with a label', () => {
    const ids = design.nodes.map((node) => node.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(design.links.map((link) => link.id)).size).toBe(design.links.length)
    for (const { from, to, label } of design.links) {
      expect(ids).toContain(from)
      expect(ids).toContain(to)
      expect(label).not.toBe('')
    }
    const joined = new Set(design.links.flatMap(({ from, to }) => [from, to]))
    expect(ids.filter((node) => !joined.has(node))).toEqual([])
  })

  it('has a call path as long as a second way of adding it up says', () => {
    const paths = estimate(design).filter(({ name }) => name === 'call-path-latency')
    const clients = design.nodes.filter(({ kind }) => kind === 'client')
    expect(paths.map(({ value }) => value)).toEqual(clients.map((client) => waitFor(design, client.id)))
  })
})

it('comes to 123 of 200 ms for songs, which leaves 38.5 %', async () => {
  const songs = (await loadReference('song-recommendation')) as Design
  const named = (name: string) => estimate(songs).find((one) => one.name === name)
  expect(named('call-path-latency')).toMatchObject({ value: 123, unit: 'ms' })
  expect(named('latency-headroom')?.value).toBeCloseTo(0.385, 10)
})

/** So that a node or link lost by an edit is noticed. */
it.each([
  ['song-recommendation', 28, 36],
  ['harmful-content', 30, 39],
  ['rag-assistant', 30, 35],
])('has the whole board of %s: %i components and %i links', async (id, nodes, links) => {
  const design = await loadReference(id)
  expect([design?.nodes.length, design?.links.length]).toEqual([nodes, links])
})
