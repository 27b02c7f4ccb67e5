import { atom, type Signal } from '@tldraw/state'
import {
  InstancePresenceRecordType,
  PageRecordType,
  TLINSTANCE_ID,
  type TLInstancePresence,
  type TLStore,
} from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type { Awareness } from 'y-protocols/awareness'
import { type LaserTrails, laserTrails } from './laser.ts'
import type { Person } from './person.ts'
import { type Presence, readPresence } from './presenceState.ts'
import { compareText } from './rawRecord.ts'

export interface OthersHere {
  /** The others at the board, by name. */
  readonly people: Signal<readonly Person[]>
  /** Of each other browser, the clock up to which it has this one's edits. */
  readonly seenUpTo: Signal<readonly number[]>
  stop(): void
}

/** Shows the others' cursors, names, selections and lasers in the store, until they leave. */
export function showPresence(store: TLStore, awareness: Awareness): OthersHere {
  const others = new Map<number, Presence>()
  const people = atom<readonly Person[]>('people', [], { isEqual })
  const seenUpTo = atom<readonly number[]>('seen up to', [], { isEqual })
  let isOther = false

  const draw = (client: number) => {
    const presence = others.get(client)
    const record = presence && toRecord(store, client, presence, trails)
    if (record) store.mergeRemoteChanges(() => store.put([record]))
  }
  const trails = laserTrails(draw)
  const take = (client: number) => {
    if (client === awareness.clientID) return
    const { laser, ...piece } = readPresence(awareness.getStates().get(client))
    if (laser) trails.add(client, laser)
    others.set(client, { ...others.get(client), ...piece })
    draw(client)
    if (piece.name || piece.color || piece.seen) isOther = true
  }
  const forget = (client: number) => {
    trails.forget(client)
    if (!others.delete(client)) return
    const id = presenceId(client)
    if (store.has(id)) store.mergeRemoteChanges(() => store.remove([id]))
  }
  const hear = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    isOther = added.length + removed.length > 0
    for (const client of removed) forget(client)
    for (const client of [...added, ...updated]) take(client)
    // Most pieces only move somebody, many times a second.
    if (!isOther) return
    people.set(toPeople(others))
    seenUpTo.set([...others.values()].map(({ seen }) => seen?.get(awareness.clientID) ?? 0))
  }
  hear({ added: [...awareness.getStates().keys()], updated: [], removed: [] })
  awareness.on('change', hear)

  return {
    people,
    seenUpTo,
    stop() {
      awareness.off('change', hear)
      hear({ added: [], updated: [], removed: [...others.keys()] })
      trails.stop()
    },
  }
}

/** The record from which tldraw draws a cursor; undefined until the browser said who is there. */
function toRecord(
  store: TLStore,
  client: number,
  presence: Presence,
  trails: LaserTrails,
): TLInstancePresence | undefined {
  const { name, color, cursor, selected, viewport } = presence
  if (!name || !color) return undefined
  return InstancePresenceRecordType.create({
    id: presenceId(client),
    userId: personId(client),
    userName: name,
    color,
    currentPageId: store.get(TLINSTANCE_ID)?.currentPageId ?? PageRecordType.createId('page'),
    cursor: cursor ? { ...cursor, type: 'default', rotation: 0 } : null,
    selectedShapeIds: [...(selected ?? [])],
    scribbles: trails.of(client),
    camera: viewport ? { x: viewport.x, y: viewport.y, z: viewport.z } : null,
    screenBounds: viewport ? { x: 0, y: 0, w: viewport.w, h: viewport.h } : null,
    lastActivityTimestamp: Date.now(),
  })
}

function toPeople(others: ReadonlyMap<number, Presence>): Person[] {
  return [...others]
    .flatMap(([client, { name, color }]) => (name && color ? [{ id: personId(client), name, color }] : []))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
}

/** One person for each browser: two tabs of one person are two cursors. */
function personId(client: number): string {
  return client.toString(36)
}

function presenceId(client: number) {
  return InstancePresenceRecordType.createId(personId(client))
}
