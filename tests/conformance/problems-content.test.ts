import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { estimate } from '../../src/domain/estimate/estimate.ts'
import { formatCount, formatNumber } from '../../src/domain/units.ts'
import { loadBrief } from '../../templates/problems/briefs.ts'
import { type Figure, recompute } from '../../templates/problems/figure.ts'
import { findProblem, problems } from '../../templates/problems/index.ts'
import { type Brief, LEVELS, TAGS } from '../../templates/problems/problem.ts'
import { loadReference } from '../../templates/problems/references.ts'

/** What is a name or a choice among given words; all else is a sentence or several. */
const NAMES = 'id code title level tags depth changes about task name from chosen signal formula unit'.split(
  ' ',
)

const LEAST = {
  full: { questions: 8, considered: 4, curveBalls: 4, hints: 6, figures: 7, monitoring: 4 },
  compact: { questions: 6, considered: 2, curveBalls: 3, hints: 4, figures: 4, monitoring: 3 },
}

interface Text {
  readonly key: string
  readonly text: string
}

/** Every text in it, with the key that it stands under. */
function textsIn(value: unknown, key = ''): Text[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}

/** Every list and every object in it. */
function partsOf(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return []
  return [value, ...Object.values(value).flatMap(partsOf)]
}

const isSentence = ({ key }: Text) => !NAMES.includes(key)

/** Words of four letters or more that stand side by side once the short ones are gone. */
function pairsOfWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []
  return words.slice(1).map((word, n) => `${words[n]} ${word}`)
}

/** The ways in which a sentence may write a number. */
function waysToWrite({ value, unit }: Figure): string[] {
  const spelled = formatNumber(value, unit).replace(/\/(s|day)$/, '')
  const digits = Number(value.toPrecision(6))
  const ways = [spelled, `${digits.toLocaleString('en-US')} ${unit}`]
  if (unit === 'share') ways.push(`${Number((value * 100).toPrecision(3))}%`)
  if (unit === 'ms' && value >= 1e3) ways.push(`${digits / 1e3} s`)
  if (unit === 'times') ways.push(formatCount(value))
  return ways
}

/** The number stands there whole: 1.5M is not written in 11.5M. */
function isWritten(said: string, way: string): boolean {
  const at = said.indexOf(way)
  return (
    at >= 0 &&
    !/[\d.,]$/.test(said.slice(0, at)) &&
    !/^(\d|[.,]\d|[kMBT]\b)/.test(said.slice(at + way.length))
  )
}

/** Every file that comes along with one, by whatever kind of import. */
function filesBehind(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
    filesBehind(join(dirname(file), path), found)
  return found
}

describe('the list of problems', () => {
  it('has every folder that holds a public part, each once, six in full and eight compact', () => {
    const folders = readdirSync('templates/problems').filter((name) => !name.includes('.'))
    expect(problems.map(({ id }) => id).sort()).toEqual(folders.sort())
    expect(problems.map(({ depth }) => depth)).toEqual([
      ...Array(6).fill('full'),
      ...Array(8).fill('compact'),
    ])
    expect(problems.map(({ code }) => code)).toEqual(
      problems.map((_, n) => `P${String(n + 1).padStart(2, '0')}`),
    )
    expect(findProblem('no-such-problem')).toBeUndefined()
  })

  it('leads to no brief, no figure and no reference board', () => {
    const behind = [...filesBehind('templates/problems/index.ts')]
    expect(behind.length).toBeGreaterThan(problems.length)
    expect(
      behind.filter((file) => /\/(briefs?|figures|references)\.ts$|reference\.json$/.test(file)),
    ).toEqual([])
  })

  it('uses every tag and every level', () => {
    expect([...new Set(problems.flatMap(({ tags }) => tags))].sort()).toEqual([...TAGS].sort())
    expect([...new Set(problems.map(({ level }) => level))].sort()).toEqual([...LEVELS].sort())
  })

  it('has no brief of a problem that is not there', async () => {
    expect(await loadBrief('no-such-problem')).toBeUndefined()
    expect(await loadBrief('constructor')).toBeUndefined()
  })

  it('says nothing twice', async () => {
    const briefs = await Promise.all(problems.map(({ id }) => loadBrief(id)))
    const sentences = [...problems, ...briefs]
      .flatMap((part) => textsIn(part))
      .filter(isSentence)
      .map(({ text }) => text.toLowerCase())
      .filter((text) => text.split(' ').length > 4)
    expect(sentences.filter((text, n) => sentences.indexOf(text) !== n)).toEqual([])
  })
})

