/** Somebody at the board. */
export interface Person {
  readonly id: string
  readonly name: string
  /** One of `PERSON_COLORS`. */
  readonly color: string
}

/** The colours people have. Presence sends a place in this list, so the order never changes. */
export const PERSON_COLORS = ['#94560a', '#8a3a7c', '#46536b', '#1a6e8e', '#3d6b2a', '#7a4a1e'] as const
