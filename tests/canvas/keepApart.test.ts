import { atom, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChosenSpot } from '../../src/canvas/chosenSpot.ts'
import { connect } from '../../src/canvas/connect.ts'
import { duplicateLinked } from '../../src/canvas/duplicateLinked.ts'
import { takenBounds } from '../../src/canvas/footprint.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { keepApart } from '../../src/canvas/keepApart.ts'
import type { SpotMemory } from '../../src/canvas/spotMemory.ts'
import { chance } from '../sync/chance.ts'
import { board, Network, type Peer } from '../sync/network.ts'

let network: Network
let people: Person[]
beforeEach(() => {
  vi.useFakeTimers()
  network = new Network()
  people = []
})
afterEach(() => {
  for (const { stop } of people) stop()
  network.stop()
  vi.useRealTimers()
})

/** Somebody at the board, and what their browser knows to be kept. */
class Person {
  readonly peer: Peer
  readonly editor: Editor
  readonly kept = new Map<string, ChosenSpot>()
  private waiting: ReturnType<typeof atom<boolean>>[] = []
  private unwatch = () => {}

  constructor() {
    this.peer = network.add()
    this.editor = this.peer.editor
    this.open()
    people.push(this)
  }

  open() {
    const memory: SpotMemory = {
      read: () => [...this.kept.values()],
      keep: (spot) => void this.kept.set(spot.shapes[0]?.id ?? '', spot),
      forget: (spot) => void this.kept.delete(spot.shapes[0]?.id ?? ''),
    }
    const saved = () => {
      this.peer.binding.flush()
      const isSaved = atom('saved', false)
      this.waiting.push(isSaved)
      return isSaved
    }
    this.unwatch = keepApart(this.editor, { saved, memory })
  }

  stop = () => this.unwatch()

  /** What was written has reached the others. */
  acknowledge() {
    if (this.peer.isCutOff) return
    for (const isSaved of this.waiting.splice(0)) isSaved.set(true)
  }

  place(kind = 'service', options = {}): TLShapeId {
    const item = findInsertable(kind)
    const id = item && insert(this.editor, item, options)
    if (!id) throw new RangeError(`“${kind}” was not placed`)
    return id
  }

  at(id: TLShapeId) {
    const shape = this.editor.getShape(id)
    return shape ? `${shape.x},${shape.y}` : 'gone'
  }
}

function two(): [Person, Person] {
  return [new Person(), new Person()]
}

/** Delivers, acknowledges and lets every browser look until nobody does anything more. */
function settle() {
  for (let round = 0; round < 60; round += 1) {
    network.settle()
    for (const person of people) person.acknowledge()
    vi.advanceTimersByTime(310)
  }
  network.settle()
}

function covered(editor: Editor): string[] {
  const parts = editor.getCurrentPageShapes().filter(({ type }) => type !== 'arrow')
  return parts.flatMap((a, i) =>
    parts.slice(i + 1).flatMap((b) => {
      if (editor.hasAncestor(a, b.id) || editor.hasAncestor(b, a.id)) return []
      const [one, other] = [takenBounds(editor, a.id), takenBounds(editor, b.id)]
      if (!one || !other) return []
      const w = Math.min(one.maxX, other.maxX) - Math.max(one.x, other.x)
      const h = Math.min(one.maxY, other.maxY) - Math.max(one.y, other.y)
      return w > 8 && h > 8 ? [`${a.id} and ${b.id}`] : []
    }),
  )
}