describe.each(problems.map((problem) => [problem.id, problem] as const))('the problem %s', (id, problem) => {
  let brief: Brief
  beforeAll(async () => {
    brief = (await loadBrief(id)) as Brief
    expect(brief).toBeDefined()
  })

  it('has every part, and nothing in it is empty', () => {
    expect(findProblem(id)).toBe(problem)
    for (const part of [...partsOf(problem), ...partsOf(brief)])
      expect(Object.keys(part).length).toBeGreaterThan(0)
    for (const { key, text } of [...textsIn(problem), ...textsIn(brief)])
      expect(text, key).toMatch(/^\S+( \S+)*$/)
    const least = LEAST[problem.depth]
    const { questions, options, curveBalls, hints, figures, monitoring } = brief
    const parts = { questions, considered: options.considered, curveBalls, hints, figures, monitoring }
    for (const [part, { length }] of Object.entries(parts))
      expect(length, part).toBeGreaterThanOrEqual(least[part as keyof typeof least])
    expect(problem.tags.length).toBe(new Set(problem.tags).size)
  })

  it('begins each sentence large and ends it, and ends no name', () => {
    for (const text of [...textsIn(problem), ...textsIn(brief)]) {
      if (isSentence(text)) expect(text.text).toMatch(/^[\p{Lu}\d“].*[.?!]$/su)
      else expect(text.text).not.toMatch(/[.;:,]$/)
    }
    for (const { ask } of brief.questions) expect(ask).toMatch(/\?$/)
  })

  it('has a variant of scale and one of constraint, whose facts replace answers of the brief', () => {
    const asked = brief.questions.map(({ about }) => about)
    expect(new Set(asked).size).toBe(asked.length)
    expect(problem.variants.map(({ changes }) => changes)).toEqual(['scale', 'constraint'])
    expect(brief.variants.map((variant) => variant.id)).toEqual(problem.variants.map((variant) => variant.id))
    for (const { about } of problem.variants.flatMap(({ facts }) => facts)) expect(asked).toContain(about)
  })

  it('chooses among what it considers', () => {
    const names = brief.options.considered.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of brief.options.chosen) expect(names).toContain(name)
    expect(brief.options.chosen.length).toBeLessThan(names.length + 1)
  })

  it('hints by questions first, and by statements after them', () => {
    const asks = brief.hints.map(({ text }) => text.endsWith('?'))
    const questions = asks.filter(Boolean).length
    expect(asks).toEqual(asks.map((_, n) => n < questions))
    expect(questions).toBeGreaterThan(1)
    expect(questions).toBeLessThan(asks.length)
    for (const { step } of brief.hints) expect([1, 2, 3, 4, 5, 6, 7]).toContain(step)
  })

  it('gives no hint away in what everybody may see', () => {
    const shown = new Set(textsIn(problem).flatMap(({ text }) => pairsOfWords(text)))
    const hinted = brief.hints.flatMap(({ text }) => pairsOfWords(text))
    expect(hinted.filter((pair) => shown.has(pair))).toEqual([])
  })

  it('has figures that their formulas agree with, written so in the sentence', () => {
    for (const figure of brief.figures) {
      const computed = recompute(figure) ?? Number.NaN
      expect(Math.abs(computed - figure.value) / figure.value, figure.name).toBeLessThan(1e-4)
      const ways = waysToWrite(figure)
      expect(
        ways.some((way) => isWritten(figure.said, way)),
        `“${figure.said}” says none of ${ways.join(', ')}`,
      ).toBe(true)
    }
    const names = brief.figures.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says the same of its call path as its reference board', async () => {
    const board = await loadReference(id)
    const drawn = board && estimate(board).find(({ name }) => name === 'call-path-latency')
    const said = brief.figures.find(({ name }) => name === 'The call path')
    expect(drawn).toBeDefined()
    expect(said?.value ?? null).toBe(drawn?.value)
  })
})
