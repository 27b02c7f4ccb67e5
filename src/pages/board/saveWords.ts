import { untilWords } from '../../panels/share/untilWords.ts'
import type { CopyTrouble } from '../../sync/copyWriter.ts'
import type { Save } from '../../sync/save.ts'

export interface SaveWords {
  readonly light: 'ring' | 'warning' | 'dot' | 'halo'
  readonly text: string
  /** How long it has been so, where that matters at a glance; else empty. */
  readonly age: string
  /** Each place, what it has, and for how long. */
  readonly rows: readonly SaveRow[]
}

interface SaveRow {
  readonly place: string
  readonly has: string
  readonly age: string
}

/** What the light says of where the latest edits are; to an observer, of what they see. `now`: ms since 1970. */
export function saveWords(save: Save, now: number, isObserver = false): SaveWords {
  const isAway = save.link !== 'online' && save.link !== 'connecting'
  const whenLost = isObserver && save.link === 'offline' ? lookedAtText(save, now) : null
  return {
    light: lightOf(save, isAway),
    text: whenLost ?? (isAway ? awayText(save) : textOf(save)),
    age: isAway && whenLost === null ? ageWords(now - save.online.since) : '',
    rows: [
      { place: 'This device', has: deviceHas(save), age: ageWords(now - save.device.since) },
      {
        place: 'The server',
        has: save.server.is ? 'has everything' : 'is behind',
        age: ageWords(now - save.server.since),
      },
      {
        place: 'Others here',
        has: isObserver ? othersText(save.seen) : othersHave(save.seen),
        age: ageWords(now - save.seen.since),
      },
      { place: 'Connection', has: CONNECTION[save.link], age: ageWords(now - save.online.since) },
    ],
  }
}

const LIGHTS = { tab: 'ring', device: 'ring', server: 'dot', seen: 'halo' } as const

const CONNECTION: Readonly<Record<Save['link'], string>> = {
  connecting: 'is being made',
  online: 'is up',
  offline: 'is down, tried again every few seconds',
  trouble: 'is there, but the server keeps nothing now',
  full: 'waits for a place at the board',
  held: 'holds back an edit that is too large',
  refused: 'was closed by the server',
}

function lightOf({ kind, link, trouble }: Save, isAway: boolean): SaveWords['light'] {
  const isAtRisk = kind === 'tab' && trouble !== null
  if (link === 'trouble' && kind !== 'server' && kind !== 'seen') return 'warning'
  if (link === 'held' || isAtRisk) return 'warning'
  return isAway ? 'ring' : LIGHTS[kind]
}

function awayText({ link, trouble, server }: Save): string {
  if (link === 'refused' && server.is) return 'Not connected'
  if (link === 'trouble' && server.is) return 'Server trouble'
  if (link === 'full' && server.is) return 'Waiting for a place'
  if (link === 'refused' || link === 'trouble' || link === 'full') {
    return trouble === null ? 'On this device only' : 'Only in this tab'
  }
  if (link === 'held') return trouble === null ? 'Too large, kept here' : 'Too large, only in this tab'
  return trouble === null ? 'Offline, still saving here' : 'Offline, only in this tab'
}

/** Nothing of an observer's is saved: what matters is how old it is what they see. */
function lookedAtText({ wasOnline, online }: Save, now: number): string {
  return wasOnline
    ? `Offline, you see the board as it was at ${timeWords(online.since, now)}`
    : 'Offline, you see the board as this device kept it'
}

const DAY_MS = 86_400_000

function timeWords(at: number, now: number): string {
  if (now - at >= DAY_MS / 2) return untilWords(at, now)
  return new Date(at).toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

function textOf({ kind, trouble, seen }: Save): string {
  if (kind === 'tab') return trouble === null ? 'Saving' : 'Only in this tab'
  if (kind === 'device') return 'On this device'
  if (kind === 'server') return 'On the server'
  return `Seen by ${seen.by} ${seen.by === 1 ? 'other' : 'others'}`
}

function deviceHas({ device, trouble }: Save): string {
  if (trouble === 'full') return 'keeps nothing new: its storage is full'
  if (trouble === 'newer') return 'keeps nothing new: another tab runs a newer Drillboard'
  if (trouble === 'forbidden') return 'keeps nothing: this browser forbids storage'
  return device.is ? 'keeps everything' : 'is writing'
}

const othersText = ({ of }: Pick<Save['seen'], 'of'>) => (of === 0 ? 'nobody' : `${of}`)

function othersHave({ by, of }: Save['seen']): string {
  if (of === 0) return othersText({ of })
  if (by === null) return `${of}; you have changed nothing yet`
  return by === of ? `all ${of} have your edits` : `${by} of ${of} have all your edits`
}

/** What becomes of edits while the server has trouble or no place. */
export function waitingWords({ link, trouble }: Save, isReadonly: boolean): string {
  const end = link === 'full' ? 'once somebody leaves' : 'once that is over'
  if (isReadonly) return `You see the board as it was; it goes on by itself ${end}.`
  return trouble === null
    ? `What you draw stays on this device and goes to the server by itself ${end}.`
    : `What you draw stays in this tab only, so keep it open: it goes to the server by itself ${end}.`
}

/** Where what the server will not get now is. `shapes`: how many were changed; 0 where only something was deleted. */
export function leftBehindWords(shapes: number, trouble: CopyTrouble | null): string {
  const [what, them] = leftBehind(shapes)
  return trouble === null
    ? `${what} did not reach the server; this device keeps ${them}.`
    : `${what} did not reach the server: keep this tab open, or make a board of your own.`
}

function leftBehind(shapes: number): readonly [what: string, them: string] {
  if (shapes === 0) return ['What you changed last', 'it']
  return shapes === 1 ? ['Your change to 1 shape', 'it'] : [`Your changes to ${shapes} shapes`, 'them']
}

/** A length of time as short as it stays clear: "just now", "40 s", "12 min", "3 h", "2 days". */
export function ageWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 5) return 'just now'
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.floor(hours / 24)} days`
}
