import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexBetween } from '../../src/sync/indexBetween.ts'
import type { RawRecord, Repairs } from '../../src/sync/rawRecord.ts'
import { repair } from '../../src/sync/repair.ts'
import { MAX_AROUND } from '../../src/sync/repairParents.ts'

const page = (id: string, index = 'a1') => ({ id: `page:${id}`, typeName: 'page', index })
const shape = (id: string, more: Record<string, unknown> = {}): RawRecord => ({
  id,
  typeName: 'shape',
  type: 'geo',
  parentId: 'page:p',
  index: 'a1',
  ...more,
})
const bind = (id: string, fromId: string, toId: string, terminal = 'start'): RawRecord => ({
  id,
  typeName: 'binding',
  type: 'arrow',
  fromId,
  toId,
  props: { terminal },
})
const containers = new Set(['step-frame'])
const repaired = (...records: RawRecord[]) => Object.fromEntries(repair([page('p'), ...records], containers))

describe('repair', () => {
  it('leaves a sound board alone', () => {
    const frame = shape('f', { type: 'step-frame' })
    const inside = [shape('a', { parentId: 'f' }), shape('arrow', { type: 'arrow', index: 'a2' })]
    expect(repaired(frame, ...inside)).toEqual({})
  })
  it('puts a shape whose parent is gone or holds nothing on the first page, and leaves a missing page alone', () => {
    expect(repaired(shape('a', { parentId: 'gone' }))).toEqual({ a: { parentId: 'page:p' } })
    const [box, inside] = [shape('b', { index: 'a2' }), shape('a', { parentId: 'b' })]
    expect(repaired(box, inside)).toEqual({ a: { parentId: 'page:p' } })
    expect(repaired(shape('a', { parentId: 'page:gone' }))).toEqual({})
  })
  it('breaks a cycle at its smallest id', () => {
    const frame = (id: string, parentId: string) => shape(id, { type: 'frame', parentId })
    const cycle = [frame('c', 'a'), frame('a', 'b'), frame('b', 'c')]
    expect(repaired(...cycle)).toEqual({ a: { parentId: 'page:p' } })
    expect(repaired(...cycle.reverse())).toEqual({ a: { parentId: 'page:p' } })
  })
  it('puts what has too many frames around it on its page, also in a cycle thousands long', () => {
    const name = (at: number) => `f${String(at).padStart(4, '0')}`
    const frames = (outer: string) =>
      Array.from({ length: 5000 }, (_, at) =>
        shape(name(at), { type: 'frame', parentId: at === 0 ? outer : name(at - 1) }),
      )
    const moved = repaired(page('q', 'a2'), ...frames('page:q'))
    const lifted = Object.keys(moved).map((id) => Number(id.slice(1)))
    const apart = MAX_AROUND + 1
    expect(lifted).toEqual(Array.from({ length: Math.ceil(5000 / apart) - 1 }, (_, n) => (n + 1) * apart))
    expect(moved[name(apart)]).toMatchObject({ parentId: 'page:q' })
    expect(repaired(page('q', 'a2'), ...frames('page:q').reverse())).toEqual(moved)
    const inCircle = repaired(page('q', 'a2'), ...frames(name(4999)))
    expect([inCircle[name(0)], inCircle[name(1)]]).toEqual([{ parentId: 'page:p' }, undefined])
    expect(inCircle[name(apart)]).toMatchObject({ parentId: 'page:p' })
  })
  it('finds short places for thousands of siblings at one, whatever lies above', () => {
    for (const [at, above] of [
      ['a1', 'a1V'],
      ['a1', null],
      ['a10', 'a10A'],
      ['a100', null],
      ['a1', 'a100'],
    ] as const) {
      const crowd = Array.from({ length: 4_000 }, (_, n) => shape(`s${n}`, { index: at }))
      const siblings = above === null ? crowd : [...crowd, shape('z', { index: above })]
      const fixed = repaired(...siblings)
      const all = siblings.map(({ id, index }) => String(fixed[id]?.index ?? index))
      expect(new Set(all).size).toBe(siblings.length)
      expect(all.every((index) => T.indexKey.isValid(index))).toBe(true)
      expect(Math.max(...all.map((index) => index.length))).toBeLessThan(12)
    }
  })
  it('hides a group without a child, and the group around it', () => {
    const outer = shape('o', { type: 'group' })
    const inner = shape('i', { type: 'group', parentId: 'o' })
    expect(repaired(outer, inner)).toEqual({ o: null, i: null })
    expect(repaired(outer, inner, shape('a', { parentId: 'i' }))).toEqual({})
  })
  it('gives siblings at one place places of their own, between their neighbours', () => {
    const fixed = repaired(shape('b'), shape('a'), shape('c'), shape('d', { index: 'a2' }))
    expect(Object.keys(fixed).sort()).toEqual(['b', 'c'])
    const [b, c] = [fixed.b?.index, fixed.c?.index] as string[]
    expect(['a1', b, c, 'a2']).toEqual(['a1', b, c, 'a2'].sort())
  })
  it('hides a binding without both ends, not from an arrow, or second at one end', () => {
    const arrow = shape('arrow', { type: 'arrow', index: 'a2' })
    expect(repaired(arrow, bind('x', 'arrow', 'gone'))).toEqual({ x: null })
    expect(repaired(arrow, shape('a'), bind('x', 'a', 'arrow'))).toEqual({ x: null })
    expect(repaired(arrow, shape('a'), bind('y', 'arrow', 'a'), bind('x', 'arrow', 'a'))).toEqual({ y: null })
    expect(repaired(arrow, shape('a'), bind('y', 'arrow', 'a', 'end'), bind('x', 'arrow', 'a'))).toEqual({})
  })

  it('does not depend on the order of records, and finds nothing more in its own result', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const anyShape = fc.record({
      id: fc.constantFrom(...ids),
      type: fc.constantFrom('geo', 'frame', 'group', 'arrow', 'step-frame'),
      parentId: fc.constantFrom('page:p', 'page:q', 'page:gone', 'gone', ...ids),
      index: fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz'),
    })
    const anyBinding = fc.record({
      id: fc.constantFrom('x', 'y', 'z'),
      from: fc.constantFrom(...ids, 'gone'),
      to: fc.constantFrom(...ids),
      terminal: fc.constantFrom('start', 'end'),
    })
    const shapes = fc.uniqueArray(anyShape, { selector: ({ id }) => id })
    const bindings = fc.uniqueArray(anyBinding, { selector: ({ id }) => id })
    fc.assert(
      fc.property(shapes, bindings, fc.nat(), (someShapes, someBindings, turn) => {
        const records = [
          page('p'),
          page('q', 'a1'),
          ...someShapes.map(({ id, ...more }) => shape(id, more)),
          ...someBindings.map(({ id, from, to, terminal }) => bind(id, from, to, terminal)),
        ]
        const at = turn % records.length
        const turned = [...records.slice(at), ...records.slice(0, at)].reverse()
        const repairs = repair(records, containers)
        expect(sorted(repair(turned, containers))).toEqual(sorted(repairs))
        const result = records.flatMap((record) => {
          const change = repairs.get(record.id)
          return change === null ? [] : [{ ...record, ...change }]
        })
        expect(sorted(repair(result, containers))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('indexBetween', () => {
  it('makes keys that tldraw takes, between any two of tldraw’s', () => {
    const digits = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']
    const fraction = fc.string({ unit: fc.constantFrom(...digits), maxLength: 4 })
    const anyKey = fc
      .tuple(fc.constantFrom('Zz', 'a0', 'a1', 'b10'), fraction)
      .map((parts) => parts.join('') as IndexKey)
      .filter((key) => T.indexKey.isValid(key))
    fc.assert(
      fc.property(anyKey, fc.option(anyKey), (one, other) => {
        fc.pre(one !== other)
        const [below, above] = other === null || one < other ? [one, other] : [other, one]
        const between = indexBetween(below, above)
        expect(T.indexKey.isValid(between)).toBe(true)
        expect(between > below).toBe(true)
        // Keys may end in zeros, and nothing fits between a key and the same key with zeros behind it.
        const hasRoom = above !== null && !above.startsWith(below)
        if (hasRoom) expect(between < above).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

function sorted(repairs: Repairs) {
  return [...repairs].sort(([a], [b]) => (a < b ? -1 : 1))
}
