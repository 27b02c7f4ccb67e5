import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, contains, freeSpot, GRID_PX, touches } from '../../src/canvas/freeSpot.ts'

const size = { w: 168, h: 64 }
const coordinate = fc.integer({ min: -2_000, max: 2_000 })
const box = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 8, max: 600 }),
  h: fc.integer({ min: 8, max: 400 }),
})
const wish = fc.record({ x: coordinate, y: coordinate })

describe('freeSpot', () => {
  it('takes the wanted place, on the grid, where it is free', () => {
    expect(freeSpot({ size, wanted: { x: 3, y: -13 }, taken: [] })).toEqual({ x: 0, y: -16, ...size })
  })
  it('moves the shortest way off what stands there', () => {
    const taken = [{ x: 0, y: 0, ...size }]
    expect(freeSpot({ size, wanted: { x: 0, y: 0 }, taken })).toEqual({ x: 0, y: 88, ...size })
  })
  it('always finds a place that touches nothing and lies on the grid', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 80 }), wish, (taken, wanted) => {
        const spot = freeSpot({ size, wanted, taken })
        expect(spot).not.toBeNull()
        if (!spot) return
        expect(taken.filter((other) => touches(spot, other))).toEqual([])
        expect([Math.abs(spot.x % GRID_PX), Math.abs(spot.y % GRID_PX)]).toEqual([0, 0])
      }),
    )
  })
  it('keeps to what is allowed, or says that there is no room', () => {
    const room: Box = { x: 0, y: 0, w: 400, h: 64 }
    const allowed = (place: Box) => contains(room, place)
    const first = freeSpot({ size, wanted: { x: 0, y: 0 }, taken: [], allowed })
    expect(first).toEqual({ x: 0, y: 0, ...size })
    const second = freeSpot({ size, wanted: { x: 0, y: 0 }, taken: first ? [first] : [], allowed })
    expect(second).toEqual({ x: 192, y: 0, ...size })
    const taken = [first, second].filter((place) => place !== null)
    expect(freeSpot({ size, wanted: { x: 0, y: 0 }, taken, allowed })).toBeNull()
  })
  it('is quick on a full board', () => {
    const taken = Array.from({ length: 2_000 }, (_, i) => ({
      x: (i % 50) * 200,
      y: Math.floor(i / 50) * 100,
      ...size,
    }))
    const start = performance.now()
    expect(freeSpot({ size, wanted: { x: 4_000, y: 2_000 }, taken })).not.toBeNull()
    expect(performance.now() - start).toBeLessThan(500)
  })
})
