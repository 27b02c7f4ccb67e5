import { useEffect } from 'react'
import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import type { CardDrill } from '../../domain/drill/drill.ts'
import { useSignal } from '../../look/useSignal.ts'
import { CardProgress, missedIn } from './CardProgress.tsx'
import { CardView } from './CardView.tsx'
import { Clock } from './Clock.tsx'
import { DrillHead } from './DrillHead.tsx'
import { Missed } from './Missed.tsx'
import { type CardRunState, type KindCard, useCardRun } from './useCardRun.ts'
import { useSeconds } from './useSeconds.ts'
import { Verdict } from './Verdict.tsx'
import '../../look/board.css'

interface CardScreenProps {
  drill: CardDrill
  seed: number
  cards: readonly KindCard[]
  onAgain: () => void
}

/** One go at a set of cards. */
export function CardScreen({ drill, seed, cards, onAgain }: CardScreenProps) {
  const run = useCardRun(drill, cards)
  const { queue, at, isOver, isRepeat, outcome } = run
  useStopKey(isOver ? null : run.stop)
  const card = queue[at]
  return (
    <div className="drill-page">
      <CardHead drill={drill} run={run} count={cards.length} />
      <main className="drill-column drill-cards">
        <CardProgress run={run} count={cards.length} />
        {isOver && outcome ? (
          <Verdict drill={drill} outcome={outcome} onAgain={onAgain}>
            <Missed run={run} />
            <p className="drill-set">
              Set <a href={`/drill/${drill.id}#${seed}`}>{seed}</a>: this address has the same cards.
            </p>
          </Verdict>
        ) : (
          card && <CardView key={at} card={card} run={run} isRepeat={isRepeat} />
        )}
      </main>
    </div>
  )
}

function CardHead({ drill, run, count }: { drill: CardDrill; run: CardRunState; count: number }) {
  const { at, told, isOver, isRepeat, outcome } = run
  const seconds = useSeconds(run.readSeconds, told === null && outcome === null)
  const { best } = timesOf(useSignal(drillTimes), drill.id)
  const left = run.queue.length - at - (told ? 1 : 0)
  const isLate = outcome === null && seconds > drill.limitSeconds
  return (
    <DrillHead
      title={drill.title}
      progress={
        isRepeat && !isOver
          ? `${missedIn(run)} missed, ${left} to go`
          : `${Math.min(at + 1, count)} of ${count}`
      }
      clock={<Clock seconds={seconds} limitSeconds={drill.limitSeconds} />}
      best={best}
      stopKeys="esc"
      {...(isOver ? {} : { onStop: run.stop })}
    >
      <p className="drill-say" role="status">
        {isLate && 'Time is up. The cards go on.'}
      </p>
    </DrillHead>
  )
}

function useStopKey(stop: (() => void) | null) {
  useEffect(() => {
    if (!stop) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) stop()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [stop])
}
