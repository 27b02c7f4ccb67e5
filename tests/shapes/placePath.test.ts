import { describe, expect, it } from 'vitest'
import { placePath } from '../../shapes/shared/placePath.ts'

const AT = { x: 10, y: 100, scale: 2 }

describe('placePath', () => {
  it.each([
    ['M1 2L3 4z', 'M12 104L16 108z'],
    ['M1 2 3 4', 'M12 104 16 108'],
    ['m1 2l3 4', 'm2 4l6 8'],
    ['M.2 9.6 2.4 2.4l2.2 7.2', 'M10.4 119.2 14.8 104.8l4.4 14.4'],
    ['M0 0h3v4H5V6', 'M10 100h6v8H20V112'],
    ['M0 0c1 2 3 4 5 6s-1-2-3-4', 'M10 100c2 4 6 8 10 12s-2 -4 -6 -8'],
    ['M0 0q1 2 3 4t5 6Q1 2 3 4', 'M10 100q2 4 6 8t10 12Q12 104 16 108'],
    ['M0 0C1 2 3 4 5 6', 'M10 100C12 104 16 108 20 112'],
  ])('scales and moves %s', (d, placed) => {
    expect(placePath(d, AT)).toBe(placed)
  })

  it('leaves the angle and flags of an arc alone', () => {
    expect(placePath('M0 0a3 4 30 1 0 5 6A3 4 30 0 1 5 6', AT)).toBe(
      'M10 100a6 8 30 1 0 10 12A6 8 30 0 1 20 112',
    )
  })
})
