import type { RunRecord } from './runRecord.ts'

/** The more one had to do with a run, the later here. */
const CLOSENESS = ['observer', 'interviewer', 'candidate'] as const

/**
 * Of two records of one run, the one that knows more of it, which is the one that was rated last, with the closest of
 * both sides; in whatever order they come, the same.
 */
export function laterRecord(a: RunRecord, b: RunRecord): RunRecord {
  const order =
    a.finishedAt - b.finishedAt ||
    (a.ratedAt ?? 0) - (b.ratedAt ?? 0) ||
    countRatings(a) - countRatings(b) ||
    compareTexts(textOf(a), textOf(b))
  const as = CLOSENESS.indexOf(a.as) > CLOSENESS.indexOf(b.as) ? a.as : b.as
  return seenAs(as, order >= 0 ? a : b)
}

function seenAs(as: RunRecord['as'], record: RunRecord): RunRecord {
  return record.as === as ? record : { ...record, as }
}

const countRatings = ({ ratings }: RunRecord): number => Object.keys(ratings).length

/** The same for the same record, whatever order its fields are in and whoever it was kept by. */
function textOf(record: RunRecord): string {
  return JSON.stringify(inOrder({ ...record, as: null, ratings: inOrder(record.ratings) }))
}

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a > b ? 1 : -1)

function inOrder(object: object): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Records by room, of each room the one that knows most. */
export function mergeRecords(...lists: readonly Iterable<RunRecord>[]): ReadonlyMap<string, RunRecord> {
  const merged = new Map<string, RunRecord>()
  for (const list of lists) {
    for (const record of list) {
      const known = merged.get(record.room)
      merged.set(record.room, known ? laterRecord(known, record) : record)
    }
  }
  return merged
}

/**
 * A run as it is now known here, in place of what was kept of it. Whose it was stays as it was first kept, unless it was
 * only watched then: who interviewed does not become the candidate by looking through the candidate's link.
 */
export function renewedRecord(kept: RunRecord | undefined, record: RunRecord): RunRecord {
  return !kept || kept.as === 'observer' ? record : seenAs(kept.as, record)
}
