import type * as Y from 'yjs'
import { EVENTS } from '../src/document/names.ts'
import type { Plan } from '../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../src/domain/pace/run.ts'
import type { RunAct } from '../src/domain/pace/runAct.ts'
import { whyRefused } from '../src/domain/pace/whyRefused.ts'
import type { Role } from './roles.ts'

/** What somebody posts, checked for its form. */
export interface PostedEvent {
  readonly act: RunAct
  /** Made by the client, so that a queued event sent twice counts once. */
  readonly id: string | undefined
  /** As the browser that posted it says. */
  readonly person: { readonly id: string; readonly name: string }
  /** Of a start. */
  readonly plan?: Plan
}

/** An event of a run as the document `run` keeps it, besides the fields of its type. */
interface RunEvent {
  /** 1 for the first event of the run. */
  readonly seq: number
  readonly type: RunAct['type']
  /** Server time, ms since 1970; never less than that of the event before. */
  readonly at: number
  readonly role: Role
  readonly person: PostedEvent['person']
  readonly id?: string
  readonly plan?: Plan
}

interface Known {
  readonly run: Run
  readonly seqById: Map<string, number>
  readonly count: number
}

/** What the events of a document come to; a document that goes out of memory takes it along. */
const knownRuns = new WeakMap<Y.Doc, Known>()

/** The places of the posted events in the run, or why one of them cannot come next. */
type Appended = { readonly seq: readonly number[] } | { readonly refused: string }

/**
 * Appends what is not there yet: all of it, or nothing where one event cannot come after those before it. Does not
 * throw, for that would close the document.
 */
export function appendEvents(doc: Y.Doc, posted: readonly PostedEvent[], role: Role): Appended {
  const events = doc.getArray<RunEvent>(EVENTS)
  const known = knownRun(doc, events)
  const at = Math.max(Date.now(), known.run.clock.countedTo, lastAt(events))
  const added: RunEvent[] = []
  const seq: number[] = []
  let { run } = known
  for (const { act, id, person, plan } of posted) {
    const before = seqOf(id, known, added)
    if (before !== undefined) {
      seq.push(before)
      continue
    }
    const refused = whyRefused(run, act, at)
    if (refused !== null) return { refused }
    const place = events.length + added.length + 1
    const event = { ...act, ...(id ? { id } : {}), ...(plan ? { plan } : {}), person, role, at, seq: place }
    run = foldRun([event], run)
    added.push(event)
    seq.push(place)
  }
  if (added.length > 0) events.push(added)
  return { seq }
}

/** What has happened so far. */
export function runOf(doc: Y.Doc): Run {
  return knownRun(doc, doc.getArray<RunEvent>(EVENTS)).run
}

function knownRun(doc: Y.Doc, events: Y.Array<RunEvent>): Known {
  const { run, seqById, count } = knownRuns.get(doc) ?? { run: NO_RUN, seqById: new Map(), count: 0 }
  const news = events.slice(count)
  for (const { id, seq } of news) if (id !== undefined) seqById.set(id, seq)
  const known = { run: foldRun(news, run), seqById, count: events.length }
  knownRuns.set(doc, known)
  return known
}

function seqOf(id: string | undefined, { seqById }: Known, added: readonly RunEvent[]): number | undefined {
  if (id === undefined) return undefined
  return seqById.get(id) ?? added.find((event) => event.id === id)?.seq
}

function lastAt(events: Y.Array<RunEvent>): number {
  return events.length === 0 ? 0 : events.get(events.length - 1).at
}
