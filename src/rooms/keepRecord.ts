import { findFramework } from '../../templates/frameworks/index.ts'
import { keepRun } from '../device/runHistory.ts'
import type { Run } from '../domain/pace/run.ts'
import { type RunFacts, recordOf } from '../domain/progress/runRecord.ts'

/** Keeps a finished run in this browser. */
export function keepRecord(run: Run, facts: Omit<RunFacts, 'framework'>) {
  const framework = findFramework(run.clock.plan?.framework ?? '')
  const record = recordOf(run, { ...facts, framework })
  // Where there is no room for it, the page of the progress says so.
  if (record !== null) keepRun(record)
}