describe('two who place something at the same time', () => {
  it('end with one of them moved, each in one undo step', () => {
    const [a, b] = two()
    const [mine, theirs] = [a.place(), b.place('cache')]
    const [before, other] = [a.at(mine), b.at(theirs)]
    expect(before).toBe(other)
    settle()
    expect(covered(a.editor)).toEqual([])
    expect(board(a.editor)).toEqual(board(b.editor))
    const moved = [a.at(mine), a.at(theirs)].filter((at) => at !== before)
    expect(moved).toHaveLength(1)
    expect(a.at(mine < theirs ? mine : theirs)).toBe(before)
    for (const { editor } of [a, b]) editor.undo()
    settle()
    expect(a.editor.getCurrentPageShapes()).toEqual([])
    for (const { editor } of [a, b]) editor.redo()
    settle()
    expect(covered(a.editor)).toEqual([])
    expect([...a.kept, ...b.kept]).toEqual([])
  })

  it('move what was placed while away, however long ago the other was kept', () => {
    const [a, b] = two()
    b.peer.isCutOff = true
    const mine = a.place()
    const before = a.at(mine)
    settle()
    expect(a.kept.size).toBe(0)
    const theirs = b.place('cache')
    vi.advanceTimersByTime(60_000)
    b.stop()
    b.open()
    b.peer.isCutOff = false
    settle()
    expect(a.at(mine)).toBe(before)
    expect(a.at(theirs)).not.toBe(before)
    expect(covered(a.editor)).toEqual([])
  })

  it('move nothing that a person dropped, moved or linked', () => {
    const [a, b] = two()
    for (const { peer } of [a, b]) peer.isCutOff = true
    const dropped = a.place('service', { at: { x: 500, y: 300 } })
    const theirs = b.place('cache', { at: { x: 500, y: 300 } })
    const [moved, linked] = [a.place('queue'), b.place('queue')]
    a.editor.nudgeShapes([moved], { x: 8, y: 0 })
    connect(b.editor, linked, theirs, { mode: 'sync', label: '' })
    const places = [a.at(dropped), a.at(moved), b.at(theirs), b.at(linked)]
    for (const { peer } of [a, b]) peer.isCutOff = false
    settle()
    expect([dropped, moved, theirs, linked].map((id) => a.at(id))).toEqual(places)
  })

  it('move what this browser placed off what a friend dropped there', () => {
    const [a, b] = two()
    const mine = a.place()
    const before = a.at(mine)
    const bounds = a.editor.getShapePageBounds(mine)
    const theirs = b.place('cache', { at: bounds?.center })
    settle()
    expect(b.at(theirs)).toBe(before)
    expect(covered(a.editor)).toEqual([])
  })

  it('wait while a label is edited', () => {
    const [a, b] = two()
    b.peer.isCutOff = true
    const mine = a.place()
    settle()
    const theirs = b.place('cache')
    const before = b.at(theirs)
    b.editor.setEditingShape(theirs)
    b.peer.isCutOff = false
    settle()
    expect(b.at(theirs)).toBe(before)
    b.editor.setEditingShape(null)
    settle()
    expect(b.at(theirs)).not.toBe(b.at(mine))
    expect(covered(b.editor)).toEqual([])
  })

  it('keep the links of what moves, and what was placed beside it', () => {
    const [a, b] = two()
    const root = a.place('client')
    settle()
    for (const person of [a, b]) {
      const first = person.place('api-gateway', { beside: { shapes: [root], side: 'right', mode: null } })
      person.place('service', { beside: { shapes: [first], side: 'right', mode: null } })
    }
    settle()
    expect(covered(a.editor)).toEqual([])
    const bound = a.editor.store.allRecords().filter(({ typeName }) => typeName === 'binding')
    expect(bound).toHaveLength(8)
  })
})

const KINDS = ['service', 'cache', 'alert', 'queue', 'zone-frame', 'two-tower', 'human-review']

/** Puts something new or a copy on the board as chance has it, and may lose the others or find them again. */
function act(person: Person, pick: (below: number) => number) {
  const { editor, peer } = person
  const parts = editor.getCurrentPageShapes().filter(({ type }) => type === ('component' as string))
  const part = parts[pick(Math.max(parts.length, 1))]
  const kind = KINDS[pick(KINDS.length)]
  if (pick(4) === 0) peer.isCutOff = !peer.isCutOff
  const way = part ? pick(4) : 3
  editor.selectNone()
  if (part && way === 0) duplicateLinked(editor.select(part.id))
  else if (part && way === 1) {
    const side = (['right', 'down'] as const)[pick(2)] ?? 'up'
    person.place(kind, { beside: { shapes: [part.id], side, mode: null } })
  } else person.place(kind)
}

it.each([1, 2, 3, 4])('never ends covered, whoever was away (seed %i)', (seed) => {
  const pick = chance(seed)
  const all = [new Person(), new Person(), new Person()]
  for (let step = 0; step < 24; step += 1) {
    const person = all[pick(3)]
    if (person) act(person, pick)
    if (pick(6) === 0) settle()
  }
  for (const { peer } of all) peer.isCutOff = false
  settle()
  const [first, ...others] = all
  for (const { editor } of others) expect(board(editor)).toEqual(first && board(first.editor))
  expect(first && covered(first.editor)).toEqual([])
  expect(all.flatMap(({ kept }) => [...kept.keys()])).toEqual([])
})
