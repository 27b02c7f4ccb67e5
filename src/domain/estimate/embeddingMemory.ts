import { formula, positive } from './formula.ts'

/**
 * Memory of vectors as they are, bytes: items × dim × bytes per value.
 *
 * 100 M × 128 × 4 (float32) = 51.2 GB; float16 25.6 GB, int8 12.8 GB.
 */
export const embeddingMemory = formula(
  { items: positive, dim: positive, bytes: positive },
  ({ items, dim, bytes }) => items * dim * bytes,
)
