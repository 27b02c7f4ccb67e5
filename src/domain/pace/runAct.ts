import { DIMENSION_IDS, type DimensionId } from '../debrief/rubric.ts'
import { LONGEST_SLOT, SHORTEST_SLOT } from './budget.ts'
import { type Place, type Plan, readPlan } from './plan.ts'

/** What can happen in a run, as far as its maker says it. */
export type RunAct =
  | {
      readonly type: 'start'
      readonly framework?: string
      readonly minutes?: number
      readonly strict?: boolean
      /** One curve-ball of the problem comes late in the slot. */
      readonly curveBall?: boolean
    }
  | { readonly type: 'pause' | 'resume' | 'finish' }
  | { readonly type: 'extend' | 'shorten'; readonly minutes: number }
  /** Somebody chose where the run is. */
  | { readonly type: 'step'; readonly step: Place }
  /** The candidate edited something in that step's frame. */
  | { readonly type: 'edit'; readonly step: number }
  | { readonly type: 'checklist'; readonly prompt: string; readonly done?: boolean }
  /** The whole text of a step's notes. */
  | { readonly type: 'note'; readonly step?: Place; readonly text?: string }
  /** How the candidate rates the run, on one dimension of the rubric; without a score: not yet. */
  | {
      readonly type: 'rate'
      readonly dimension: DimensionId
      readonly score?: number
      readonly evidence?: string
    }
  | { readonly type: 'hint'; readonly hint?: number; readonly text?: string }
  | { readonly type: 'reveal'; readonly item?: string; readonly text?: string }
  | { readonly type: 'nudge'; readonly kind?: NudgeKind; readonly text?: string }

export type RunActType = RunAct['type']

const NUDGE_KINDS = ['redirect', 'deepen', 'time', 'hint', 'answer'] as const
type NudgeKind = (typeof NUDGE_KINDS)[number]

/** An act of the log: with the server's time, and, for the start, the plan that the server made. */
export type LoggedAct = RunAct & { readonly at: number; readonly id?: string; readonly plan?: Plan }

interface Field {
  readonly is: (value: unknown) => boolean
  /** After “…” and the field's name: “is …”. */
  readonly says: string
  readonly isNeeded?: boolean
}

const whole = (least: number, most: number): Field => ({
  is: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  says: `a whole number from ${least} to ${most}`,
})
const text: Field = { is: (value) => typeof value === 'string', says: 'text' }
const name: Field = {
  is: (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value),
  says: '1 to 64 of a-z, 0-9 and “-”',
}
const flag: Field = { is: (value) => typeof value === 'boolean', says: 'true or false' }
const MOST_STEPS = 20
const place: Field = {
  is: (value) => value === 'intro' || value === 'wrap-up' || whole(1, MOST_STEPS).is(value),
  says: 'the number of a step, “intro” or “wrap-up”',
}
const kind: Field = {
  is: (value) => NUDGE_KINDS.some((other) => other === value),
  says: `one of ${NUDGE_KINDS.join(', ')}`,
}
const dimension: Field = {
  is: (value) => DIMENSION_IDS.some((other) => other === value),
  says: `one of ${DIMENSION_IDS.join(', ')}`,
}
const needed = (field: Field): Field => ({ ...field, isNeeded: true })

const LONGEST_EXTENSION = 60

const FIELDS: Readonly<Record<RunActType, Readonly<Record<string, Field>>>> = {
  start: { framework: name, minutes: whole(SHORTEST_SLOT, LONGEST_SLOT), strict: flag, curveBall: flag },
  pause: {},
  resume: {},
  finish: {},
  extend: { minutes: needed(whole(1, LONGEST_EXTENSION)) },
  shorten: { minutes: needed(whole(1, LONGEST_EXTENSION)) },
  step: { step: needed(place) },
  edit: { step: needed(whole(1, MOST_STEPS)) },
  checklist: { prompt: needed(name), done: flag },
  note: { step: place, text },
  rate: { dimension: needed(dimension), score: whole(1, 4), evidence: text },
  hint: { hint: whole(1, 99), text },
  reveal: { item: name, text },
  nudge: { kind, text },
}

const RUN_ACTS = Object.keys(FIELDS) as readonly RunActType[]

type ReadAct = { readonly ok: true; readonly act: RunAct } | { readonly ok: false; readonly problem: string }

/** The act that a value describes, with the fields of its type and no other; or what is wrong with it. */
export function readAct(value: Readonly<Record<string, unknown>>): ReadAct {
  const type = RUN_ACTS.find((other) => other === value.type)
  if (!type) return { ok: false, problem: `“type” is one of ${RUN_ACTS.join(', ')}.` }
  const act: Record<string, unknown> = { type }
  for (const [key, { is, says, isNeeded }] of Object.entries(FIELDS[type])) {
    const field = Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined
    if (field === undefined ? isNeeded : !is(field)) {
      return { ok: false, problem: `“${key}” of “${type}” is ${says}.` }
    }
    if (field !== undefined) act[key] = field
  }
  return { ok: true, act: act as unknown as RunAct }
}

/** An event of the log as the pace counts it; null for what is none, or has no time. */
export function readLogged(value: unknown): LoggedAct | null {
  if (typeof value !== 'object' || value === null) return null
  const { at, id, plan } = value as Record<string, unknown>
  const read = readAct(value as Record<string, unknown>)
  if (!read.ok || typeof at !== 'number' || !Number.isFinite(at)) return null
  const planned = read.act.type === 'start' ? readPlan(plan) : null
  return {
    ...read.act,
    at: Math.trunc(at),
    ...(typeof id === 'string' ? { id } : {}),
    ...(planned === null ? {} : { plan: planned }),
  }
}
