import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIGURE_FONT, LABEL_FONT, measureText, wrapText } from '../../shapes/shared/text.ts'

describe('measureText', () => {
  it('adds up the widths of D, r, i, f and t, in thousandths of an em', () => {
    expect(measureText('Drift', LABEL_FONT)).toBeCloseTo(((682 + 383 + 265 + 342 + 358) * 14) / 1000)
  })
  it('counts a letter with an accent as the letter', () => {
    expect(measureText('é', LABEL_FONT)).toBe(measureText('e', LABEL_FONT))
  })
  it('draws figures closer together at spaces', () => {
    expect(measureText('20 ms', FIGURE_FONT)).toBeCloseTo((4 * 0.6 + 0.38) * 11.5)
  })
})

describe('wrapText', () => {
  const width = fc.integer({ min: 40, max: 400 })
  it('breaks at spaces', () => {
    expect(wrapText('Recommendation service', 118, LABEL_FONT)).toEqual(['Recommendation', 'service'])
  })
  it('keeps line breaks, empty lines and an empty text', () => {
    expect(wrapText('a\n\nb', 100, LABEL_FONT)).toEqual(['a', '', 'b'])
    expect(wrapText('', 100, LABEL_FONT)).toEqual([''])
  })
  it('never cuts text and never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), width, (text, max) => {
        const lines = wrapText(text, max, LABEL_FONT)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(measureText(line, LABEL_FONT)).toBeLessThanOrEqual(max)
      }),
    )
  })
  it('takes fewer lines or as many in more room', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), width, (text, max) => {
        expect(wrapText(text, max + 40, LABEL_FONT).length).toBeLessThanOrEqual(
          wrapText(text, max, LABEL_FONT).length,
        )
      }),
    )
  })
})
