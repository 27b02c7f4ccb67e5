import { clockText } from '../pace/clockText.ts'
import { curveBallIn } from '../pace/curveBall.ts'
import type { Place } from '../pace/plan.ts'
import type { Run } from '../pace/run.ts'

/** Something that happened at one moment of a run. */
export interface Moment {
  readonly kind: 'hint' | 'reveal' | 'nudge' | 'pause'
  /** In a word or two: `hint 2`, `nudge: time`, `pause 1:30`. */
  readonly label: string
  /** ms of elapsed time. */
  readonly atMs: number
  readonly place: Place | null
  /** What was said; empty where that is not known. */
  readonly text: string
}

/** What an interviewer shows after the run is no part of it. */
const WHOLE_BRIEF = 'brief'

/** The texts of the problem's hints and curve-balls, first to last; none where they are not known. */
interface Told {
  readonly hints: readonly string[]
  readonly curveBalls: readonly string[]
}

/** What was asked for, shown and said in a run, and where its clock stood, in order. */
export function momentsOf({ shown, clock }: Run, told: Told): Moment[] {
  const isDuring = (at: number) => clock.finishedAt === null || at <= clock.finishedAt
  const said = shown
    .filter(({ act, at }) => isDuring(at) && !(act.type === 'reveal' && act.item === WHOLE_BRIEF))
    .map(({ act, elapsedMs, place }): Moment => {
      const text = act.text || textOf(act, told) || ''
      return { kind: act.type, label: labelOf(act), atMs: elapsedMs, place, text }
    })
  const pauses = clock.pauses.map(
    ({ atMs, ms }): Moment => ({
      kind: 'pause',
      label: `pause ${clockText(ms)}`,
      atMs,
      place: null,
      text: '',
    }),
  )
  return [...said, ...pauses].sort((a, b) => a.atMs - b.atMs)
}

function textOf(act: Run['shown'][number]['act'], { hints, curveBalls }: Told): string | undefined {
  if (act.type === 'hint' && act.hint !== undefined) return hints[act.hint - 1]
  const dealt = act.type === 'reveal' ? curveBallIn(act.item) : null
  return dealt === null ? undefined : curveBalls[dealt - 1]
}

function labelOf(act: Run['shown'][number]['act']): string {
  if (act.type === 'hint') return act.hint === undefined ? 'hint' : `hint ${act.hint}`
  if (act.type === 'nudge') return act.kind === undefined ? 'nudge' : `nudge: ${act.kind}`
  if (curveBallIn(act.item) !== null) return 'curve-ball'
  return act.item === undefined ? 'shown' : `shown: ${act.item}`
}
