import type { Storage } from './log/log.ts'
import type { Rooms } from './rooms.ts'

const LOOK_EVERY_MS = 1_000
/** An expired link is noticed so late at most. */
const RECHECK_MS = 10_000

/**
 * Ends connections whose links open no more: those that have expired, and those that another program, such as
 * `npm run owner-link`, has replaced. Returns how to stop.
 */
export function watchLinks(
  { index, outsideChanges }: Pick<Storage, 'index' | 'outsideChanges'>,
  rooms: Pick<Rooms, 'inUse' | 'recheck'>,
  report: (error: unknown) => void,
): () => void {
  let seen = outsideChanges()
  let checkedAt = performance.now()

  async function look() {
    const changes = outsideChanges()
    if (changes === seen && performance.now() - checkedAt < RECHECK_MS) return
    seen = changes
    checkedAt = performance.now()
    for (const room of rooms.inUse()) {
      const facts = await index.find(room)
      if (facts !== null) await rooms.recheck(facts)
    }
  }
  const timer = setInterval(() => look().catch(report), LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}
