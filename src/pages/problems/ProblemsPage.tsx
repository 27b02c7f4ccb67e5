import { useEffect, useMemo, useState } from 'react'
import { findProblem, problems } from '../../../templates/problems/index.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { runHistory } from '../../device/runHistory.ts'
import { notDone, unseen } from '../../domain/progress/trends.ts'
import { PageHead } from '../../look/PageHead.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { type Address, goInstead, problemPath, SURPRISE } from '../../rooms/address.ts'
import { anyProblem, type Filter, findProblems, NO_FILTER } from './findProblems.ts'
import { ProblemEntry } from './ProblemEntry.tsx'
import { ProblemFilter } from './ProblemFilter.tsx'
import '../../look/listPage.css'
import './problems.css'

type ProblemsAddress = Extract<Address, { page: 'problems' }>

/** Every problem as an interviewer reads it out, and the way to a board on which to solve it. */
export function ProblemsPage({ address }: { address: ProblemsAddress }) {
  const [filter, setFilter] = useState(NO_FILTER)
  const shown = useMemo(() => findProblems(problems, filter), [filter])
  const surprise = () => goInstead(problemPath(surprising(shown, address.problem)?.id ?? ''))
  useEffect(() => {
    document.title = 'Problems – Drillboard'
  }, [])
  useOpened(address, setFilter)
  const history = useSignal(runHistory)
  const left = useMemo(() => new Set(notDone(problems, history.values())), [history])
  return (
    <div className="list-page">
      <PageHead current="problems" />
      <main className="list-column">
        <h1>Choose what to design.</h1>
        <ProblemFilter filter={filter} shown={shown} onChange={setFilter} onSurprise={surprise} />
        <div className="problems-list">
          {shown.map((problem) => (
            <ProblemEntry
              key={problem.id}
              problem={problem}
              isOpen={problem.id === address.problem}
              isDone={!left.has(problem)}
            />
          ))}
        </div>
      </main>
    </div>
  )
}

/** One of them at random; of those whose brief this browser’s runs have not shown yet, while there are any. */
function surprising(some: readonly Problem[], id: string): Problem | undefined {
  const fresh = unseen(some, runHistory.get().values()).filter((problem) => problem.id !== id)
  return anyProblem(fresh.length > 0 ? fresh : some, id)
}

/** Brings the problem that the address names into view, whatever was filtered before. */
function useOpened(address: ProblemsAddress, setFilter: (change: (filter: Filter) => Filter) => void) {
  useEffect(() => {
    if (address.problem === SURPRISE) {
      goInstead(problemPath(surprising(problems, '')?.id ?? ''))
      return
    }
    const problem = findProblem(address.problem)
    if (!problem) return
    setFilter((filter) => (findProblems([problem], filter).length > 0 ? filter : NO_FILTER))
    // After the list has been drawn with it.
    const frame = requestAnimationFrame(() => goToProblem(problem.id))
    return () => cancelAnimationFrame(frame)
  }, [address, setFilter])
}

/** Shows the problem, and lets the keyboard go on from there. */
function goToProblem(id: string) {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'nearest' })
  place?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
}
