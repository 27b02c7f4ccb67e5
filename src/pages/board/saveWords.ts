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

/** What the light says of where the latest edits are. `now`: ms since 1970. */
export function saveWords(save: Save, now: number): SaveWords {
  const isAway = save.link === 'offline' || save.link === 'held' || save.link === 'refused'
  return {
    light: lightOf(save, isAway),
    text: isAway ? awayText(save) : textOf(save),
    age: isAway ? ageWords(now - save.online.since) : '',
    rows: [
      { place: 'This device', has: deviceHas(save), age: ageWords(now - save.device.since) },
      {
        place: 'The server',
        has: save.server.is ? 'has everything' : 'is behind',
        age: ageWords(now - save.server.since),
      },
      { place: 'Others here', has: othersHave(save.seen), age: ageWords(now - save.seen.since) },
      { place: 'Connection', has: CONNECTION[save.link], age: ageWords(now - save.online.since) },
    ],
  }
}

const LIGHTS = { tab: 'ring', device: 'ring', server: 'dot', seen: 'halo' } as const

const CONNECTION: Readonly<Record<Save['link'], string>> = {
  connecting: 'is being made',
  online: 'is up',
  offline: 'is down, tried again every few seconds',
  held: 'holds back an edit that is too large',
  refused: 'was closed by the server',
}

function lightOf({ kind, link, trouble }: Save, isAway: boolean): SaveWords['light'] {
  const isAtRisk = kind === 'tab' && trouble !== null
  if (link === 'held' || isAtRisk) return 'warning'
  return isAway ? 'ring' : LIGHTS[kind]
}

function awayText({ link, trouble }: Save): string {
  if (link === 'refused') return 'Not connected'
  if (link === 'held') return trouble === null ? 'Too large, kept here' : 'Too large, only in this tab'
  return trouble === null ? 'Offline, still saving here' : 'Offline, only in this tab'
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

function othersHave({ by, of }: Save['seen']): string {
  if (of === 0) return 'nobody'
  if (by === null) return `${of}; you have changed nothing yet`
  return by === of ? `all ${of} have your edits` : `${by} of ${of} have all your edits`
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
