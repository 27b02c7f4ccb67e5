import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, expect, it } from 'vitest'
import type { ChosenSpot } from '../../src/canvas/chosenSpot.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { keepApart } from '../../src/canvas/keepApart.ts'
import { aBrowser, type Guest, guests, light, poll } from './guests.ts'
import { board } from './network.ts'

const here = guests()
const { newRoom, join } = here

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** What a browser remembers of the spots it chose. */
type Kept = Map<string, ChosenSpot>

function watchSpots({ editor, room }: Guest, kept: Kept) {
  const keyOf = ({ shapes }: ChosenSpot) => shapes[0]?.id ?? ''
  stops.push(
    keepApart(editor, {
      saved: room.saved,
      memory: {
        read: () => [...kept.values()],
        keep: (spot) => void kept.set(keyOf(spot), spot),
        forget: (spot) => void kept.delete(keyOf(spot)),
      },
    }),
  )
}

function place(editor: Editor, kind: string): TLShapeId {
  const item = findInsertable(kind)
  const id = item && insert(editor, item)
  if (!id) throw new RangeError(`“${kind}” was not placed`)
  return id
}

const at = (editor: Editor, id: TLShapeId) => {
  const shape = editor.getShape(id)
  return shape ? `${shape.x},${shape.y}` : 'gone'
}

/** Both forget what they placed once nothing is left to compare; then both see the same, apart. */
async function endApart([a, b]: [Guest, Guest], kept: readonly Kept[], [one, other]: TLShapeId[]) {
  await expect.poll(() => kept.map(({ size }) => size), { timeout: 15_000 }).toEqual([0, 0])
  await poll(() => board(a.editor)).toEqual(board(b.editor))
  if (one && other) expect(at(a.editor, one)).not.toBe(at(a.editor, other))
}

it('two who place something at the same moment end with it apart', async () => {
  await newRoom()
  const pair: [Guest, Guest] = [await join('owner', 'Calm Heron'), await join('editor', 'Brave Otter')]
  const kept: Kept[] = [new Map(), new Map()]
  const ids = pair.map((guest, i) => {
    watchSpots(guest, kept[i] ?? new Map())
    return place(guest.editor, 'service')
  })
  expect(at(pair[0].editor, ids[0] as TLShapeId)).toBe(at(pair[1].editor, ids[1] as TLShapeId))
  await endApart(pair, kept, ids)
}, 30_000)

it('what was placed offline moves off what the other placed meanwhile, also after a restart', async () => {
  await newRoom()
  const [mine, theirs] = [aBrowser(), aBrowser()]
  const kept: Kept[] = [new Map(), new Map()]
  const a = await join('owner', 'Calm Heron', { browser: mine })
  const b = await join('editor', 'Brave Otter', { browser: theirs })
  await here.server.kill()
  const ids = [a, b].map((guest, i) => {
    watchSpots(guest, kept[i] ?? new Map())
    return place(guest.editor, 'cache')
  })
  for (const guest of [a, b]) await poll(() => light(guest)).toBe('device 0 offline')
  for (const stop of stops.splice(0)) stop()
  for (const guest of [a, b]) guest.leave()

  const again: [Guest, Guest] = [
    await join('owner', 'Calm Heron', { browser: mine }),
    await join('editor', 'Brave Otter', { browser: theirs }),
  ]
  for (const [i, guest] of again.entries()) watchSpots(guest, kept[i] ?? new Map())
  await here.server.restart()
  await poll(() => again[0].editor.getCurrentPageShapes()).toHaveLength(2)
  await endApart(again, kept, ids)
}, 30_000)
