import { computed, react, type Signal } from '@tldraw/state'
import {
  CameraRecordType,
  InstancePageStateRecordType,
  TLINSTANCE_ID,
  TLPOINTER_ID,
  type TLStore,
} from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { laserHeld } from './laser.ts'
import { createPacer } from './pacer.ts'
import type { Person } from './person.ts'
import { type Presence, packPresence } from './presenceState.ts'

/** Both together stay within 30 messages a second. */
const MOVE_EVERY_MS = 36
const SEEN_EVERY_MS = 1000
/** This long after the last move, everything is said once, for those who come later. */
const AT_REST_MS = 250

export interface SendPresenceOptions {
  readonly store: TLStore
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly person: Signal<Person>
}

/**
 * Tells the others where this person is: while they move, cursor and selection, or the laser; once a second, who they are
 * and what this browser has of the others' edits; at rest, everything. Stops when the result is called.
 */
export function sendPresence({ store, doc, awareness, person }: SendPresenceOptions): () => void {
  const here = computed('presence here', () => readHere(store), { isEqual })
  const held = computed('laser held', () => readLaserHeld(store), { isEqual })
  const say = (presence: Presence) => awareness.setLocalState(packPresence(presence))
  const who = () => {
    const { name, color } = person.get()
    return { name, color, seen: seenClocks(doc, awareness) }
  }
  const everything = () => say({ ...who(), ...here.get() })

  let rest: ReturnType<typeof setTimeout> | undefined
  const moves = createPacer(MOVE_EVERY_MS, () => {
    const { cursor, selected } = here.get()
    const laser = held.get()
    say(laser ? { laser } : { cursor, selected })
    clearTimeout(rest)
    rest = setTimeout(() => {
      rest = undefined
      everything()
    }, AT_REST_MS)
    seen.request()
  })
  const seen = createPacer(SEEN_EVERY_MS, () => (rest === undefined ? everything() : say(who())))

  everything()
  const stopMoves = react('send presence', () => {
    here.get()
    held.get()
    moves.request()
  })
  const stopPerson = react('send person', () => {
    person.get()
    seen.request()
  })
  const hearEdits = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) seen.request()
  }
  const hearPeople = ({ added }: { added: number[] }) => {
    if (added.some((client) => client !== doc.clientID)) seen.request()
  }
  doc.on('update', hearEdits)
  awareness.on('change', hearPeople)

  return () => {
    for (const stop of [stopMoves, stopPerson, moves.cancel, seen.cancel]) stop()
    clearTimeout(rest)
    doc.off('update', hearEdits)
    awareness.off('change', hearPeople)
    awareness.setLocalState(null)
  }
}

function readHere(store: TLStore): Pick<Presence, 'cursor' | 'selected' | 'viewport'> {
  const instance = store.get(TLINSTANCE_ID)
  const pointer = store.get(TLPOINTER_ID)
  const page = instance && store.get(InstancePageStateRecordType.createId(instance.currentPageId))
  const camera = instance && store.get(CameraRecordType.createId(instance.currentPageId))
  const hasMoved = pointer && pointer.lastActivityTimestamp > 0
  return {
    cursor: hasMoved ? { x: Math.round(pointer.x), y: Math.round(pointer.y) } : null,
    selected: page?.selectedShapeIds ?? [],
    ...(instance && camera
      ? {
          viewport: {
            x: camera.x,
            y: camera.y,
            z: camera.z,
            w: instance.screenBounds.w,
            h: instance.screenBounds.h,
          },
        }
      : {}),
  }
}

function readLaserHeld(store: TLStore) {
  const instance = store.get(TLINSTANCE_ID)
  return instance ? laserHeld(instance) : null
}

/** What this document has of the edits of everybody who is here. */
function seenClocks(doc: Y.Doc, awareness: Awareness): Map<number, number> {
  const others = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID)
  return new Map(others.map((client) => [client, Y.getState(doc.store, client)]))
}
