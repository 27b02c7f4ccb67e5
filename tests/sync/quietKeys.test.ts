import { react } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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

function press(key: string) {
  for (const name of ['keydown', 'keyup']) {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent(name, { key, code: `Key${key}`, bubbles: true, cancelable: true }))
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

it('swallows as long as somebody goes on typing', () => {
  friendDeletes('a')
  for (let second = 0; second < 5; second += 1) {
    press('z')
    vi.advanceTimersByTime(1000)
  }
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
