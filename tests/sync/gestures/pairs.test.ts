import type { Editor, TLShape, TLShapeId } from 'tldraw'
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
  const { editor } = me
  editor.markHistoryStoppingPoint('gesture')
  gesture.begin(editor)
  expect(editor.getPath()).toBe(gesture.state)
  network.settle()
  const before = looks(friend.editor)
  action.act(friend.editor)
  network.settle()
  const after = looks(friend.editor)
  if (gesture.goOn) gesture.goOn(editor)
  else for (let step = 1; step <= 2; step += 1) move(editor)
  network.settle()
  if (gesture.finish) gesture.finish(editor)
  else lift(editor)
  editor.complete()
  return (mine: Editor) => [
    ...[...before.keys()].filter((shape) => !after.has(shape) && mine.getShape(shape)),
    ...[...after].filter(([shape, look]) => (looks(mine).get(shape) ?? look) !== look),
  ]
}

/** Of every shape, what no gesture of mine changes. */
function looks({ store }: Editor): Map<TLShapeId, string> {
  const shapes = store.allRecords().filter((record) => record.typeName === 'shape')
  return new Map(shapes.map((shape) => [shape.id, look(shape)]))
}

function look({ opacity, props }: TLShape): string {
  const { color = '', zone = '' } = props as { color?: string; zone?: string }
  return `${opacity} ${color} ${zone}`
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
