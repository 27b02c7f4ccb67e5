import { createTLStore, type TLStore } from 'tldraw'
import { expect, it } from 'vitest'
import { laterSchema } from '../helpers/laterSchema.ts'
import { aBrowser, guests, light, poll } from './guests.ts'
import { component, id } from './network.ts'

const here = guests()
const { newRoom, join } = here

const newerApp = () => createTLStore({ schema: laterSchema })
const nameOf = (store: TLStore) => JSON.stringify(store.get(id('a'))?.props)

it('brings a copy with edits of its own to the form of a newer app, with the server away', async () => {
  await newRoom()
  const browser = aBrowser()
  const older = await join('owner', 'Calm Heron', { browser })
  older.editor.createShapes([component('a')])
  await poll(() => light(older)).toBe('server 0')
  await here.server.kill()
  await poll(() => light(older)).toMatch(/offline/)
  older.editor.updateShape({ id: id('a'), type: 'component', props: { label: 'drawn offline' } })
  await poll(() => light(older)).toBe('device 0 offline')
  older.leave()

  const store = newerApp()
  const newer = await join('owner', 'Calm Heron', { browser, store })
  expect(newer.room.hasCopy.get()).toBe(true)
  expect(nameOf(store)).toContain('{"main":{"text":"drawn offline"}}')
  expect(newer.room.problems.get()).toEqual([])
  await here.server.restart()
})

it('leaves a copy without such edits to the server, which has migrated the board', async () => {
  await newRoom()
  const browser = aBrowser()
  const older = await join('owner', 'Calm Heron', { browser })
  older.editor.createShapes([component('a')])
  await poll(() => light(older)).toBe('server 0')
  older.leave()
  await here.server.kill()
  const newer = await join('owner', 'Calm Heron', { browser, store: newerApp(), isReady: false })
  await poll(() => newer.room.hasCopy.get()).toBe(false)
  expect(newer.room.ready.get()).toBe(false)
  await here.server.restart()
})

it('lets no older tab write into the copy of a newer one, nor hear it, and says so', async () => {
  await newRoom()
  const browser = { ...aBrowser(), BroadcastChannel }
  const older = await join('owner', 'Calm Heron', { browser })
  older.editor.createShapes([component('a')])
  await poll(() => light(older)).toBe('server 0')
  await here.server.kill()
  await poll(() => light(older)).toMatch(/offline/)
  older.editor.updateShape({ id: id('a'), type: 'component', props: { label: 'before' } })
  await poll(() => light(older)).toBe('device 0 offline')

  const store = newerApp()
  const newer = await join('owner', 'Calm Heron', { browser, store })
  older.editor.updateShape({ id: id('a'), type: 'component', props: { label: 'after' } })
  await poll(() => older.room.save.get().trouble).toBe('newer')
  await poll(() => light(older)).toBe('tab 0 offline')
  expect(older.room.problems.get()).toEqual([])
  expect(nameOf(store)).toContain('"before"')
  newer.leave()
  const again = newerApp()
  await join('owner', 'Calm Heron', { browser, store: again })
  expect(nameOf(again)).toContain('"before"')
  await here.server.restart()
})

it('opens a board from the server although this device does not answer', async () => {
  await newRoom()
  const indexedDB = { open: () => ({}) } as unknown as IDBFactory
  const guest = await join('owner', 'Calm Heron', { browser: { indexedDB } })
  guest.editor.createShapes([component('a')])
  await poll(() => light(guest)).toBe('server 0')
})
