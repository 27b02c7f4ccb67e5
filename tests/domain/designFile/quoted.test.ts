import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quoted } from '../../../src/domain/designFile/reading.ts'

it('quotes any value as JSON has it, its first 60 letters at most', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const letters = [...(typeof value === 'string' ? value : JSON.stringify(value))]
      const cut = letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('')
      expect(quoted(value)).toBe(`“${cut}”`)
    }),
  )
})
