import { BAD_FRAMES, type Pick } from './badFrames.ts'

/** Somebody changes their copy of the board. */
export type Drawn = { readonly client: number } & (
  | { readonly act: 'set'; readonly key: string; readonly value: number }
  | { readonly act: 'set in'; readonly key: string; readonly leaf: string; readonly value: number }
  | { readonly act: 'insert'; readonly at: number; readonly value: number }
  | { readonly act: 'cut'; readonly at: number }
  | { readonly act: 'delete'; readonly key: string }
)

interface Moved {
  readonly act: 'leave' | 'join' | 'drop'
  readonly client: number
}

/** Something that happens in a fuzz run; what is in a trace, one a line. */
export type Act =
  | Drawn
  | Moved
  | { readonly act: 'bad frames'; readonly kind: string; readonly seed: number }
  | { readonly act: 'wait'; readonly ms: number }
  | { readonly act: 'settle' }
  | { readonly act: 'restart'; readonly signal: 'SIGTERM' | 'SIGKILL' }

export const isMoved = (act: Drawn | Moved): act is Moved => ['leave', 'join', 'drop'].includes(act.act)

/** Clients 0 to 3 draw; the last ones only watch. */
export const CLIENTS = 6
export const WATCHERS = 2

const KEYS = 12
const RESTART_EVERY = 60

/** What happens next, by chance alone: so the same seed always gives the same run. */
export function nextAct(pick: Pick, step: number): Act {
  if (step % RESTART_EVERY === RESTART_EVERY - 1) {
    return { act: 'restart', signal: pick(2) ? 'SIGKILL' : 'SIGTERM' }
  }
  const client = pick(CLIENTS - WATCHERS)
  const key = `k${pick(KEYS)}`
  const roll = pick(100)
  if (roll < 25) return { act: 'set', client, key, value: step }
  if (roll < 45) return { act: 'set in', client, key, leaf: `l${pick(4)}`, value: step }
  if (roll < 55) return { act: 'insert', client, at: pick(1_000), value: step }
  if (roll < 60) return { act: 'cut', client, at: pick(1_000) }
  if (roll < 70) return { act: 'delete', client, key }
  if (roll < 74) return { act: 'leave', client: pick(CLIENTS) }
  if (roll < 77) return { act: 'drop', client: pick(CLIENTS) }
  if (roll < 85) return { act: 'join', client: pick(CLIENTS) }
  if (roll < 93) return { act: 'bad frames', kind: someKind(pick), seed: pick(2 ** 31) }
  return roll < 99 ? { act: 'wait', ms: pick(20) } : { act: 'settle' }
}

function someKind(pick: Pick): string {
  const kinds = Object.keys(BAD_FRAMES)
  return kinds[pick(kinds.length)] ?? ''
}
