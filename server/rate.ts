/** Counts what an address does in a window of time. */
export interface Rate {
  /** Counts once more; false when that is more than allowed. */
  allows(address: string): boolean
}

/** Allows `limit` a window and address; all counts begin anew with each window. */
export function createRate(limit: number, windowMs: number, now: () => number = Date.now): Rate {
  let counts = new Map<string, number>()
  let endsAt = now() + windowMs
  return {
    allows(address) {
      if (now() >= endsAt) {
        counts = new Map()
        endsAt = now() + windowMs
      }
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      return count <= limit
    },
  }
}
