import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { aBrowser, guests, light, poll } from './guests.ts'
import { board, box, component, id } from './network.ts'

const here = guests()
const { newRoom, join } = here

describe('with the server away', () => {
  it('a board opens from this device, and what was drawn there outlives the tab', async () => {
    await newRoom()
    const browser = aBrowser()
    const first = await join('owner', 'Calm Heron', { browser })
    first.editor.createShapes([box('one')])
    await poll(() => light(first)).toBe('server 0')
    await here.server.kill()
    await poll(() => light(first)).toBe('server 0 offline')
    first.editor.createShapes([box('two')])
    await poll(() => light(first)).toBe('device 0 offline')
    first.leave()

    const again = await join('owner', 'Calm Heron', { browser })
    expect(again.editor.getShape(id('one'))).toBeDefined()
    expect(again.editor.getShape(id('two'))).toBeDefined()
    await poll(() => light(again)).toBe('device 0 offline')
    await here.server.restart()
    await poll(() => light(again)).toBe('server 0')
  })

  it('knows after a restart that the server has everything', async () => {
    await newRoom()
    const browser = aBrowser()
    const first = await join('owner', 'Calm Heron', { browser })
    first.editor.createShapes([box('one')])
    await poll(() => light(first)).toBe('server 0')
    first.leave()
    await here.server.kill()
    const again = await join('owner', 'Calm Heron', { browser })
    await poll(() => light(again)).toBe('server 0 offline')
    await here.server.restart()
  })

  it('two people who both drew offline, restarted and came back find everything, once', async () => {
    await newRoom()
    const [mine, theirs] = [aBrowser(), aBrowser()]
    const a = await join('owner', 'Calm Heron', { browser: mine })
    const b = await join('editor', 'Brave Otter', { browser: theirs })
    a.editor.createShapes([component('shared'), box('doomed')])
    await poll(() => b.editor.getShape(id('doomed'))).toBeDefined()
    await poll(() => light(a)).toBe('seen 1')
    await here.server.kill()
    await poll(() => light(a)).toMatch(/offline/)
    await poll(() => light(b)).toMatch(/offline/)
    a.editor.updateShape({ id: id('shared'), type: 'component', props: { label: 'Renamed' } })
    a.editor.createShapes([box('from a')])
    b.editor.updateShape({ id: id('shared'), type: 'component', x: 400 })
    b.editor.deleteShapes([id('doomed')])
    b.editor.createShapes([box('from b')])
    for (const guest of [a, b]) await poll(() => light(guest)).toBe('device 0 offline')
    a.leave()
    b.leave()

    const [c, d] = [
      await join('owner', 'Calm Heron', { browser: mine }),
      await join('editor', 'Brave Otter', { browser: theirs }),
    ]
    c.editor.createShapes([box('later')])
    await here.server.restart()
    for (const guest of [c, d]) await poll(() => guest.room.connection.get().kind).toBe('online')
    await poll(() => d.editor.getShape(id('later'))).toBeDefined()
    await poll(() => c.editor.getShape(id('from b'))).toBeDefined()
    await poll(() => board(c.editor)).toEqual(board(d.editor))
    expect(c.editor.getShape(id('shared'))).toMatchObject({ x: 400, props: { label: 'Renamed' } })
    expect(c.editor.getShape(id('doomed'))).toBeUndefined()
    expect(c.editor.getCurrentPageShapes()).toHaveLength(4)
  })

  it('is not opened from a part: without a copy the board waits for the server', async () => {
    await newRoom()
    await here.server.kill()
    const { room } = await join('owner', 'Calm Heron', { isReady: false })
    await poll(() => room.hasCopy.get()).toBe(false)
    await poll(() => room.connection.get().kind).toBe('offline')
    expect(room.ready.get()).toBe(false)
    await here.server.restart()
    await poll(() => room.ready.get()).toBe(true)
  })

  it('an observer sees the board from this device and still writes nothing', async () => {
    await newRoom()
    const browser = aBrowser()
    const owner = await join('owner', 'Calm Heron')
    const observer = await join('observer', 'Quiet Crane', { browser })
    owner.editor.createShapes([box('one')])
    await poll(() => observer.editor.getShape(id('one'))).toBeDefined()
    observer.leave()
    await here.server.kill()
    const again = await join('observer', 'Quiet Crane', { browser })
    expect(again.editor.getShape(id('one'))).toBeDefined()
    again.editor.createShapes([box('two')])
    again.room.flush()
    await here.server.restart()
    await poll(() => again.room.connection.get().kind).toBe('online')
    expect(light(again)).toBe('server 0')
    expect(owner.editor.getShape(id('two'))).toBeUndefined()
  })
})

