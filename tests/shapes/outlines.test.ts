import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTLINE_IDS, outlines } from '../../shapes/shared/outlines.ts'
import type { Point } from '../../shapes/shared/pen.ts'
import { smallOutlines } from '../../shapes/shared/smallOutlines.ts'

const texts = [17, 32, 49, 66]

/** Twice the area, positive where the points go clockwise on the screen. */
function area(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)
}

function numbersOf(d: string): number[] {
  return [...d.matchAll(/-?\d*\.?\d+/g)].map(([text]) => Number(text))
}

describe.each(OUTLINE_IDS)('outline %s', (id) => {
  const outline = outlines[id]
  const sizes = fc.record({
    w: fc.integer({ min: outline.min.w, max: 600 }),
    h: fc.integer({ min: outline.min.h, max: 600 }),
    text: fc.constantFrom(...texts),
  })
  const drawn = ({ w, h: stored, text }: { w: number; h: number; text: number }) => {
    const h = outline.height(stored, text)
    return { w, h, text, drawing: outline.draw(w, h, text) }
  }

  it('keeps what links dock on inside the shape, in every size', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { w, h, drawing } = drawn(size)
        for (const { x, y } of drawing.dock ?? drawing.body.points) {
          expect(x + drawing.offsetX).toBeGreaterThanOrEqual(-0.01)
          expect(x + drawing.offsetX).toBeLessThanOrEqual(w + 0.01)
          expect(y).toBeGreaterThanOrEqual(-0.01)
          expect(y).toBeLessThanOrEqual(h + 0.01)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('docks links on what is drawn: an area, whose corners are in the path', () => {
    const { drawing } = drawn({ ...outline.size, text: 32 })
    expect(Math.abs(area(drawing.dock ?? drawing.body.points))).toBeGreaterThan(1000)
    expect(drawing.body.d).toMatch(/^M.*z$/)
    const inPath = numbersOf(drawing.body.d)
    const first = drawing.body.points[0]
    expect(inPath[0]).toBeCloseTo(first?.x ?? Number.NaN, 1)
    expect(inPath[1]).toBeCloseTo(first?.y ?? Number.NaN, 1)
  })

  it('is drawn at its own size unless the text needs more', () => {
    const { w, h } = outline.size
    expect(outline.height(h, 32)).toBe(h)
    expect(outline.height(h, 200)).toBeGreaterThan(h)
    expect(w % 8).toBe(0)
    expect(h % 8).toBe(0)
  })

  it('has room for its text and its mark, in every size', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { w, h, text, drawing } = drawn(size)
        expect(drawing.text.top).toBeGreaterThanOrEqual(0)
        expect(drawing.text.top + text).toBeLessThanOrEqual(h)
        expect(outline.textWidth(w)).toBeGreaterThanOrEqual(40)
        if (!drawing.mark || id === 'person') return
        expect(drawing.mark.y).toBeGreaterThanOrEqual(0)
        expect(drawing.mark.y + drawing.mark.size).toBeLessThanOrEqual(h)
      }),
      { numRuns: 30 },
    )
  })

  it('fits its 24 px square', () => {
    const { x, y, drawing } = smallOutlines[id]
    for (const point of drawing.dock ?? drawing.body.points) {
      expect(x + point.x).toBeGreaterThanOrEqual(0)
      expect(x + point.x).toBeLessThanOrEqual(24)
      expect(y + point.y).toBeGreaterThanOrEqual(0)
      expect(y + point.y).toBeLessThanOrEqual(24)
    }
  })
})

it('draws a figure in proportion, in the middle, however wide the shape', () => {
  const wide = outlines.phone.draw(400, 112, 32)
  const xs = wide.body.points.map(({ x }) => x + wide.offsetX)
  expect(Math.min(...xs)).toBeCloseTo(180)
  expect(Math.max(...xs)).toBeCloseTo(220)
})
