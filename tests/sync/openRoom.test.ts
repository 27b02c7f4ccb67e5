import { atom, react } from '@tldraw/state'
import { createTLStore, defaultBindingUtils, defaultShapeUtils } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { openRoom } from '../../src/sync/openRoom.ts'
import { PERSON_COLORS } from '../../src/sync/person.ts'
import { guests, light, poll } from './guests.ts'
import { board, box, id } from './network.ts'

const here = guests()
const { newRoom, join } = here

/** Until nobody has anything left to say of themselves. */
const untilAtRest = () => new Promise((resolve) => setTimeout(resolve, 1500))

describe('two people in one room', () => {
  it('see each other and what each draws, and the light goes from device to server to seen', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    expect(light(a)).toBe('server 0')
    a.editor.createShapes([box('one')])
    expect(light(a)).toBe('tab 0')
    await poll(() => light(a)).toBe('server 0')

    const b = await join('editor', 'Brave Otter')
    expect(board(b.editor)).toEqual(board(a.editor))
    await poll(() => light(a)).toBe('seen 1')
    await poll(() => a.room.people.get().map(({ name }) => name)).toEqual(['Brave Otter'])
    await poll(() => b.room.people.get().map(({ name }) => name)).toEqual(['Calm Heron'])
    expect(Math.abs(a.room.serverNow() - Date.now())).toBeLessThan(1000)

    a.editor.deleteShapes([id('one')])
    expect(light(a)).toBe('tab 0')
    await poll(() => light(a)).toBe('seen 1')
    expect(b.editor.getShape(id('one'))).toBeUndefined()

    b.room.close()
    await poll(() => a.room.people.get()).toEqual([])
    expect(light(a)).toBe('server 0')
  })

  it('go on while the server is away, and lose nothing', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const b = await join('editor', 'Brave Otter')
    a.editor.createShapes([box('one')])
    await poll(() => b.editor.getShape(id('one'))).toBeDefined()
    await here.server.kill()
    await poll(() => a.room.connection.get().kind).toBe('offline')
    a.editor.createShapes([box('two')])
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 70 })
    await poll(() => light(a)).toBe('device 0 offline')
    await here.server.restart()
    await poll(() => a.room.connection.get().kind).toBe('online')
    await poll(() => light(a)).toBe('seen 1')
    await poll(() => a.editor.getShape(id('one'))).toMatchObject({ x: 70 })
    expect(b.editor.getShape(id('two'))).toBeDefined()
    await poll(() => light(b)).toBe('seen 1')
  })

  it('see each other again as soon as both are back, also when nobody moves', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const b = await join('editor', 'Brave Otter')
    const others = () => [a, b].map(({ room }) => room.people.get().map(({ name }) => name))
    await poll(others).toEqual([['Brave Otter'], ['Calm Heron']])
    await untilAtRest()
    await here.server.kill()
    await poll(others).toEqual([[], []])
    await here.server.restart()
    await poll(others).toEqual([['Brave Otter'], ['Calm Heron']])
  })

  it('see each other again when only one was gone', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const b = await join('editor', 'Brave Otter')
    const others = () => [a, b].map(({ room }) => room.people.get().map(({ name }) => name))
    await poll(others).toEqual([['Brave Otter'], ['Calm Heron']])
    await untilAtRest()
    a.cut()
    await poll(() => others()[0]).toEqual([])
    await poll(others).toEqual([['Brave Otter'], ['Calm Heron']])
  })
})

describe('an observer', () => {
  it('sees the board, writes nothing and is not thrown out', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const b = await join('observer', 'Quiet Crane')
    a.editor.createShapes([box('one')])
    await poll(() => b.editor.getShape(id('one'))).toBeDefined()
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 70 })
    b.room.flush()
    a.editor.createShapes([box('two')])
    await poll(() => b.editor.getShape(id('two'))).toBeDefined()
    await poll(() => light(a)).toBe('seen 1')
    expect(a.editor.getShape(id('one'))).toMatchObject({ x: 0 })
    expect(b.room.connection.get()).toEqual({ kind: 'online' })
    expect(light(b)).toBe('server 0')
  })
})

