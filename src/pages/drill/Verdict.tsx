import { type ReactNode, useEffect } from 'react'
import { drills } from '../../../templates/drills/index.ts'
import { useFocusOnce } from '../../canvas/options.ts'
import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import { isSolved } from '../../domain/drill/clause.ts'
import type { Drill } from '../../domain/drill/drill.ts'
import { MOST_STARS } from '../../domain/drill/stars.ts'
import { Button } from '../../look/Button.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { Clauses } from './Clauses.tsx'
import { clockText, timeText } from './clockText.ts'
import { Figures } from './Figures.tsx'
import type { Outcome } from './outcome.ts'

interface VerdictProps {
  drill: Drill
  outcome: Outcome
  onAgain: () => void
  /** What else came of it. */
  children?: ReactNode
}

/** Enter does nothing for so long: it may have been meant for what the verdict interrupted. */
const DEAF_MS = 600

/** What became of a try, at once: time, stars, every clause, and what to do next. */
export function Verdict({ drill, outcome, onAgain, children }: VerdictProps) {
  const { judged, seconds, stars, isPassed, isKept } = outcome
  const times = timesOf(useSignal(drillTimes), drill.id)
  const heading = useFocusOnce<HTMLHeadingElement>()
  useEnter(onAgain)
  return (
    <section className="verdict" aria-label="Verdict">
      <h2 ref={heading} tabIndex={-1}>
        {isPassed ? `Passed in ${timeText(seconds)}` : 'Not passed'}
      </h2>
      {!isPassed && <p>{missedWords(outcome, drill.limitSeconds)}</p>}
      <p
        className="verdict-stars"
        title="One for passing, one with a third of the limit left, one with every bonus."
      >
        <span aria-hidden="true">
          {'★'.repeat(stars)}
          {'☆'.repeat(MOST_STARS - stars)}
        </span>{' '}
        {stars} of {MOST_STARS} stars
      </p>
      <Figures id={drill.id} times={times} />
      {!isKept && (
        <p className="drill-trouble" role="status">
          This time is kept only as long as this tab: the browser’s storage is full.
        </p>
      )}
      <div className="drill-actions">
        <Button look="main" onClick={onAgain}>
          Again <kbd>Enter</kbd>
        </Button>
        <a className="button" href={`/drill/${nextOf(drill).id}`}>
          Next: {nextOf(drill).title}
        </a>
      </div>
      <Clauses judged={judged} hasReasons />
      {children}
    </section>
  )
}

function missedWords({ judged, seconds }: Outcome, limitSeconds: number): string {
  const time = timeText(seconds)
  if (isSolved(judged)) return `All of it holds after ${time}: the limit is ${clockText(limitSeconds)}.`
  const musts = judged.filter(({ isBonus }) => !isBonus)
  const held = musts.filter(({ why }) => why === null).length
  return `${held} of ${musts.length} hold after ${time}.`
}

function nextOf({ id }: Drill): Drill {
  const at = drills.findIndex((drill) => drill.id === id)
  return drills[(at + 1) % drills.length] ?? (drills[0] as Drill)
}

/** Enter anywhere but on a link or a button, which know their own. */
function useEnter(act: () => void) {
  useEffect(() => {
    const since = performance.now()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || performance.now() - since < DEAF_MS) return
      if (event.target instanceof Element && event.target.closest('a, button, input, textarea, select'))
        return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [act])
}
