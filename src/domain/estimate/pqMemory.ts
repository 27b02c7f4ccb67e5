import { formula, positive } from './formula.ts'

/**
 * Memory of product-quantised vectors, bytes: items × bytes of a code. The codebooks come on top: about 1 kB
 * per dimension, however many items.
 *
 * 100 M × 16 B = 1.6 GB.
 */
export const pqMemory = formula(
  { items: positive, codeBytes: positive },
  ({ items, codeBytes }) => items * codeBytes,
)

/**
 * Bytes of the usual code, for want of a better figure: one byte for eight dimensions, so 16 of 128.
 */
export const usualCodeBytes = formula({ dim: positive }, ({ dim }) => Math.ceil(dim / 8))
