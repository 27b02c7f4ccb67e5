import { afterAll, beforeAll, expect, it } from 'vitest'
import { presence, rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
let made: NewRoom
beforeAll(async () => {
  server = await startServer({
    env: { PING_EVERY_MS: '1000', MESSAGES_PER_SECOND: '200', CONNECTIONS_PER_ROOM: '3' },
  })
})
afterAll(() => server.stop())

const urlOf = (role: string) => `${server.wsUrl}/sync/${made.room}/board?token=${made.tokens[role]}`

it('counts a connection’s durable updates, those that said nothing new included', async () => {
  made = await createRoom(server.url)
  const client = await rawClient(`${urlOf('editor')}&acks=1`)
  for (let i = 1; i <= 20; i++) client.edit((doc) => doc.getMap('x').set('k', i))
  client.sendUpdate(Uint8Array.of(0, 0), 1)
  await until(() => client.acked() === 21)
  client.leave()
})

it('tells the time on connect and then regularly, to those who ask for acks', async () => {
  made = await createRoom(server.url)
  const client = await rawClient(`${urlOf('observer')}&acks=1`)
  await until(() => client.clock() > 0)
  expect(Math.abs(client.clock() - Date.now())).toBeLessThan(1_000)
  await until(() => client.types.filter((type) => type === 101).length >= 3)
  client.leave()
})

it('tells it again soon after the connect, since a browser is busy just then', async () => {
  const patient = await startServer({ env: { PING_EVERY_MS: '25000' } })
  try {
    const { room, tokens } = await createRoom(patient.url)
    const client = await rawClient(`${patient.wsUrl}/sync/${room}/board?acks=1&token=${tokens.editor}`)
    await until(() => client.types.filter((type) => type === 101).length >= 3)
    client.leave()
  } finally {
    await patient.stop()
  }
})

it('sends those who do not ask neither, but their own presence again and again', async () => {
  made = await createRoom(server.url)
  const client = await rawClient(urlOf('editor'))
  client.edit((doc) => doc.getMap('x').set('k', 1))
  client.send(presence([5, 1, '{"name":"A"}']))
  await until(() => client.types.filter((type) => type === 1).length >= 4)
  expect(client.types).not.toContain(100)
  expect(client.types).not.toContain(101)
  client.leave()
})

it('hears a connection only about the ids it introduced', async () => {
  made = await createRoom(server.url)
  const honest = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.editor ?? '')
  const witness = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.editor ?? '')
  honest.provider.awareness.setLocalState({ name: 'honest' })
  const { clientID } = honest.doc
  const nameSeen = () => witness.provider.awareness.getStates().get(clientID)?.name
  await until(() => nameSeen() === 'honest')
  const forger = await rawClient(urlOf('observer'))
  forger.send(presence([clientID, 99, '{"name":"forged"}'], [clientID, 100, 'null']))
  forger.send(presence([7, 1, '{"name":"own"}']))
  await until(() => witness.provider.awareness.getStates().get(7)?.name === 'own')
  expect(nameSeen()).toBe('honest')
  for (const client of [honest, witness, forger]) client.leave()
})

it('reads whoever writes too fast more slowly, loses nothing and closes nobody', async () => {
  made = await createRoom(server.url)
  const client = await rawClient(`${urlOf('editor')}&acks=1`)
  const startedAt = Date.now()
  const text = 'x'.repeat(2_000)
  for (let i = 1; i <= 400; i++) client.edit((doc) => doc.getMap('x').set('k', text + i))
  await until(() => client.acked() === 400)
  expect(Date.now() - startedAt).toBeGreaterThan(700)
  expect(client.socket.readyState).toBe(client.socket.OPEN)
  client.leave()
})

it('asks the fourth to come again with 4529 where three fit in', async () => {
  made = await createRoom(server.url)
  const three = await Promise.all([1, 2, 3].map(() => rawClient(urlOf('editor'))))
  const fourth = await rawClient(urlOf('editor'))
  expect((await fourth.closed).code).toBe(4529)
  for (const client of three) client.leave()
})

it('asks an address that connects too often to come again with 4529', async () => {
  const own = await startServer({ env: { CONNECTS_PER_SECOND: '5' } })
  const clients = await Promise.all(Array.from({ length: 8 }, () => rawClient(`${own.wsUrl}/sync/a/board`)))
  const codes = await Promise.all(clients.map(async ({ closed }) => (await closed).code))
  expect(codes.filter((code) => code === 4529).length).toBeGreaterThanOrEqual(3)
  expect(codes).toContain(4404)
  await own.stop()
})

it('hangs up on those who leave most unread when all of them together leave too much', async () => {
  const own = await startServer({
    env: { MAX_UNREAD_TOTAL_BYTES: '20000000', MESSAGES_PER_SECOND: '100000' },
  })
  const { room, tokens } = await createRoom(own.url)
  const url = `${own.wsUrl}/sync/${room}/board?acks=1&token=`
  const writer = await rawClient(url + tokens.editor)
  const slow = await Promise.all(Array.from({ length: 4 }, () => rawClient(url + tokens.observer)))
  for (const { socket } of slow) socket.pause()
  const text = 'x'.repeat(500_000)
  for (let i = 1; i <= 28; i++) writer.edit((doc) => doc.getMap('x').set('k', text + i))
  await until(() => writer.acked() === 28)
  for (const { socket } of slow) socket.resume()
  expect((await Promise.race(slow.map(({ closed }) => closed))).code).toBe(1006)
  expect(writer.socket.readyState).toBe(writer.socket.OPEN)
  for (const client of [writer, ...slow]) client.leave()
  await own.stop()
})

it('slows down whoever asks for the whole board again and again', async () => {
  const own = await startServer({ env: { MESSAGES_PER_SECOND: '500' } })
  const { room, tokens } = await createRoom(own.url)
  const client = await rawClient(`${own.wsUrl}/sync/${room}/board?acks=1&token=${tokens.observer}`)
  const startedAt = performance.now()
  const answers = () => client.types.filter((type) => type === 0).length
  for (let asked = 1; asked <= 5; asked++) {
    const before = answers()
    // Asked many times at once it is answered once.
    for (let i = 0; i < 3; i++) client.ask()
    await until(() => answers() > before)
  }
  expect(answers()).toBeLessThanOrEqual(6)
  expect(performance.now() - startedAt).toBeGreaterThan(1_000)
  client.leave()
  await own.stop()
})

it('hangs up on a reader that leaves too much unread, and on nobody else', async () => {
  const own = await startServer({ env: { MAX_UNREAD_BYTES: '1000000', MESSAGES_PER_SECOND: '100000' } })
  const { room, tokens } = await createRoom(own.url)
  const url = `${own.wsUrl}/sync/${room}/board?acks=1&token=`
  const writer = await rawClient(url + tokens.editor)
  const slow = await rawClient(url + tokens.observer)
  slow.socket.pause()
  const text = 'x'.repeat(500_000)
  for (let i = 1; i <= 40; i++) writer.edit((doc) => doc.getMap('x').set('k', text + i))
  await until(() => writer.acked() === 40)
  slow.socket.resume()
  expect((await slow.closed).code).toBe(1006)
  expect(writer.socket.readyState).toBe(writer.socket.OPEN)
  writer.leave()
  await own.stop()
})
