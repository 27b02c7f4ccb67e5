import {
  type Editor,
  renderPlaintextFromRichText,
  type TLGeoShape,
  type TLShapePartial,
  toRichText,
} from 'tldraw'
import { afterEach, beforeEach, expect } from 'vitest'
import { point } from './boardEditor.ts'
import { board, box, content, id, Network, type Peer } from './network.ts'

/** Me and a friend at one board with two boxes, `a` at 0,0 and `b` at 300,0, and no history yet. */
export interface Two {
  network: Network
  me: Editor
  friend: Editor
  /** How many of my undos and redos have passed over a step. */
  passedOver(): number
}

/** Sets the two up before each test; after it, both see the same board and neither editor has crashed. */
export function twoAtABoard(): Two {
  const two = { passedOver: () => two.network.peers[0]?.passedOver } as Two
  beforeEach(() => {
    two.network = new Network()
    const [a, b] = [two.network.add(), two.network.add()]
    two.me = a.editor
    two.friend = b.editor
    two.me.createShapes([solid('a'), solid('b', 300)])
    two.network.settle()
    two.me.clearHistory()
    two.friend.clearHistory()
  })
  afterEach(() => {
    two.network.settle()
    const [first, ...others] = two.network.peers as [Peer, ...Peer[]]
    for (const { editor, doc } of others) {
      expect(board(editor)).toEqual(board(first.editor))
      expect(content(doc)).toEqual(content(first.doc))
    }
    for (const { editor } of two.network.peers) {
      expect((editor as unknown as { getCrashingError(): unknown }).getCrashingError()).toBeFalsy()
    }
    two.network.stop()
  })
  return two
}

/** A box that can be taken anywhere inside. */
export function solid(name: string, x = 0, y = 0): TLShapePartial {
  return box(name, x, y, { props: { w: 100, h: 100, fill: 'solid' } })
}

/** Changes a box in one undo step of its own, and lets the other see it. */
export function edit({ network }: Two, editor: Editor, name: string, change: Partial<TLShapePartial>) {
  editor.markHistoryStoppingPoint('edit')
  editor.updateShape({ id: id(name), type: 'geo', ...change })
  network.settle()
}

/** Undoes in one editor, and lets the other see it. */
export function undo({ network }: Two, editor: Editor) {
  editor.undo()
  network.settle()
}

export function redo({ network }: Two, editor: Editor) {
  editor.redo()
  network.settle()
}

export const label = (text: string) => ({ props: { richText: toRichText(text) } })

/** Place, colour and label of a box; `gone` if there is none. */
export function look(editor: Editor, name: string): string {
  const shape = editor.getShape<TLGeoShape>(id(name))
  if (!shape) return 'gone'
  const text = renderPlaintextFromRichText(editor, shape.props.richText)
  return `${Math.round(shape.x)},${Math.round(shape.y)} ${shape.props.color}${text && ` “${text}”`}`
}

/** Draws an arrow between two shapes that it is bound to. */
export function link(editor: Editor, name: string, from: string, to: string) {
  editor.createShapes([{ id: id(name), type: 'arrow' }])
  for (const [terminal, end] of Object.entries({ start: from, end: to })) {
    editor.createBinding({ type: 'arrow', fromId: id(name), toId: id(end), props: { terminal } })
  }
}

export function bindings(editor: Editor): number {
  return editor.store.allRecords().filter(({ typeName }) => typeName === 'binding').length
}

/** Presses at a point and moves right in steps of 10, each of which the other sees. */
export function pull({ network, me }: Two, at: { x: number; y: number }, steps: number, target?: object) {
  point(me, 'pointer_move', at, target)
  point(me, 'pointer_down', at, target)
  for (let step = 1; step <= steps; step += 1) {
    point(me, 'pointer_move', { x: at.x + step * 10, y: at.y })
    network.settle()
  }
}
