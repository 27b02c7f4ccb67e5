import type { Editor, TLArrowBinding } from 'tldraw'
import { beforeEach, describe, expect, it } from 'vitest'
import { content, id } from './network.ts'
import { link, look, redo, solid, twoAtABoard, undo } from './undoPeers.ts'

const two = twoAtABoard()

beforeEach(() => {
  link(two.me, 'link', 'a', 'b')
  two.me.createShapes([solid('c', 600), solid('d', 900)])
  two.network.settle()
  two.me.clearHistory()
})

const atEnd = (editor: Editor) =>
  editor
    .getBindingsFromShape<TLArrowBinding>(id('link'), 'arrow')
    .filter(({ props }) => props.terminal === 'end')
const end = () => atEnd(two.friend).map(({ toId }) => toId)
const inDocument = () =>
  Object.keys(content(two.network.peers[0]?.doc as never)).filter((key) => key.startsWith('binding:'))

/** The end leaves its shape and then arrives at another, as in a drag over empty board. */
function drag(editor: Editor, to: string) {
  editor.markHistoryStoppingPoint('drag')
  editor.deleteBindings(atEnd(editor), { isolateShapes: false })
  const props = { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 } }
  editor.createBinding({ type: 'arrow', fromId: id('link'), toId: id(to), props })
  two.network.settle()
}

/** The end goes from one shape straight to another that overlaps it. */
function slide(editor: Editor, to: string) {
  editor.markHistoryStoppingPoint('slide')
  const [binding] = atEnd(editor)
  if (!binding) throw new Error('The end is loose.')
  const props = { ...binding.props, normalizedAnchor: { x: 0.2, y: 0.3 } }
  editor.updateBinding({ ...binding, toId: id(to), props })
  two.network.settle()
}

const ways = { drag, slide }
const pairs = (['drag', 'slide'] as const).flatMap((mine) =>
  (['drag', 'slide'] as const).map((theirs) => ({ mine, theirs })),
)

describe('undo of an end that I bound elsewhere', () => {
  it.each(pairs)('leaves it where a friend has bound it since: I $mine, they $theirs', ({ mine, theirs }) => {
    ways[mine](two.me, 'c')
    ways[theirs](two.friend, 'd')
    undo(two, two.me)
    expect(end()).toEqual([id('d')])
    redo(two, two.me)
    expect(end()).toEqual([id('d')])
    expect(inDocument()).toHaveLength(2)
  })

  it.each(pairs)(
    'is done again only where nobody has bound it since: I $mine, they $theirs',
    ({ mine, theirs }) => {
      ways[mine](two.me, 'c')
      undo(two, two.me)
      expect(end()).toEqual([id('b')])
      redo(two, two.me)
      expect(end()).toEqual([id('c')])
      undo(two, two.me)
      ways[theirs](two.friend, 'd')
      redo(two, two.me)
      expect(end()).toEqual([id('d')])
      expect(inDocument()).toHaveLength(2)
    },
  )

  it.each(['drag', 'slide'] as const)('leaves it at my shape where the one before is gone: I %s', (mine) => {
    ways[mine](two.me, 'c')
    two.friend.deleteShapes([id('b')])
    two.network.settle()
    undo(two, two.me)
    expect(inDocument()).toHaveLength(end().length + 1)
    expect(end()).toEqual(mine === 'slide' ? [id('c')] : [])
  })
})

it('takes a link that I drew with it, wherever a friend has bound it', () => {
  two.me.markHistoryStoppingPoint('draw')
  link(two.me, 'other', 'a', 'b')
  two.network.settle()
  const binding = two.friend
    .getBindingsToShape<TLArrowBinding>(id('b'), 'arrow')
    .find((one) => one.fromId === id('other'))
  if (binding) two.friend.updateBinding({ ...binding, toId: id('c') })
  two.network.settle()
  undo(two, two.me)
  expect([look(two.friend, 'a'), two.friend.getShape(id('other'))]).toEqual(['0,0 black', undefined])
  expect(inDocument()).toHaveLength(2)
  redo(two, two.me)
  expect(two.friend.getBindingsToShape(id('c'), 'arrow')).toHaveLength(1)
})

describe('undo of an end that I bound elsewhere and a friend has loosened', () => {
  it('leaves it loose where they took it off', () => {
    drag(two.me, 'c')
    two.friend.deleteBindings(atEnd(two.friend))
    two.network.settle()
    undo(two, two.me)
    expect(end()).toEqual([])
    expect(inDocument()).toHaveLength(1)
  })

  it('binds it as before where only what I bound it to is gone', () => {
    drag(two.me, 'c')
    two.friend.deleteShapes([id('c')])
    two.network.settle()
    undo(two, two.me)
    expect(end()).toEqual([id('b')])
  })
})
