import type { NumberRule } from '../../src/domain/units.ts'

/** What each figure of a layer may be. */
export const LAYER_RULES = {
  units: { unit: 'count', min: 1, whole: true },
  rows: { unit: 'count', min: 1, whole: true },
  rate: { unit: 'share', max: 1 },
} as const satisfies Readonly<Record<string, NumberRule>>
