import { formula, positive } from './formula.ts'

/** Links of a vector in the graph, where an index names none. */
export const HNSW_LINKS = 16
/** Bytes that the graph takes for each of them. */
const LINK_BYTES = 16
/** What the index keeps beside vectors and links. */
const OVERHEAD = 1.2

/**
 * Memory of an HNSW index, bytes: items × (dim × bytes + m × 16) × 1.2, where m is the links of a vector.
 *
 * 100 M items of 128 dimensions, m = 16: 92.2 GB as float32, 46.1 GB as int8.
 * Source: ScyllaDB's sizing of vector search.
 */
export const hnswMemory = formula(
  { items: positive, dim: positive, bytes: positive, m: positive },
  ({ items, dim, bytes, m }) => items * (dim * bytes + m * LINK_BYTES) * OVERHEAD,
)
