import type { RunRecord } from './runRecord.ts'

/** The more one had to do with a run, the later here. */
const CLOSENESS = ['observer', 'interviewer', 'candidate'] as const

/** Of two records of one run, the one that knows more of it; in whatever order they come, the same. */
export function laterRecord(a: RunRecord, b: RunRecord): RunRecord {
  const order =
    a.finishedAt - b.finishedAt ||
    countRatings(a) - countRatings(b) ||
    CLOSENESS.indexOf(a.as) - CLOSENESS.indexOf(b.as) ||
    Number(textOf(a) > textOf(b)) - 0.5
  return order > 0 ? a : b
}

const countRatings = ({ ratings }: RunRecord): number => Object.keys(ratings).length

/** The same for the same record, whatever order its fields are in. */
function textOf(record: RunRecord): string {
  return JSON.stringify(inOrder({ ...record, ratings: inOrder(record.ratings) }))
}

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

/** A run as it is now known here, in place of what was kept of it: with the closest of all links it was seen by. */
export function renewedRecord(kept: RunRecord | undefined, record: RunRecord): RunRecord {
  if (!kept || CLOSENESS.indexOf(kept.as) <= CLOSENESS.indexOf(record.as)) return record
  return { ...record, as: kept.as }
}
