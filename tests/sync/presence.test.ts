import { atom } from '@tldraw/state'
import fc from 'fast-check'
import { TLPOINTER_ID, type TLScribble } from 'tldraw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PERSON_COLORS, type Person } from '../../src/sync/person.ts'
import { packPresence, readPresence } from '../../src/sync/presenceState.ts'
import { sendPresence } from '../../src/sync/sendPresence.ts'
import { showPresence } from '../../src/sync/showPresence.ts'
import { boardEditor } from './boardEditor.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
})

const LONG_ID = 'shape:V1StGXR8_Z5jdHi6B-myT'

/** Somebody's browser; `says` are the awareness messages it sent, as they travel. */
function browser(name = 'A person with a very long name of forty c') {
  const editor = boardEditor()
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const says: { at: number; update: Uint8Array }[] = []
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin !== 'local') return
    says.push({ at: Date.now(), update: encodeAwarenessUpdate(awareness, [doc.clientID]) })
  })
  const person = atom<Person>('person', { id: 'me', name, color: PERSON_COLORS[5] })
  const stop = sendPresence({ store: editor.store, doc, awareness, person })
  const others = showPresence(editor.store, awareness)
  const close = () => {
    stop()
    others.stop()
    editor.dispose()
    doc.destroy()
  }
  stops.push(close)
  return { editor, doc, awareness, says, person, others, close }
}

type Browser = ReturnType<typeof browser>

function hear(to: Browser, from: Browser) {
  for (const { update } of from.says) applyAwarenessUpdate(to.awareness, update, 'network')
}

function moveTo({ editor }: Browser, x: number, y: number) {
  const pointer = editor.store.get(TLPOINTER_ID)
  if (pointer) editor.store.put([{ ...pointer, x, y, lastActivityTimestamp: Date.now() }])
}

/** What tldraw's laser tool keeps of itself. */
function holdLaser({ editor }: Browser, points: TLScribble['points'], state: TLScribble['state']) {
  const look = { color: 'laser', opacity: 0.7, size: 4, delay: 1200, shrink: 0.05, taper: true } as const
  editor.updateInstanceState({ scribbles: [{ ...look, id: 'V1StGXR8_Z5jdHi6B-myT', state, points }] })
}

const presenceOf = ({ editor }: Browser) => editor.store.query.records('instance_presence').get()

