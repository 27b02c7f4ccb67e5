/** What a candidate is rated on. */
export const DIMENSION_IDS = [
  'scoping',
  'framing',
  'data',
  'modelling',
  'evaluation',
  'operations',
  'communication',
] as const

export type DimensionId = (typeof DIMENSION_IDS)[number]
