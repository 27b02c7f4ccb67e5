import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLeaves, fromLeaves, leafAt, type PlainObject, toLeaves } from '../../src/document/leaves.ts'

/** Keys that collide, hold separators, or are names of objects' own machinery. */
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'a.b', '%', '%2E', '', 'richText', 'constructor', 'toString'),
  fc.string({ maxLength: 3 }).filter((text) => text !== '__proto__'),
)
const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer()))
const { object } = fc.letrec<{ object: object; value: unknown }>((tie) => ({
  object: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('object')),
}))
const record = fc
  .record({ props: object, meta: object, x: fc.integer(), opacity: fc.option(fc.integer()) })
  .map((parts) => ({ id: 'shape:a', typeName: 'shape', ...parts }) as PlainObject)

describe('leaves', () => {
  it('describe a record wholly, in any order', () => {
    fc.assert(
      fc.property(record, (some) => {
        const leaves = [...toLeaves(some)]
        expect(fromLeaves('shape:a', leaves)).toEqual(some)
        expect(fromLeaves('shape:a', leaves.reverse())).toEqual(some)
        for (const [path, value] of leaves) expect(leafAt(some, path)).toEqual(value)
      }),
    )
  })

  it('that changed lead from one version of a record to the other', () => {
    fc.assert(
      fc.property(record, record, (from, to) => {
        const leaves = toLeaves(from)
        for (const path of changedLeaves(from, to)) {
          const value = leafAt(to, path)
          if (value === undefined) leaves.delete(path)
          else leaves.set(path, value)
        }
        expect(fromLeaves('shape:a', leaves)).toEqual(to)
        expect(changedLeaves(from, from).size).toBe(0)
      }),
    )
  })

  it('name exactly what differs', () => {
    const before = { id: 'shape:a', x: 1, props: { stages: { s1: { out: 1 }, s2: { out: 2 } } }, meta: {} }
    const after = { ...before, props: { stages: { s1: { out: 5 } } } }
    expect([...changedLeaves(before, after)].sort()).toEqual([
      'props.stages.s1.out',
      'props.stages.s2',
      'props.stages.s2.out',
    ])
  })

  it('below something deleted or of another form count for nothing', () => {
    const leaves: [string, unknown][] = [
      ['typeName', 'shape'],
      ['props.stages', {}],
      ['props.stages.s1.out', 5],
      ['props.label', 'text'],
      ['props.label.length', 9],
      ['props.richText', { type: 'doc' }],
      ['props.richText.type', 'other'],
    ]
    expect(fromLeaves('shape:a', leaves)).toEqual({
      id: 'shape:a',
      typeName: 'shape',
      props: { stages: {}, label: 'text', richText: { type: 'doc' } },
      meta: {},
    })
  })

  it('from a stranger never throw, change the id, or touch a prototype', () => {
    const path = fc
      .array(fc.constantFrom('props', 'meta', 'id', '__proto__', 'constructor', 'prototype', 'x'), {
        minLength: 1,
      })
      .map((parts) => parts.join('.'))
    const value = fc.oneof(fc.anything(), fc.constant({ polluted: true }))
    fc.assert(
      fc.property(fc.array(fc.tuple(path, value)), (leaves) => {
        expect(fromLeaves('shape:a', leaves).id).toBe('shape:a')
        expect(({} as Record<string, unknown>).x).toBeUndefined()
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      }),
    )
  })
})
