import { type Clock, countTo, type Part, slotMs } from './clock.ts'
import type { Place } from './plan.ts'

/** How a run stands at one moment. Times are ms and never negative. */
export interface Pace {
  readonly phase: 'ready' | 'running' | 'paused' | 'finished'
  readonly isStrict: boolean
  readonly slotMs: number
  readonly elapsedMs: number
  readonly remainingMs: number
  readonly overtimeMs: number
  readonly pausedMs: number
  readonly active: Place | null
  /** Where on the ruler of the slot the plan is. */
  readonly needleMs: number
  /** How much later, or earlier, than planned the work is where it is; one of them is 0. */
  readonly behindMs: number
  readonly aheadMs: number
  /** What comes after the active part, and when its time begins. */
  readonly next: { readonly place: Place; readonly inMs: number } | null
  readonly parts: readonly PacePart[]
}

interface PacePart extends Part {
  readonly overrunMs: number
  /** What a protected part can no longer have of what it still lacks, if the wrap-up keeps its time. */
  readonly losesMs: number
}

/** How a run stands at a moment of the server's clock. */
export function paceAt(counted: Clock, now: number): Pace {
  const clock = countTo(counted, now)
  const slot = slotMs(clock)
  const { elapsedMs, parts, active, isStrict, pausedMs } = clock
  const at = parts.findIndex(({ place }) => place === active)
  const here = parts[at]
  const lateMs = here ? elapsedMs - workedMs(parts, at, here) : 0
  const following = parts[at + 1]
  return {
    phase: phaseOf(clock),
    isStrict,
    slotMs: slot,
    elapsedMs,
    remainingMs: Math.max(0, slot - elapsedMs),
    overtimeMs: Math.max(0, elapsedMs - slot),
    pausedMs,
    active,
    needleMs: Math.min(slot, elapsedMs),
    behindMs: Math.max(0, lateMs),
    aheadMs: Math.max(0, -lateMs),
    next:
      here && following
        ? { place: following.place, inMs: Math.min(lacksMs(here), Math.max(0, slot - elapsedMs)) }
        : null,
    parts: withLosses(clock, slot - elapsedMs),
  }
}

function phaseOf({ startedAt, finishedAt, isPaused }: Clock): Pace['phase'] {
  if (startedAt === null) return 'ready'
  if (finishedAt !== null) return 'finished'
  return isPaused ? 'paused' : 'running'
}

/** How far along the plan the work is: all that was planned before the active part, and what that had of its own. */
function workedMs(parts: readonly Part[], at: number, { plannedMs, spentMs }: Part): number {
  const before = parts.slice(0, at).reduce((sum, part) => sum + part.plannedMs, 0)
  return before + Math.min(plannedMs, spentMs)
}

const lacksMs = ({ plannedMs, spentMs }: Part): number => Math.max(0, plannedMs - spentMs)

/** Who comes first loses first: its minutes are what the needle runs into. */
function withLosses({ parts, finishedAt }: Clock, leftMs: number): readonly PacePart[] {
  const isKept = ({ place, isProtected }: Part) => isProtected || place === 'wrap-up'
  const needed = parts.filter(isKept).reduce((sum, part) => sum + lacksMs(part), 0)
  let short = finishedAt === null ? Math.max(0, needed - Math.max(0, leftMs)) : 0
  return parts.map((part) => {
    const losesMs = part.isProtected ? Math.min(short, lacksMs(part)) : 0
    short -= losesMs
    return { ...part, overrunMs: Math.max(0, part.spentMs - part.plannedMs), losesMs }
  })
}
