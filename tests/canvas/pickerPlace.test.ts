import { Box } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { type PickerPlace, placePicker } from '../../src/canvas/pickerPlace.ts'

const window = { w: 1440, h: 900 }
const canvas = new Box(232, 48, 888, 852)
const TOOLBAR_TOP = 900 - 64

const open = (selection: Box | null, at = { window, canvas }) => placePicker({ ...at, selection })

function boxOf({ left, width, maxHeight, top, bottom }: PickerPlace, { h } = window): Box {
  return new Box(left, top ?? h - (bottom ?? 0) - maxHeight, width, maxHeight)
}

describe('a picker opens', () => {
  it('under the selection where it fits', () => {
    expect(open(new Box(600, 200, 100, 60))).toMatchObject({ top: 276, left: 410 })
  })

  it('above it, growing upwards, where only that has room', () => {
    expect(open(new Box(600, 700, 100, 60))).toMatchObject({ bottom: 900 - 684 })
  })

  it('beside it where neither has room', () => {
    expect(open(new Box(300, 300, 200, 300))).toMatchObject({ left: 516 })
    expect(open(new Box(950, 300, 300, 300))).toMatchObject({ left: 454 })
  })

  it('104 from the top in the middle of the canvas where nothing is selected', () => {
    expect(open(null)).toMatchObject({ top: 104, left: 436 })
  })

  it.each([
    new Box(240, 60, 40, 40),
    new Box(1060, 60, 50, 50),
    new Box(240, 820, 40, 40),
    new Box(500, 380, 300, 200),
    new Box(350, 250, 700, 220),
  ])('on the screen, off the selection and off the toolbar: %o', (selection) => {
    const box = boxOf(open(selection))
    expect(box.collides(selection)).toBe(false)
    expect(box.maxY).toBeLessThanOrEqual(TOOLBAR_TOP)
    expect(box.x).toBeGreaterThanOrEqual(8)
    expect(box.maxX).toBeLessThanOrEqual(1432)
  })

  it('within a telephone and within a low window', () => {
    const phone = { window: { w: 390, h: 844 }, canvas: new Box(44, 48, 302, 796) }
    expect(open(null, phone)).toMatchObject({ left: 8, width: 374 })
    const low = { window: { w: 900, h: 480 }, canvas: new Box(44, 48, 812, 432) }
    const box = boxOf(open(new Box(100, 100, 700, 300), low), low.window)
    expect([box.y >= 0, box.maxY <= 480 - 64]).toEqual([true, true])
  })
})
