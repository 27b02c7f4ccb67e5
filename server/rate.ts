/** Counts what an address does in a window of time. */
export interface Rate {
  /** Counts once more; false when that is more than allowed. */
  allows(address: string): boolean
}

/** Whoever has an IPv6 address has the whole /64 around it. Other addresses stay what they are. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = '', after] = address.split('::')
  const [first, last] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = after === undefined ? 0 : Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0))
  const groups = [...(first ?? []), ...Array<string>(zeros).fill('0'), ...(last ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':')
}

/** Allows `limit` a window and address; all counts begin anew with each window. */
export function createRate(limit: number, windowMs: number, now: () => number = Date.now): Rate {
  let counts = new Map<string, number>()
  let endsAt = now() + windowMs
  return {
    allows(from) {
      const address = networkOf(from)
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
