import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/domain/review/index.ts'

it('lists every rule that has a file, under the file’s name', () => {
  const files = readdirSync('src/domain/review/rules')
  expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
})

describe.each(rules.map((rule) => [rule.code, rule] as const))(
  'rule %s',
  (code, { check, step, examples }) => {
    it('reports its bad example, in a sentence, and where', () => {
      const findings = check(examples.bad)
      expect(findings).not.toEqual([])
      const ids = [...examples.bad.nodes, ...examples.bad.links].map(({ id }) => id)
      for (const { message, at } of findings) {
        expect(message).toMatch(/^[A-Z“].*\.$/)
        expect(at.length).toBeGreaterThan(0)
        expect(at.filter((id) => !ids.includes(id))).toEqual([])
      }
    })
    it('is silent on its good example', () => expect(check(examples.good)).toEqual([]))
    it('belongs to a step', () => {
      expect(code).toMatch(/^[RB]\d+$/)
      expect([1, 2, 3, 4, 5, 6, 7]).toContain(step)
    })
  },
)
