/** One go at a drill, from start to verdict. */
export interface Try {
  /** ms since 1970 */
  readonly at: number
  readonly seconds: number
  readonly isPassed: boolean
  readonly stars: number
}

/** How the tries of one drill went. */
export interface DrillTimes {
  /** All there ever were. */
  readonly tries: number
  /** Seconds of the quickest that passed, of all there ever were; null: none did. */
  readonly best: number | null
  /** The latest, last one last. */
  readonly recent: readonly Try[]
}

export const NO_TIMES: DrillTimes = { tries: 0, best: null, recent: [] }

const MOST_RECENT = 50

/** The times with one try more. One whose length no clock can have measured is left out. */
export function withTry(times: DrillTimes, tried: Try): DrillTimes {
  const { seconds, isPassed } = tried
  if (!Number.isFinite(seconds) || seconds < 0) return times
  return {
    tries: times.tries + 1,
    best: isPassed ? Math.min(seconds, times.best ?? seconds) : times.best,
    recent: [...times.recent, tried].slice(-MOST_RECENT),
  }
}

/** The middle one of the recent tries that passed, in seconds; null where none did. */
export function medianTime({ recent }: DrillTimes): number | null {
  return median(recent.filter(({ isPassed }) => isPassed).map(({ seconds }) => seconds))
}

/** The middle of some numbers, or halfway between the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