describe('a room that refuses', () => {
  it('says why, once, and is not asked again', async () => {
    await newRoom()
    const { room } = await join('owner', 'Calm Heron', { token: 'forged', isReady: false })
    await poll(() => room.connection.get().kind).toBe('refused')
    expect(room.connection.get()).toMatchObject({ code: 4401, reason: expect.stringMatching(/\w/) })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(room.connection.get().kind).toBe('refused')
    expect(room.ready.get()).toBe(false)
  })
})

describe('an address whose key is no key', () => {
  it.each(['', 'a b', 'ü'])('is refused without asking the server: “%s”', async (token) => {
    await newRoom()
    const { room } = await join('owner', 'Calm Heron', { token, isReady: false })
    await poll(() => room.connection.get()).toMatchObject({ kind: 'refused', code: 4401 })
  })
})

describe('a page that is older than the board', () => {
  it('is told to reload, shows nothing it may misread, and writes nothing', async () => {
    await newRoom()
    const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils })
    const { room } = await join('owner', 'Calm Heron', { store, isReady: false })
    await poll(() => room.connection.get()).toMatchObject({ kind: 'refused', code: 4409 })
    expect(room.ready.get()).toBe(false)
    expect(store.allRecords()).toEqual([])
  })
})

describe('a board before it has come', () => {
  it('is not ready and writes nothing over it', () => {
    const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils })
    const room = openRoom({
      syncUrl: 'ws://127.0.0.1:9/sync',
      room: 'nowhere',
      token: 'key',
      store,
      person: atom('person', { id: 'a', name: 'A', color: PERSON_COLORS[0] }),
      containerTypes: [],
      readonly: false,
      browser: { WebSocket: NodeSocket as unknown as typeof WebSocket },
    })
    expect(room.ready.get()).toBe(false)
    expect(room.people.get()).toEqual([])
    expect(store.allRecords()).toEqual([])
    room.close()
  })
})

describe('a new link for the same board', () => {
  it('is gone on with: the end of the old one is no refusal, and nothing drawn meanwhile is lost', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const b = await join('editor', 'Brave Otter')
    const kinds: string[] = []
    const stop = react('kinds', () => void kinds.push(a.room.connection.get().kind))
    await a.room.changeToken(async () => {
      const token = await here.newLink('owner')
      a.editor.createShapes([box('one')])
      return token
    })
    await poll(() => b.editor.getShape(id('one'))).toBeDefined()
    await poll(() => light(a)).toBe('seen 1')
    expect(kinds).not.toContain('refused')
    stop()
  })

  it('that does not come leaves the board as it is', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron')
    const failed = a.room.changeToken(() => Promise.reject(new Error('The server does not answer.')))
    await expect(failed).rejects.toThrow('does not answer')
    expect(a.room.connection.get()).toEqual({ kind: 'online' })
    const lost = a.room.changeToken(async () => {
      await here.newLink('owner')
      await poll(() => a.room.connection.get().kind).toBe('offline')
      throw new Error('The server does not answer.')
    })
    await expect(lost).rejects.toThrow('does not answer')
    expect(a.room.connection.get()).toMatchObject({ kind: 'refused', code: 4401 })
  })

  it('counts the shapes that the server has not got', async () => {
    await newRoom()
    const a = await join('editor', 'Calm Heron')
    a.editor.createShapes([box('one'), box('two')])
    await poll(() => light(a)).toBe('server 0')
    expect(a.room.unsentShapes()).toBe(0)
    await here.newLink('editor')
    await poll(() => a.room.connection.get().kind).toBe('refused')
    a.editor.updateShape({ id: id('one'), type: 'geo', x: 70 })
    a.editor.createShapes([box('three')])
    a.editor.deleteShapes([id('two')])
    a.room.flush()
    expect(a.room.unsentShapes()).toBe(2)
  })
})
