import { keepTry } from '../../device/drillTimes.ts'
import type { Judged } from '../../domain/drill/clause.ts'
import type { Drill } from '../../domain/drill/drill.ts'
import { isPassed, starsFor } from '../../domain/drill/stars.ts'

/** How one go at a drill ended. */
export interface Outcome {
  readonly judged: readonly Judged[]
  readonly seconds: number
  readonly isPassed: boolean
  readonly stars: number
  /** This browser keeps its time. */
  readonly isKept: boolean
}

/** Ends a try: judges it by its time and keeps that. */
export function endTry({ id, limitSeconds }: Drill, judged: readonly Judged[], seconds: number): Outcome {
  const passed = isPassed(judged, seconds, limitSeconds)
  const stars = starsFor(judged, seconds, limitSeconds)
  const isKept = keepTry(id, { at: Date.now(), seconds, isPassed: passed, stars })
  return { judged, seconds, isPassed: passed, stars, isKept }
}
