import type { TLRecord } from '@tldraw/tlschema'
import { Suspense, useMemo } from 'react'
import { compareWords } from '../../../shapes/compareWords.ts'
import { readDesign } from '../../../shapes/readDesign.ts'
import { findFramework } from '../../../templates/frameworks/index.ts'
import { findChosenProblem } from '../../../templates/problems/index.ts'
import { type Debrief, debriefOf } from '../../domain/debrief/debrief.ts'
import { countTo } from '../../domain/pace/clock.ts'
import type { Run } from '../../domain/pace/run.ts'
import { later } from '../../look/later.tsx'
import type { RoomInfo, RoomKey } from '../../rooms/api.ts'
import type { RunEvents } from '../../rooms/runEvents.ts'
import { Covered } from './Covered.tsx'
import { DebriefHead } from './DebriefHead.tsx'
import { Practise } from './Practise.tsx'
import { RatingsForm, RatingsRead } from './Ratings.tsx'
import { ShowReference } from './ShowReference.tsx'
import { TimeChart } from './TimeChart.tsx'
import { untouchedIn } from './untouchedIn.ts'
import { type Reference, useCompared, useReference } from './useReference.ts'
import { Written } from './Written.tsx'
import './debrief.css'

// It draws two boards, for who asks.
const Comparison = later(() => import('./Comparison.tsx').then((file) => file.Comparison), NotLoaded)

function NotLoaded() {
  return <p role="alert">The comparison did not load. Reload this page to try again.</p>
}

interface DebriefScreenProps {
  board: RoomKey
  info: RoomInfo
  /** Finished. */
  run: Run
  /** The server's time, ms since 1970. */
  now: number
  records: readonly TLRecord[]
  /** Null for who only reads. */
  events: RunEvents | null
}

/** A run looked back on: its time, what was covered, one's own rating, and then the reference beside it. */
export function DebriefScreen({ board, info, run, now, records, events }: DebriefScreenProps) {
  const design = useMemo(() => readDesign(records), [records])
  const isOwn = info.mode !== 'interview' && info.problem !== null
  const reference = useReference(board, isOwn)
  const debrief = useDebrief({ info, run, now, records, reference })
  const compared = useCompared(design, reference)
  return (
    <div className="debrief">
      <DebriefHead board={board} debrief={debrief} differences={compared.differences} />
      <main className="debrief-column">
        <h1>{debrief.headline.fact}</h1>
        {debrief.headline.detail && <p className="debrief-detail">{debrief.headline.detail}</p>}
        <TimeChart debrief={debrief} />
        <div className="debrief-three">
          <Covered debrief={debrief} />
          <Written debrief={debrief} />
          <Practise advice={debrief.practise} />
        </div>
        {events ? (
          <RatingsForm ratings={debrief.ratings} suggestion={debrief.suggestion} events={events} />
        ) : (
          <RatingsRead ratings={debrief.ratings} suggestion={debrief.suggestion} mode={debrief.mode} />
        )}
        {debrief.problem !== null && <ShowReference reference={reference} />}
        {reference.isAsked && reference.whole && (
          <Suspense fallback={null}>
            <Comparison whole={reference.whole} records={records} compared={compared} run={run} />
          </Suspense>
        )}
      </main>
    </div>
  )
}

type DebriefInput = Pick<DebriefScreenProps, 'info' | 'run' | 'now' | 'records'> & { reference: Reference }

function useDebrief({ info, run, now, records, reference }: DebriefInput): Debrief {
  const brief = reference.whole?.brief ?? null
  // Also a run that nobody finished has an end, which stays where it is while one looks.
  const end = countTo(run.clock, now).finishedAt ?? now
  return useMemo(() => {
    const facts = {
      title: info.title,
      mode: info.mode,
      problem: problemTitle(info.problem),
      run: { ...run, clock: countTo(run.clock, end) },
      framework: findFramework(run.clock.plan?.framework ?? '') ?? null,
      design: readDesign(records),
      untouched: untouchedIn(records),
      hints: brief?.hints.map(({ text }) => text) ?? [],
      curveBalls: brief?.curveBalls.map(({ says }) => says) ?? [],
    }
    return debriefOf(facts, compareWords)
  }, [info, run, end, records, brief])
}

function problemTitle(name: string | null): string | null {
  const chosen = findChosenProblem(name ?? '')
  if (!chosen) return null
  const { problem, variant } = chosen
  return variant ? `${problem.title}: ${variant.title}` : problem.title
}
