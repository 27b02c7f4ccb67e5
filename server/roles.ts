/** Who may do what in a room. */

import type { RunActType } from '../src/domain/pace/runAct.ts'

export const MODES = ['free', 'solo', 'interview'] as const
export type Mode = (typeof MODES)[number]

export const ROLES = ['owner', 'editor', 'interviewer', 'candidate', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** The documents of a room. */
export const DOCS = ['board', 'interviewer', 'run'] as const
export type DocName = (typeof DOCS)[number]

export const ROLES_OF_MODE: Readonly<Record<Mode, readonly Role[]>> = {
  free: ['owner', 'editor', 'observer'],
  solo: ['owner', 'editor', 'observer'],
  interview: ['owner', 'interviewer', 'candidate', 'observer'],
}

const DRAWING: readonly Role[] = ['owner', 'editor', 'interviewer', 'candidate']
const HOSTING: readonly Role[] = ['owner', 'interviewer']

export const mayOpen = (role: Role, doc: DocName) => doc !== 'interviewer' || HOSTING.includes(role)

/** Whether edits that come over the socket are taken. `run` is written by the server alone. */
export function mayWrite(role: Role, doc: DocName): boolean {
  if (doc === 'run') return false
  return (doc === 'interviewer' ? HOSTING : DRAWING).includes(role)
}

export const mayRename = (role: Role) => role === 'owner' || role === 'editor'

const HANDS_OUT: Readonly<Record<Role, readonly Role[]>> = {
  owner: ROLES,
  editor: ['editor', 'observer'],
  interviewer: ['interviewer', 'candidate', 'observer'],
  candidate: ['candidate'],
  observer: ['observer'],
}

/** The roles whose links somebody with `role` may see and pass on. */
export function linksFor(role: Role, mode: Mode): readonly Role[] {
  return ROLES_OF_MODE[mode].filter((other) => HANDS_OUT[role].includes(other))
}

/** Who may post what happens in a run. */
const POSTERS: Readonly<Record<RunActType, readonly Role[]>> = {
  start: DRAWING,
  pause: DRAWING,
  resume: DRAWING,
  extend: DRAWING,
  shorten: DRAWING,
  step: DRAWING,
  edit: DRAWING,
  finish: DRAWING,
  checklist: DRAWING,
  note: DRAWING,
  rate: ['owner', 'editor'],
  hint: HOSTING,
  reveal: HOSTING,
  nudge: HOSTING,
}

/** An interview is where its candidate works, and as long as its host says. */
const INTERVIEW_POSTERS: Readonly<Partial<Record<RunActType, readonly Role[]>>> = {
  edit: ['candidate'],
  rate: ['candidate'],
  extend: HOSTING,
  shorten: HOSTING,
}

export function mayPost(role: Role, mode: Mode, type: RunActType): boolean {
  const own = mode === 'interview' ? INTERVIEW_POSTERS[type] : undefined
  return (own ?? POSTERS[type]).includes(role)
}

/** How far a run has come, as far as its brief is concerned. */
interface RunSoFar {
  readonly isFinished: boolean
  /** An interviewer has shown the brief to everybody. */
  readonly isRevealed: boolean
}

/**
 * How much of a problem's brief somebody may read. In an interview its hosts decide, since a candidate may end the
 * run; whoever practises alone gets what they asked for, and all of it when the run is over.
 */
export function sightOfBrief(role: Role, mode: Mode, run: RunSoFar): 'nothing' | 'hints' | 'all' {
  if (mode === 'interview') return HOSTING.includes(role) || run.isRevealed ? 'all' : 'nothing'
  if (run.isFinished) return 'all'
  return role === 'owner' ? 'hints' : 'nothing'
}
