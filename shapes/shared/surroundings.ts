import type { Zone } from '../../src/domain/kinds.ts'

/** What the frames around a shape say of it. */
export interface Surroundings {
  /** The number of the nearest step frame; null: none is around. */
  readonly step: number | null
  /** The zone of the nearest lane or cluster that has one. */
  readonly lane: Zone | null
}
