import { isDeepStrictEqual } from 'node:util'
import type { Editor } from 'tldraw'
import { afterEach, describe, expect, it } from 'vitest'
import { point } from '../boardEditor.ts'
import { board, box, content, id, Network, type Peer } from '../network.ts'
import { GESTURES, type Gesture, lift, move } from './gestures.ts'
import { REMOTE_ACTIONS, type RemoteAction } from './remoteActions.ts'
import { sceneRecords } from './scene.ts'

const scene = sceneRecords()
let network: Network
afterEach(() => network.stop())

const pairs = GESTURES.flatMap((gesture) =>
  REMOTE_ACTIONS.map((action) => ({ gesture, action, mine: gesture.name, theirs: action.name })),
)

describe('a friend’s edit in the middle of a gesture', () => {
  it.each(pairs)(
    'neither crashes, sticks nor gets lost: $mine, the friend $theirs',
    ({ gesture, action }) => {
      network = new Network(scene)
      const [me, friend] = [network.add(), network.add()]
      const lost = meet(gesture, action, me, friend)
      const check = () => {
        network.settle()
        expectWhole(me, friend)
        expect(lost(me.editor)).toEqual([])
      }
      check()
      expect(me.editor.getPath()).toMatch(/\.idle$/)
      me.editor.undo()
      check()
      me.editor.redo()
      check()
      expectFree(me, friend)
    },
  )
})

/** Begins the gesture, lets the friend act and ends it. Returns what of the friend's edit an editor lacks. */
function meet(gesture: Gesture, action: RemoteAction, me: Peer, friend: Peer) {
  const written = play(gesture, me, friend, () => action.act(friend.editor)).filter(
    (change) => !isOwn(gesture, change),
  )
  return (mine: Editor) => {
    const now = board(mine) as Board
    return written
      .filter(({ shape, path, value }) => !isDeepStrictEqual(now[shape]?.[path], value))
      .map(({ shape, path, value }) => `${shape} ${path}: ${now[shape]?.[path]}, not ${value}`)
  }
}

/** Begins the gesture, lets something happen, and goes on and ends it. Returns what happened to shapes. */
function play(gesture: Gesture, { editor }: Peer, friend: Peer, happen: () => void): Change[] {
  editor.markHistoryStoppingPoint('gesture')
  gesture.begin(editor)
  expect(editor.getPath()).toBe(gesture.state)
  network.settle()
  const before = board(friend.editor) as Board
  happen()
  network.settle()
  const happened = changes(before, board(friend.editor) as Board)
  if (gesture.goOn) gesture.goOn(editor)
  else for (let step = 1; step <= 2; step += 1) move(editor)
  network.settle()
  if (gesture.finish) gesture.finish(editor)
  else lift(editor)
  editor.complete()
  return happened
}

/** Where a shape is and how far it reaches: of what the hand holds, that follows the hand. */
const PLACE = /^(x|y|rotation|props\.(w|h|start\..+|end\..+))$/

/**
 * Whether a gesture writes that leaf itself, so that the last one to write wins: what it draws, the place of
 * what it holds, and what else it changes when nobody disturbs it.
 */
function isOwn(gesture: Gesture, { shape, path }: Change): boolean {
  const { holds, leaves } = ownOf(gesture)
  const isDrawn = !scene.some((record) => record.id === shape) && shape !== id('new-group')
  return isDrawn || (holds.has(shape) && PLACE.test(path)) || leaves.has(`${shape} ${path}`)
}

interface Own {
  readonly holds: ReadonlySet<string>
  readonly leaves: ReadonlySet<string>
}

const owns = new Map<Gesture, Own>()

function ownOf(gesture: Gesture): Own {
  const own = owns.get(gesture) ?? undisturbed(gesture)
  owns.set(gesture, own)
  return own
}

function undisturbed(gesture: Gesture): Own {
  const others = network
  network = new Network(scene)
  const [me, friend] = [network.add(), network.add()]
  const before = board(friend.editor) as Board
  let holds = new Set<string>()
  play(gesture, me, friend, () => {
    holds = new Set(me.editor.getSelectedShapeIds())
  })
  network.settle()
  const leaves = changes(before, board(friend.editor) as Board).map(({ shape, path }) => `${shape} ${path}`)
  network.stop()
  network = others
  return { holds, leaves: new Set(leaves) }
}

type Board = Record<string, Record<string, unknown> | undefined>

interface Change {
  readonly shape: string
  readonly path: string
  /** Undefined where the leaf is gone. */
  readonly value: unknown
}

/** The leaves of shapes that differ; of a shape that came or went, all. */
function changes(before: Board, after: Board): Change[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...ids]
    .filter((record) => record.startsWith('shape:'))
    .flatMap((shape) => {
      const [was, is] = [before[shape] ?? {}, after[shape] ?? {}]
      return [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((path) => !isDeepStrictEqual(was[path], is[path]))
        .map((path) => ({ shape, path, value: is[path] }))
    })
}

function expectWhole(me: Peer, friend: Peer) {
  for (const { editor } of [me, friend]) {
    expect((editor as unknown as { getCrashingError(): unknown }).getCrashingError()).toBeFalsy()
  }
  expect(board(me.editor)).toEqual(board(friend.editor))
  expect(content(me.doc)).toEqual(content(friend.doc))
}

/** After Escape, which ends a drawing tool as ever, a click selects. */
function expectFree({ editor }: Peer, { editor: friend }: Peer) {
  editor.cancel()
  expect(editor.getPath()).toBe('select.idle')
  const parentId = editor.getCurrentPageId()
  friend.createShapes([{ ...box('fresh', 300, 300), parentId, props: { w: 100, h: 100, fill: 'solid' } }])
  network.settle()
  for (const name of ['pointer_move', 'pointer_down', 'pointer_up'] as const) {
    point(editor, name, { x: 350, y: 350 })
  }
  expect(editor.getSelectedShapeIds()).toEqual([id('fresh')])
}
