import { atom } from '@tldraw/state'
import { mergeRecords, renewedRecord } from '../domain/progress/laterRecord.ts'
import { readRecord } from '../domain/progress/readRecord.ts'
import type { RunRecord } from '../domain/progress/runRecord.ts'
import { deviceStorage } from './deviceStorage.ts'

// One entry a run, so that two tabs with two boards never overwrite each other's.
const PREFIX = 'drillboard.run.'
const ASIDE = 'drillboard.aside.'

/** Rooms whose kept run could not be read: it was set aside under another key. */
export const damagedRuns = atom<readonly string[]>('damaged runs', [])

/** The finished runs that this browser knows, by room. */
export const runHistory = atom<ReadonlyMap<string, RunRecord>>('run history', readAll())

/** Rooms whose run is known to this tab only: the storage has no room for it. */
export const unkeptRuns = atom<ReadonlySet<string>>('unkept runs', new Set())

window.addEventListener('storage', ({ key }) => {
  if (key === null) runHistory.set(readAll())
  else if (key.startsWith(PREFIX)) follow(key.slice(PREFIX.length))
})

/** Keeps a finished run, in place of what was kept of it. False where the browser keeps it for this tab only. */
export function keepRun(record: RunRecord): boolean {
  const { room } = record
  const known = readStored(room) ?? runHistory.get().get(room)
  return put([renewedRecord(known, record)])
}

/** Adds runs from elsewhere; of a run that is known already, the record that knows more of it stays. False as of `keepRun`. */
export function addRuns(records: readonly RunRecord[]): boolean {
  const merged = mergeRecords(records, readAll().values(), runHistory.get().values())
  return put(records.flatMap(({ room }) => merged.get(room) ?? []))
}

function put(records: readonly RunRecord[]): boolean {
  const unkept = new Set(unkeptRuns.get())
  for (const record of records) {
    const text = JSON.stringify(record)
    const isThere = deviceStorage.read(PREFIX + record.room) === text
    if (isThere || deviceStorage.keep(PREFIX + record.room, text)) unkept.delete(record.room)
    else unkept.add(record.room)
  }
  unkeptRuns.set(unkept)
  runHistory.set(new Map([...runHistory.get(), ...records.map((record) => [record.room, record] as const)]))
  return records.every(({ room }) => !unkept.has(room))
}

/** Another tab has kept a run, or forgotten it. */
function follow(room: string) {
  const next = new Map(runHistory.get())
  const stored = readStored(room)
  if (stored) next.set(room, stored)
  else next.delete(room)
  runHistory.set(next)
}

function readAll(): ReadonlyMap<string, RunRecord> {
  const all = new Map<string, RunRecord>()
  for (const key of deviceStorage.keys().filter((one) => one.startsWith(PREFIX))) {
    const room = key.slice(PREFIX.length)
    const record = readStored(room)
    if (record) all.set(room, record)
  }
  return all
}

/** What is kept of a run; what cannot be read is set aside. */
function readStored(room: string): RunRecord | null {
  const stored = deviceStorage.read(PREFIX + room)
  if (stored === null) return null
  const record = parse(stored, room)
  if (record === null && deviceStorage.keep(ASIDE + PREFIX + room, stored)) {
    deviceStorage.forget(PREFIX + room)
    damagedRuns.set([...damagedRuns.get(), room])
  }
  return record
}

function parse(stored: string, room: string): RunRecord | null {
  try {
    const record = readRecord(JSON.parse(stored), 'the run')
    return record.room === room ? record : null
  } catch {
    return null
  }
}
