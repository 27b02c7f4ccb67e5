import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { describe as describeKind } from '../../src/domain/drill/cards.ts'
import { isSolved, type Judged, judge } from '../../src/domain/drill/clause.ts'
import type { Drill } from '../../src/domain/drill/drill.ts'
import { drills, findDrill } from '../../templates/drills/index.ts'

/** The two forms alike: what solves it and what does not, judged. */
function judgeExamples(drill: Drill): { solved: Judged[]; wrong: Judged[] } {
  const both = <Subject>({ clauses, examples }: Drill & { clauses: readonly never[]; examples: never }) => {
    const { solved, wrong } = examples as { solved: Subject; wrong: { subject: Subject } }
    return { solved: judge(clauses, solved as never), wrong: judge(clauses, wrong.subject as never) }
  }
  return both(drill as never)
}

it('lists every drill that has a file, each once and under the file’s name', () => {
  const files = readdirSync('templates/drills').filter((name) => name !== 'index.ts')
  expect(drills.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  for (const texts of [drills.map(({ code }) => code), drills.map(({ title }) => title)])
    expect(new Set(texts).size).toBe(drills.length)
})

describe.each(drills.map((drill) => [drill.id, drill] as const))('the drill %s', (id, drill) => {
  const { solved, wrong } = judgeExamples(drill)

  it('is found by its id, has an address, a limit in whole seconds, and says what to do', () => {
    expect(findDrill(id)).toBe(drill)
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/)
    expect(drill.code).toMatch(/^D\d\d$/)
    expect(Number.isInteger(drill.limitSeconds)).toBe(true)
    expect(drill.limitSeconds).toBeGreaterThanOrEqual(30)
    expect(drill.task).toMatch(/^[A-Z].*\.$/)
  })

  it('has clauses that must hold and a bonus, each with a text of its own', () => {
    const { clauses } = drill as { clauses: readonly { id: string; text: string; isBonus?: boolean }[] }
    expect(new Set(clauses.map((clause) => clause.id)).size).toBe(clauses.length)
    expect(new Set(clauses.map(({ text }) => text)).size).toBe(clauses.length)
    expect(clauses.filter(({ text }) => !/^[A-Z0-9p].*[^.]$/.test(text))).toEqual([])
    expect(clauses.some(({ isBonus }) => !isBonus)).toBe(true)
    expect(clauses.some(({ isBonus }) => isBonus)).toBe(true)
  })

  it('is solved by its own example, bonus and all', () => {
    expect(solved.filter(({ why }) => why !== null)).toEqual([])
    expect(isSolved(solved)).toBe(true)
  })

  it('is not solved by the other, for the reasons that it gives', () => {
    const why = Object.fromEntries(wrong.flatMap((one) => (one.why === null ? [] : [[one.id, one.why]])))
    expect(why).toEqual(drill.examples.wrong.why)
    expect(isSolved(wrong)).toBe(false)
    expect(Object.values(why).filter((text) => !/^[A-Z0-9“].*\.$/.test(text))).toEqual([])
  })
})

describe.each(catalog.map((kind) => [kind.id, kind] as const))('the card of %s', (_, kind) => {
  it('describes the kind without its name or a synonym, in enough words to tell it', () => {
    const text = describeKind(kind)
    const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    const names = [kind.name, ...kind.synonyms].map((name) =>
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    expect(names.filter((name) => words.includes(` ${name} `))).toEqual([])
    expect(words.trim().split(' ').length).toBeGreaterThanOrEqual(6)
  })
})