describe('presence', () => {
  it('takes at most 120 bytes a message and 30 messages a second while moving with a shape selected', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const [a, b] = [browser(), browser('Calm Heron')]
    a.editor.createShapes([{ id: LONG_ID as never, type: 'geo', x: 0, y: 0 }])
    hear(a, b)
    vi.advanceTimersByTime(2000)
    a.editor.select(LONG_ID as never)
    moveTo(a, 0, 0)
    vi.advanceTimersByTime(40)
    a.says.length = 0
    for (let ms = 0; ms < 5000; ms += 8) {
      moveTo(a, -12_345.678 - ms, 54_321.123 + ms)
      vi.advanceTimersByTime(8)
    }
    // One byte for the message's type and one or two for its length come on top of the update.
    const sizes = a.says.map(({ update }) => update.byteLength + 2)
    console.log(`presence while moving: at most ${Math.max(...sizes)} bytes, ${a.says.length / 5} messages/s`)
    expect(a.says.length).toBeGreaterThan(100)
    expect(a.says.length).toBeLessThanOrEqual(150)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(120)
    vi.advanceTimersByTime(300)
    expect(readPresence(a.awareness.getLocalState())).toMatchObject({
      name: expect.stringMatching(/^A person/),
      color: PERSON_COLORS[5],
      cursor: { x: -17_338, y: 59_313 },
      selected: [LONG_ID],
    })
  })

  it('takes no more while a laser is held, which the other sees without gaps, and which fades', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const [a, b] = [browser(), browser('Calm Heron')]
    hear(b, a)
    vi.advanceTimersByTime(2000)
    a.says.length = 0
    const way = Array.from({ length: 60 }, (_, step) => ({
      x: -54_321 + 97 * step,
      y: 12_345 - 131 * step,
      z: 0.5,
    }))
    let read = 0
    for (const [step] of way.entries()) {
      holdLaser(a, way.slice(0, step + 1), 'active')
      vi.advanceTimersByTime(16)
      // Every third message is lost.
      for (; read < a.says.length; read += 1) {
        const update = a.says[read]?.update
        if (update && read % 3 < 2) applyAwarenessUpdate(b.awareness, update, 'network')
      }
    }
    const sizes = a.says.map(({ update }) => update.byteLength + 2)
    expect(a.says.length).toBeGreaterThan(20)
    expect(a.says.length).toBeLessThanOrEqual(30)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(120)

    const [shown] = presenceOf(b)
    expect(shown?.scribbles).toMatchObject([{ color: 'laser', state: 'active' }])
    const points = shown?.scribbles[0]?.points ?? []
    const from = way.findIndex(({ x }) => x === points[0]?.x)
    expect(points).toEqual(way.slice(from, from + points.length))
    expect(points.length).toBeGreaterThan(50)
    expect(shown?.cursor).toMatchObject({ x: points.at(-1)?.x, y: points.at(-1)?.y })

    holdLaser(a, way, 'stopping')
    vi.advanceTimersByTime(500)
    hear(b, a)
    expect(presenceOf(b)[0]?.scribbles).not.toEqual([])
    vi.advanceTimersByTime(1_300)
    expect(presenceOf(b)).toMatchObject([{ scribbles: [], userName: expect.stringMatching(/^A person/) }])
  })

  it('shows name, colour, cursor and selection to the other, and nothing once they left', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const [a, b] = [browser('Calm Heron'), browser('Brave Otter')]
    moveTo(a, 10.4, 20.6)
    vi.advanceTimersByTime(500)
    hear(b, a)
    expect(b.others.people.get()).toEqual([
      { id: a.doc.clientID.toString(36), name: 'Calm Heron', color: PERSON_COLORS[5] },
    ])
    expect(presenceOf(b)).toMatchObject([
      { userName: 'Calm Heron', cursor: { x: 10, y: 21 }, currentPageId: 'page:page' },
    ])
    expect(b.editor.getCollaborators()).toHaveLength(1)
    a.person.set({ ...a.person.get(), name: 'Calm Crane' })
    vi.advanceTimersByTime(1000)
    hear(b, a)
    expect(b.others.people.get()).toMatchObject([{ name: 'Calm Crane' }])
    a.says.length = 0
    a.awareness.setLocalState(null)
    hear(b, a)
    expect(b.others.people.get()).toEqual([])
    expect(presenceOf(b)).toEqual([])
  })

  it('says what this browser has of the others’ edits, at most once a second', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const [a, b] = [browser(), browser()]
    hear(b, a)
    vi.advanceTimersByTime(2000)
    b.says.length = 0
    for (let edit = 0; edit < 300; edit += 1) {
      a.doc.getMap('x').set('k', edit)
      Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'network')
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(1000)
    expect(b.says.length).toBeLessThanOrEqual(5)
    hear(a, b)
    expect(a.others.seenUpTo.get()).toEqual([300])
  })

  it('never throws and never shows what is no presence, whatever others send', () => {
    const a = browser()
    const keyed = fc.dictionary(
      fc.constantFrom('n', 'c', 'p', 's', 'l', 'v', 'w', '__proto__'),
      fc.jsonValue(),
    )
    let client = 1
    fc.assert(
      fc.property(fc.oneof(keyed, fc.jsonValue()), (state) => {
        client += 1
        const other = new Awareness(Object.assign(new Y.Doc(), { clientID: client }))
        other.setLocalState(state as never)
        applyAwarenessUpdate(a.awareness, encodeAwarenessUpdate(other, [client]), 'network')
        other.destroy()
        for (const { color, name } of a.others.people.get()) {
          expect(PERSON_COLORS).toContain(color)
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(64)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('drops values that are out of bounds', () => {
    const bad = { n: '\u202e\n ', c: 6, p: [1e9, 0], s: [5], v: { a: -1, b: 2.5 }, w: [0, 0, 0, 10, 10] }
    expect(readPresence(bad)).toEqual({ seen: new Map() })
    expect(readPresence({ p: [Number.NaN, 0] })).toEqual({})
    expect(readPresence({ s: Array(65).fill('a') })).toEqual({})
    expect(packPresence({ name: `a\u0000\n${'名'.repeat(40)}` }).n).toBe(`a ${'名'.repeat(20)}`)
  })
})