describe('two tabs of one browser', () => {
  it('agree while the server is away, and both have it on the server afterwards', async () => {
    await newRoom()
    const browser = { indexedDB: new IDBFactory(), BroadcastChannel }
    const a = await join('owner', 'Calm Heron', { browser })
    const b = await join('owner', 'Calm Heron', { browser })
    await here.server.kill()
    await poll(() => light(a)).toMatch(/offline/)
    await poll(() => light(b)).toMatch(/offline/)
    a.editor.createShapes([box('one')])
    await poll(() => b.editor.getShape(id('one'))).toBeDefined()
    b.editor.updateShape({ id: id('one'), type: 'geo', x: 50 })
    await poll(() => a.editor.getShape(id('one'))?.x).toBe(50)

    const late = await join('owner', 'Calm Heron', { browser })
    await poll(() => late.editor.getShape(id('one'))?.x).toBe(50)
    const looking = await join('observer', 'Calm Heron', { browser })
    await poll(() => looking.editor.getShape(id('one'))?.x).toBe(50)
    looking.editor.createShapes([box('forbidden')])
    looking.room.flush()
    await here.server.restart()
    for (const guest of [a, b, late]) await poll(() => light(guest)).toMatch(/^(seen|server)/)
    expect(a.editor.getShape(id('forbidden'))).toBeUndefined()
    expect(board(a.editor)).toEqual(board(late.editor))
  })
})

describe('a storage that', () => {
  /** A storage whose writes fail with this error while `fails` is set. */
  function failing(name: string) {
    const indexedDB = new IDBFactory()
    const state = { fails: true }
    const { open } = indexedDB
    indexedDB.open = function (...parts) {
      const request = open.apply(this, parts)
      request.addEventListener('success', () => {
        const database = request.result
        const { transaction } = database
        database.transaction = function (stores, mode) {
          const made = transaction.call(this, stores, mode)
          if (state.fails && mode === 'readwrite') {
            made.commit = () => {
              Object.defineProperty(made, 'error', { value: new DOMException('No room.', name) })
              made.abort()
            }
          }
          return made
        }
      })
      return request
    }
    return { browser: { indexedDB }, state }
  }

  it('is full is said; the board goes on, and is kept whole once there is room', async () => {
    await newRoom()
    const { browser, state } = failing('QuotaExceededError')
    const a = await join('owner', 'Calm Heron', { browser })
    await poll(() => a.room.save.get().trouble).toBe('full')
    a.editor.createShapes([box('one')])
    await poll(() => light(a)).toBe('server 0')
    await here.server.kill()
    await poll(() => light(a)).toBe('server 0 offline')
    a.editor.createShapes([box('two')])
    await poll(() => light(a)).toBe('tab 0 offline')
    state.fails = false
    await poll(() => light(a)).toBe('device 0 offline')
    expect(a.room.save.get().trouble).toBeNull()
    a.leave()
    const again = await join('owner', 'Calm Heron', { browser })
    expect(again.editor.getCurrentPageShapes()).toHaveLength(2)
    await here.server.restart()
    await poll(() => light(again)).toBe('server 0')
  })

  it('is forbidden is said; the board works with the server alone', async () => {
    await newRoom()
    const a = await join('owner', 'Calm Heron', { browser: { indexedDB: undefined } })
    expect(a.room.save.get()).toMatchObject({ trouble: 'forbidden', device: { is: false } })
    a.editor.createShapes([box('one')])
    await poll(() => light(a)).toBe('server 0')
  })
})
