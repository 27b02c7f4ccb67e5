import { useEffect, useMemo } from 'react'
import { damagedRuns, runHistory, unkeptRuns } from '../../device/runHistory.ts'
import { headlineOf } from '../../domain/progress/headline.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import { ownRuns, ratingTrends, starvingSteps, stepTrends } from '../../domain/progress/trends.ts'
import { PageHead } from '../../look/PageHead.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { DrillTable } from './DrillTable.tsx'
import { NotDone } from './NotDone.tsx'
import { ProgressMargin } from './ProgressMargin.tsx'
import { nameOfStep } from './progressWords.ts'
import { RatingTrends } from './RatingTrends.tsx'
import { RunTable } from './RunTable.tsx'
import { Starving } from './Starving.tsx'
import { StepTimes } from './StepTimes.tsx'
import { Trouble } from './Trouble.tsx'
import '../../look/listPage.css'
import './progress.css'

/** How practice goes: what this browser has kept of finished runs, and what that says. */
export function ProgressPage() {
  const history = useSignal(runHistory)
  const [damaged, unkept] = [useSignal(damagedRuns), useSignal(unkeptRuns)]
  const records = useMemo(() => [...history.values()], [history])
  useEffect(() => {
    document.title = 'Progress – Drillboard'
  }, [])
  return (
    <div className="list-page progress">
      <PageHead current="progress" />
      <main className="list-column">
        <Summary records={records} />
        <ProgressMargin records={records} />
        <div className="progress-list">
          <Trouble damaged={damaged} unkept={unkept} />
          <Runs records={records} />
          <NotDone records={records} />
          <DrillTable />
        </div>
      </main>
    </div>
  )
}

function Summary({ records }: { records: readonly RunRecord[] }) {
  const runs = ownRuns(records)
  const { title, below } =
    runs.length === 0 ? NOTHING_YET : headlineOf(runs, starvingSteps(stepTrends(runs)), nameOfStep)
  return (
    <header className="progress-head">
      <h1>{title}</h1>
      <p>{below}</p>
    </header>
  )
}

const NOTHING_YET = {
  title: 'No finished run of your own yet.',
  below: 'A run counts from the moment you finish its clock. Start with one of the problems below.',
}

function Runs({ records }: { records: readonly RunRecord[] }) {
  const runs = ownRuns(records)
  const trends = stepTrends(runs)
  const isAnyOwn = runs.length > 0
  return (
    <>
      {isAnyOwn ? <Starving steps={starvingSteps(trends)} /> : <WhatWillBeHere />}
      {isAnyOwn && <StepTimes trends={trends} />}
      {records.length > 0 && <RunTable records={records} />}
      {isAnyOwn && <RatingTrends trends={ratingTrends(runs)} />}
    </>
  )
}

function WhatWillBeHere() {
  return (
    <section aria-labelledby="progress-empty">
      <h2 id="progress-empty">What will be here</h2>
      <ul className="progress-plain">
        <li>Every finished run: when, which problem, the minutes used, the hints taken.</li>
        <li>The time of each step against its plan, run by run, and the steps that run short.</li>
        <li>How you rated yourself after each run.</li>
        <li>Mock interviews with others, as candidate or interviewer.</li>
      </ul>
    </section>
  )
}
