import type { PresenceState } from './protocol.ts'

/** Ids that one connection may introduce in all; a browser tab needs one. */
const IDS_PER_SPEAKER = 4

/** Of those who left, so many are remembered: only a tab that comes back after a break is asked about. */
const GONE_IDS = 256

interface Known extends PresenceState {
  /** Who introduced it; null once they left. */
  readonly speaker: object | null
}

/** What was said is news to others, or to the speaker: the ids they must announce anew. */
export interface Heard {
  readonly news: readonly PresenceState[]
  readonly stale: readonly PresenceState[]
}

/**
 * Who is in a document, and what they say about themselves. y-websocket clients also repeat what others
 * said: a connection is heard only about the ids it introduced.
 */
export function createPresence() {
  const byClient = new Map<number, Known>()
  const introducedBy = new WeakMap<object, Set<number>>()

  const spokenBy = (speaker: object) => [...byClient.values()].filter((known) => known.speaker === speaker)

  function mayIntroduce(speaker: object, client: number): boolean {
    const introduced = introducedBy.get(speaker) ?? new Set()
    introducedBy.set(speaker, introduced)
    if (introduced.size < IDS_PER_SPEAKER) introduced.add(client)
    return introduced.has(client)
  }

  function remember(said: PresenceState, speaker: object) {
    if (said.state === 'null') return rememberGone(said)
    byClient.set(said.client, { ...said, speaker })
  }

  function rememberGone(gone: PresenceState) {
    byClient.delete(gone.client)
    byClient.set(gone.client, { ...gone, speaker: null })
    const allGone = [...byClient.values()].filter(({ speaker }) => speaker === null)
    for (const { client } of allGone.slice(0, -GONE_IDS)) byClient.delete(client)
  }

  function hear(speaker: object, states: readonly PresenceState[]): Heard {
    const news: PresenceState[] = []
    const stale: PresenceState[] = []
    for (const said of states) {
      const known = byClient.get(said.client)
      const worth = worthOf(said, known, speaker)
      if (known && worth === 'stale') stale.push({ ...said, clock: known.clock, state: 'null' })
      if (worth !== 'news') continue
      if (!mayIntroduce(speaker, said.client)) continue
      remember(said, speaker)
      news.push(said)
    }
    return { news, stale }
  }

  return {
    hear,
    spokenBy,
    /** Forgets what a speaker said. Returns what to tell the others. */
    leave(speaker: object): PresenceState[] {
      return spokenBy(speaker).map(({ client, clock }) => {
        const gone = { client, clock: clock + 1, state: 'null' }
        rememberGone(gone)
        return gone
      })
    },
    /** Everybody who is here. */
    all: (): PresenceState[] => [...byClient.values()].filter(({ speaker }) => speaker !== null),
  }
}

function worthOf(said: PresenceState, known: Known | undefined, speaker: object): 'news' | 'stale' | 'none' {
  const isOwn = known?.speaker === speaker
  if (known?.speaker && !isOwn) return 'none'
  if (!isOwn && said.state === 'null') return 'none'
  if (!known || said.clock > known.clock) return 'news'
  // Back after a break with a clock that everybody has seen: told that it left, the client counts on.
  return isOwn ? 'none' : 'stale'
}
