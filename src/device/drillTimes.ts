import { atom } from '@tldraw/state'
import { readTimes } from '../domain/drill/readTimes.ts'
import { type DrillTimes, NO_TIMES, type Try, withTry } from '../domain/drill/times.ts'
import { deviceStorage } from './deviceStorage.ts'

// One entry a drill, so that two tabs with two drills never overwrite each other's.
const PREFIX = 'drillboard.drill.'
const ASIDE = 'drillboard.aside.'

/** Drills whose kept times could not be read: they were set aside under another key, and new ones begin. */
export const damagedTimes = atom<readonly string[]>('damaged times', [])

/** How the tries of each drill went in this browser, by the drill's id. */
export const drillTimes = atom<ReadonlyMap<string, DrillTimes>>('drill times', readAll())

window.addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(PREFIX)) drillTimes.set(readAll())
})

/** The times of a drill; none where it was never tried. */
export function timesOf(all: ReadonlyMap<string, DrillTimes>, id: string): DrillTimes {
  return all.get(id) ?? NO_TIMES
}

/** Adds a try to the times of a drill. False where the browser keeps it for this tab only. */
export function keepTry(id: string, tried: Try): boolean {
  const known = timesOf(drillTimes.get(), id)
  const stored = readStored(id)
  // Another tab may have kept more meanwhile; a full storage keeps less than this tab knows.
  const before = stored && stored.tries > known.tries ? stored : known
  const times = withTry(before, tried)
  const isKept = deviceStorage.keep(PREFIX + id, JSON.stringify(times))
  drillTimes.set(new Map(drillTimes.get()).set(id, times))
  return isKept
}

function readAll(): ReadonlyMap<string, DrillTimes> {
  const all = new Map<string, DrillTimes>()
  for (const key of deviceStorage.keys().filter((one) => one.startsWith(PREFIX))) {
    const id = key.slice(PREFIX.length)
    const times = readStored(id)
    if (times) all.set(id, times)
  }
  return all
}

/** What is kept of a drill; what cannot be read is set aside. */
function readStored(id: string): DrillTimes | null {
  const stored = deviceStorage.read(PREFIX + id)
  if (stored === null) return null
  const times = parse(stored)
  if (times === null && deviceStorage.keep(ASIDE + PREFIX + id, stored)) {
    deviceStorage.forget(PREFIX + id)
    damagedTimes.set([...damagedTimes.get(), id])
  }
  return times
}

function parse(stored: string): DrillTimes | null {
  try {
    return readTimes(JSON.parse(stored))
  } catch {
    return null
  }
}
