import { react } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { attachEditor, type EditorHold } from '../../src/sync/attachEditor.ts'
import { box, id, Network, type Peer } from './network.ts'

let network: Network
let [me, friend] = [] as unknown as [Peer, Peer]
let field: HTMLInputElement
let stop: () => void
const heard: string[] = []

/** A field for the label of shape `a`, as the canvas and the inspector have: it goes when the shape goes. */
beforeEach(() => {
  vi.useFakeTimers()
  network = new Network()
  ;[me, friend] = [network.add(), network.add()]
  me.editor.createShapes([box('a'), box('b')])
  network.settle()
  field = document.createElement('input')
  document.body.append(field)
  field.focus()
  stop = react('field', () => {
    if (!me.editor.getShape(id('a'))) field.remove()
  })
  heard.length = 0
  for (const name of ['keydown', 'keyup']) document.addEventListener(name, hear)
})
afterEach(() => {
  for (const name of ['keydown', 'keyup']) document.removeEventListener(name, hear)
  stop()
  network.stop()
  vi.useRealTimers()
})

const hear = (event: Event) => heard.push(`${event.type} ${(event as KeyboardEvent).key}`)

function press(key: string, held: KeyboardEventInit = {}) {
  for (const name of ['keydown', 'keyup']) {
    const target = document.activeElement ?? document.body
    const init = { key, code: `Key${key}`, bubbles: true, cancelable: true, ...held }
    target.dispatchEvent(new KeyboardEvent(name, init))
  }
}

function friendDeletes(name: string) {
  friend.editor.deleteShapes([id(name)])
  network.settle()
}

it('leaves the rest of a word without effect when a friend deletes what it is typed into', () => {
  press('m')
  friendDeletes('a')
  for (const key of ['z', 'Backspace', ';']) press(key)
  expect(heard).toEqual(['keydown m', 'keyup m'])
})

it('gives the keys back to the board, for the next word', () => {
  friendDeletes('a')
  vi.runOnlyPendingTimers()
  expect(document.activeElement).toBe(me.editor.getContainer())
  press('z')
  expect(heard).toEqual([])
  vi.advanceTimersByTime(1500)
  press('d')
  expect(heard).toEqual(['keydown d', 'keyup d'])
})

it('swallows as long as somebody goes on typing, but not for ever', () => {
  friendDeletes('a')
  for (let second = 0; second < 5; second += 1) {
    press('z')
    vi.advanceTimersByTime(1000)
  }
  expect(heard).toEqual([])
  press('d')
  expect(heard).toEqual(['keydown d', 'keyup d'])
})

it.each([
  ['Tab', {}],
  ['F5', {}],
  ['r', { ctrlKey: true }],
  ['l', { metaKey: true }],
])('lets through what a field would not have taken: %s %j', (key, held) => {
  friendDeletes('a')
  press('z')
  press(key, held)
  expect(heard).toEqual([`keydown ${key}`, `keyup ${key}`])
})

it.each([
  ['z', { ctrlKey: true }],
  ['Backspace', { ctrlKey: true }],
  ['V', { metaKey: true, shiftKey: true }],
  ['ArrowLeft', {}],
  ['é', {}],
])('swallows what a field would have taken: %s %j', (key, held) => {
  friendDeletes('a')
  press(key, held)
  expect(heard).toEqual([])
})

it.each([
  ['a press of the pointer', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ['Escape', () => press('Escape')],
])('ends with %s', (_what, end) => {
  friendDeletes('a')
  press('z')
  end()
  expect(heard).toEqual([])
  press('d')
  expect(heard).toEqual(['keydown d', 'keyup d'])
})

it('lets the key go up that went down before', () => {
  const key = { key: 'm', code: 'Keym', bubbles: true }
  field.dispatchEvent(new KeyboardEvent('keydown', key))
  friendDeletes('a')
  vi.runOnlyPendingTimers()
  document.body.dispatchEvent(new KeyboardEvent('keyup', key))
  expect(heard).toEqual(['keydown m', 'keyup m'])
})

it('takes no key where my own key closes the field just after a friend’s edit', () => {
  field.addEventListener('keydown', () => field.remove())
  friendDeletes('b')
  press('Enter')
  press('d')
  expect(heard.slice(-2)).toEqual(['keydown d', 'keyup d'])
})

it('takes no key from a field that stays', () => {
  friendDeletes('b')
  vi.runOnlyPendingTimers()
  press('z')
  expect(heard).toEqual(['keydown z', 'keyup z'])
})

it('ends the editing of a shape that stays without the field', () => {
  me.editor.select(id('b'))
  me.editor.setEditingShape(id('b'))
  me.editor.setCurrentTool('select.editing_shape')
  friendDeletes('a')
  vi.runOnlyPendingTimers()
  expect(me.editor.getPath()).toBe('select.idle')
})

it('goes with its editor', () => {
  const hold: EditorHold = { current: null }
  const detach = attachEditor(me.editor, hold, () => {})
  expect(hold.keys).toBeDefined()
  detach()
  expect(hold).toEqual({ current: null })
})

it('hides no later release of a key that went down while quiet and was let go in another window', () => {
  friendDeletes('a')
  vi.runOnlyPendingTimers()
  const space = { key: ' ', code: 'Space', bubbles: true, cancelable: true }
  document.body.dispatchEvent(new KeyboardEvent('keydown', space))
  vi.advanceTimersByTime(6_000)
  press(' ', { code: 'Space' })
  expect(heard).toEqual(['keydown  ', 'keyup  '])
})

it('swallows the next key also where the field is a choice', () => {
  const choice = document.createElement('select')
  field.replaceWith(choice)
  choice.focus()
  const gone = react('choice', () => {
    if (!me.editor.getShape(id('a'))) choice.remove()
  })
  friendDeletes('a')
  press('Backspace')
  gone()
  expect(heard).toEqual([])
})
