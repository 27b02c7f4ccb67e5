import { type ReactNode, useEffect } from 'react'
import { useFocusOnce } from '../../canvas/options.ts'
import { drillTimes, timesOf } from '../../device/drillTimes.ts'
import type { Drill } from '../../domain/drill/drill.ts'
import { Button } from '../../look/Button.tsx'
import { PageHead } from '../../look/PageHead.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { clockText } from './clockText.ts'
import { Figures } from './Figures.tsx'

interface DrillIntroProps {
  drill: Drill
  onStart: () => void
  /** What else to know before the clock runs. */
  children: ReactNode
}

/** What a drill asks for, before its clock runs. */
export function DrillIntro({ drill, onStart, children }: DrillIntroProps) {
  const { id, title, task, limitSeconds, clauses } = drill
  const times = timesOf(useSignal(drillTimes), id)
  const start = useFocusOnce<HTMLButtonElement>()
  useEffect(() => {
    document.title = `${title} – Drillboard`
  }, [title])
  const musts = clauses.filter(({ isBonus }) => !isBonus)
  const bonus = clauses.filter(({ isBonus }) => isBonus)
  return (
    <div className="drill-page">
      <PageHead current="drills" />
      <main className="drill-column drill-intro">
        <h1>{title}</h1>
        <p className="drill-task">{task}</p>
        <div className="drill-facts">
          <p>
            <b>Limit</b> <span className="mono">{clockText(limitSeconds)}</span>
          </p>
          <p>
            <b>Must hold</b> {listed(musts.map(({ text }) => text))}
          </p>
          <p>
            <b>Bonus</b> {listed(bonus.map(({ text }) => text))}
          </p>
          {children}
        </div>
        <Figures id={id} times={times} />
        <div className="drill-actions">
          <Button ref={start} look="main" onClick={onStart}>
            Start <kbd>Enter</kbd>
          </Button>
          <a className="button" href="/drill">
            All drills
          </a>
        </div>
      </main>
    </div>
  )
}

function listed(texts: readonly string[]): string {
  return `${texts.join(' · ')}.`
}
