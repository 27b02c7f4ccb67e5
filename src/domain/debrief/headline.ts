import { clockText, plannedText } from '../pace/clockText.ts'
import type { TimeSpent } from './timeSpent.ts'

/** A part with the name that people read. */
export type NamedTime = TimeSpent & { readonly name: string }

interface RunTime {
  readonly parts: readonly NamedTime[]
  readonly slotMs: number
  readonly elapsedMs: number
}

interface ChangedTime extends RunTime {
  /** What was added to the slot while it ran; below 0: taken from it. */
  readonly addedMs: number
}

export interface Headline {
  readonly fact: string
  /** What it went with; empty where there is nothing to add. */
  readonly detail: string
}

const MINUTE_MS = 60_000
/** Less than this over is no overrun worth a word. */
const A_LITTLE_MS = 30_000

/**
 * The most telling fact about where the time went: a run that ended early, a step that starved (protected ones first,
 * then the one that lacks most), one that ran over, a run that did; else that the plan was kept. All by the plan of the
 * start; what was added to it or taken from it is said beside.
 */
export function headlineOf(time: ChangedTime): Headline {
  const { fact, detail } = mostTelling(time)
  return { fact, detail: [detail, changeText(time)].filter(Boolean).join(' ') }
}

function mostTelling(time: ChangedTime): Headline {
  const { slotMs, elapsedMs } = time
  if (endedEarly(time)) {
    return { fact: `The run ended after ${clockText(elapsedMs)} of its ${minutesText(slotMs)}.`, detail: '' }
  }
  const starved = mostStarved(time)
  if (starved) return { fact: gotOf(starved), detail: wentTo(time) }
  const longest = longestOver(time)
  if (longest) {
    return {
      fact: `${longest.name} took ${clockText(longest.spentMs)}; its plan was ${plannedText(longest.plannedMs)}.`,
      detail: 'Every step got at least half of its minutes.',
    }
  }
  if (elapsedMs - slotMs >= MINUTE_MS) {
    return { fact: `The run took ${clockText(elapsedMs)} of its ${minutesText(slotMs)}.`, detail: '' }
  }
  return {
    fact: 'Every step kept to its minutes.',
    detail: 'Each got at least half of its plan, and none ran a minute over.',
  }
}

/** `The slot was shortened by 5 minutes.` */
function changeText({ addedMs }: ChangedTime): string {
  if (Math.abs(addedMs) < 1000) return ''
  return `The slot was ${addedMs < 0 ? 'shortened' : 'lengthened'} by ${minutesText(Math.abs(addedMs))}.`
}

export function endedEarly({ slotMs, elapsedMs }: RunTime): boolean {
  return elapsedMs < slotMs / 2
}

/** The step whose lack tells most. What lies before the first step and after the last starves nobody. */
export function mostStarved({ parts }: Pick<RunTime, 'parts'>): NamedTime | undefined {
  return parts
    .filter(({ isStarved, place }) => isStarved && typeof place === 'number')
    .sort((a, b) => Number(b.isProtected) - Number(a.isProtected) || b.lacksMs - a.lacksMs)[0]
}

/** The step that ran over most, a minute at least. */
export function longestOver({ parts }: Pick<RunTime, 'parts'>): NamedTime | undefined {
  return parts
    .filter(({ overMs, place }) => overMs >= MINUTE_MS && typeof place === 'number')
    .sort((a, b) => b.overMs - a.overMs)[0]
}

/** `Monitoring got 1:25 of its 4 minutes.` */
export function gotOf({ name, spentMs, plannedMs }: NamedTime): string {
  const got = spentMs < 1000 ? 'none' : clockText(spentMs)
  return `${name} got ${got} of its ${minutesText(plannedMs)}.`
}

function minutesText(ms: number): string {
  const planned = plannedText(ms)
  if (planned.includes(':')) return planned
  return planned === '1' ? '1 minute' : `${planned} minutes`
}

/** Where the minutes are that somebody lacks. */
function wentTo({ parts, slotMs, addedMs, elapsedMs }: ChangedTime): string {
  const over = parts
    .filter(({ overMs }) => overMs >= A_LITTLE_MS)
    .sort((a, b) => b.overMs - a.overMs)
    .slice(0, 3)
    .map(({ name, overMs }) => `${name} (+${clockText(overMs)})`)
  if (over.length > 0) return `More than planned went to ${listed(over)}.`
  const leftMs = slotMs + addedMs - elapsedMs
  return leftMs >= MINUTE_MS ? `${clockText(leftMs)} of the slot were left.` : ''
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
