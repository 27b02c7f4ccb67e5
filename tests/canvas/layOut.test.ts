import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { touches } from '../../src/canvas/freeSpot.ts'
import { type Join, layOut, type Spacing, type Unit } from '../../src/canvas/layOut.ts'

const loose: Spacing = { gap: { x: 96, y: 32 }, rows: Number.POSITIVE_INFINITY }
const spacings = fc.constantFrom<Spacing>(
  loose,
  { gap: { x: 48, y: 24 }, rows: 3 },
  { gap: { x: 64, y: 16 }, rows: 1 },
)

/** Units with links among them, every link from an earlier one to a later one. */
const acyclic = fc
  .array(
    fc.record({
      w: fc.integer({ min: 40, max: 240 }),
      h: fc.integer({ min: 40, max: 160 }),
      band: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .chain((sizes) => {
    const units = sizes.map((size, i): Unit => ({ ...size, id: `u${i}`, axis: size.h / 2 }))
    const at = fc.integer({ min: 0, max: units.length - 1 })
    const joins = fc
      .array(fc.tuple(at, at), { maxLength: 40 })
      .map((pairs) =>
        pairs.flatMap(([a, b]): Join[] =>
          a === b ? [] : [{ from: `u${Math.min(a, b)}`, to: `u${Math.max(a, b)}` }],
        ),
      )
    return fc.record({ units: fc.constant(units), joins })
  })

function boxes(units: readonly Unit[], joins: readonly Join[], spacing: Spacing) {
  const { places, w, h } = layOut(units, joins, spacing)
  const all = units.map((unit) => {
    const place = places.get(unit.id)
    if (!place) throw new Error(`${unit.id} has no place.`)
    return { ...unit, ...place }
  })
  return { all, w, h }
}

describe('layOut', () => {
  it('never lets two units overlap or come closer than the gap', () => {
    fc.assert(
      fc.property(acyclic, spacings, ({ units, joins }, spacing) => {
        const { all } = boxes(units, joins, spacing)
        for (const [i, a] of all.entries())
          for (const b of all.slice(0, i)) expect(touches(a, b, spacing.gap)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
  it('leads links without circles from left to right', () => {
    fc.assert(
      fc.property(acyclic, spacings, ({ units, joins }, spacing) => {
        const { all } = boxes(units, joins, spacing)
        const byId = new Map(all.map((box) => [box.id, box]))
        for (const { from, to } of joins) {
          const [a, b] = [byId.get(from), byId.get(to)]
          expect(a && b && a.x + a.w + spacing.gap.x <= b.x).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('keeps every band above the next, on the grid, from 0 to its size', () => {
    fc.assert(
      fc.property(acyclic, spacings, ({ units, joins }, spacing) => {
        const { all, w, h } = boxes(units, joins, spacing)
        for (const a of all) {
          expect([a.x % 8, a.y % 8, a.x >= 0, a.y >= 0, a.x + a.w <= w, a.y + a.h <= h]).toEqual([
            0,
            0,
            true,
            true,
            true,
            true,
          ])
          for (const b of all) if (a.band < b.band) expect(a.y + a.h).toBeLessThan(b.y)
        }
        expect([Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]).toEqual([0, 0])
      }),
      { numRuns: 60 },
    )
  })
  it('ends with circles too, and places the same the same', () => {
    const ring = ['a', 'b', 'c'].map((id): Unit => ({ id, w: 100, h: 60, axis: 30, band: 0 }))
    const joins = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
      { from: 'a', to: 'a' },
    ]
    expect(layOut(ring, joins, loose)).toEqual(layOut(ring, joins, loose))
    expect(layOut(ring, joins, loose).places.size).toBe(3)
  })
  it('puts a chain in one line, and what one calls around its line', () => {
    const units = ['a', 'b', 'c', 'd', 'e'].map((id): Unit => ({ id, w: 160, h: 64, axis: 32, band: 0 }))
    const joins = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'b', to: 'd' },
      { from: 'b', to: 'e' },
    ]
    const { places } = layOut(units, joins, loose)
    const y = (id: string) => places.get(id)?.y
    expect(y('a')).toBe(y('b'))
    expect(y('d')).toBe(y('b'))
    expect((y('c') ?? 0) + (y('e') ?? 0)).toBe(2 * (y('d') ?? 0))
  })
})
