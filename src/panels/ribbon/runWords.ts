import { clockText, plannedText } from '../../domain/pace/clockText.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import type { Place } from '../../domain/pace/plan.ts'

export type RunPart = Pace['parts'][number]

/** What people call a part: `6 Monitor`, `Wrap-up`. */
export function partName({ place, short }: Pick<RunPart, 'place' | 'short'>): string {
  return typeof place === 'number' ? `${place} ${short}` : short
}

/**
 * How the time of a part stands, for its place on the ribbon: `4:24` `of 9`, `+1:10`, `7` `min`. What narrow places
 * leave out comes second.
 */
export function partTime({ plannedMs, spentMs, overrunMs }: RunPart, isActive: boolean): readonly string[] {
  if (overrunMs >= 1000) return [`+${clockText(overrunMs)}`]
  if (spentMs >= 1000 || isActive) return [clockText(spentMs), `of ${plannedText(plannedMs)}`]
  return [plannedText(plannedMs), 'min']
}

interface ClockNote {
  readonly kind: 'loses' | 'behind' | 'next'
  readonly text: string
}

/** What is to be known beside the clock: what protected steps lose, how late it is, else what comes next. */
export function clockNotes(pace: Pace): readonly ClockNote[] {
  if (pace.phase === 'finished' || pace.phase === 'ready') return []
  const losses = pace.parts
    .filter(({ losesMs }) => losesMs >= 1000)
    .map((part) => `${partName(part)} loses ${clockText(part.losesMs)}`)
  const warnings: ClockNote[] = []
  if (losses.length > 0) warnings.push({ kind: 'loses', text: losses.join(', ') })
  if (pace.behindMs >= 1000) warnings.push({ kind: 'behind', text: `${clockText(pace.behindMs)} behind` })
  const next = nextWords(pace)
  return warnings.length > 0 || next === null ? warnings : [{ kind: 'next', text: next }]
}

/** `Next, in 4:36: 5 Evaluate`; null: nothing comes after. */
function nextWords({ next, parts }: Pace): string | null {
  const part = next && parts.find(({ place }) => place === next.place)
  if (!part) return null
  return next.inMs < 1000 ? `Next: ${partName(part)}` : `Next, in ${clockText(next.inMs)}: ${partName(part)}`
}

/** What is said aloud when a run goes from one state to another. */
export function phaseWords({ phase, parts, active }: Pace): string {
  if (phase === 'finished') return 'The run is finished.'
  const here = parts.find(({ place }) => place === active)
  const where = here ? `${partName(here)}.` : ''
  return phase === 'paused' ? `The clock is paused. ${where}` : `The clock runs. ${where}`
}

/** A key for lists of parts. */
export const partKey = (place: Place): string => String(place)
