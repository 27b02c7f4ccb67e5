/** Whole seconds as a clock shows them: `4:24`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Minutes of a plan: `9`, or `9:30` where they are not whole. */
export function plannedText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds % 60 === 0 ? String(seconds / 60) : clockText(seconds * 1000)
}

/** Planned time to the nearest second, as every place shows it: a slot that was changed has parts of one. */
export const wholeSecondMs = (ms: number): number => Math.round(ms / 1000) * 1000
