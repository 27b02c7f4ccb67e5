import { afterAll, beforeAll, expect, it } from 'vitest'
import { RECORDS } from '../../src/document/names.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it('lets two y-websocket clients share a board that begins as its template', async () => {
  const { room, tokens } = await createRoom(server.url, { title: 'Songs' })
  const [first, second] = ['owner', 'editor'].map((role) =>
    joinDoc(server.wsUrl, `${room}/board`, tokens[role] ?? ''),
  )
  await Promise.all([first?.synced, second?.synced])
  expect(second?.doc.getMap(RECORDS).toJSON()['document:document'].name).toBe('Songs')

  first?.doc.getMap('x').set('a', 1)
  await until(() => second?.doc.getMap('x').get('a') === 1)
  second?.doc.getMap('x').set('a', 2)
  await until(() => first?.doc.getMap('x').get('a') === 2)
  first?.leave()
  second?.leave()
})

it('shows clients each other, and that one left', async () => {
  const { room, tokens } = await createRoom(server.url)
  const a = joinDoc(server.wsUrl, `${room}/board`, tokens.editor ?? '')
  const b = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
  a.provider.awareness.setLocalState({ name: 'A' })
  b.provider.awareness.setLocalState({ name: 'B' })
  const names = (client: typeof a) =>
    [...client.provider.awareness.getStates().values()].map(({ name }) => name).sort()
  await until(() => names(a).join() === 'A,B' && names(b).join() === 'A,B')

  b.provider.disconnect()
  await until(() => names(a).join() === 'A')
  b.provider.connect()
  await until(() => names(a).join() === 'A,B')
  a.leave()
  b.leave()
})

it('keeps a board when everybody leaves and the server starts anew', async () => {
  const { room, tokens } = await createRoom(server.url)
  const a = joinDoc(server.wsUrl, `${room}/board`, tokens.editor ?? '')
  const b = joinDoc(server.wsUrl, `${room}/board`, tokens.editor ?? '')
  await Promise.all([a.synced, b.synced])
  a.doc.getMap('x').set('kept', true)
  await until(() => b.doc.getMap('x').get('kept') === true)
  a.leave()
  b.leave()
  await server.restart()

  const later = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
  await later.synced
  expect(later.doc.getMap('x').get('kept')).toBe(true)
  later.leave()
  const { status, body } = await callApi(server.url, 'GET', `/api/rooms/${room}`, undefined, tokens.observer)
  expect([status, body.role, body.title]).toEqual([200, 'observer', 'Untitled board'])
})
