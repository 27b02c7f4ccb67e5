import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { presence, rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
let made: NewRoom
beforeAll(async () => {
  server = await startServer({
    // A fast machine connects more often than a person.
    env: {
      MAX_MESSAGE_BYTES: '100000',
      MAX_ROOM_BYTES: '250000',
      MAX_AWARENESS_BYTES: '2000',
      CONNECTS_PER_SECOND: '1000',
    },
  })
  made = await createRoom(server.url)
})
afterAll(() => server.stop())

const open = (role: string, doc = 'board', from = made, room = made.room) =>
  rawClient(`${server.wsUrl}/sync/${room}/${doc}?token=${from.tokens[role]}&acks=1`)

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** The room still works, and holds nothing of what was refused. */
async function expectWhole() {
  const a = await open('editor')
  const b = await open('observer')
  b.ask()
  await until(b.hasAnswer)
  a.edit((doc) => doc.getMap('alive').set(String(Math.random()), 1))
  const before = b.doc.getMap('alive').size
  await until(() => a.acked() === 1 && b.doc.getMap('alive').size > before)
  expect(b.doc.getMap('forged').size).toBe(0)
  expect(b.doc.store.pendingStructs).toBeNull()
  a.leave()
  b.leave()
}

it.each([
  ['no such room', 4404, () => open('editor', 'board', made, 'nobody-made-this')],
  ['no token', 4401, () => rawClient(`${server.wsUrl}/sync/${made.room}/board`)],
  ['a forged token', 4401, () => rawClient(`${server.wsUrl}/sync/${made.room}/board?token=${forged()}`)],
  ['an editor who opens the interviewers’ part', 4403, () => open('editor', 'interviewer')],
])('closes %s with %i and a reason', async (_, code, connect) => {
  const { closed } = await connect()
  const { code: got, reason } = await closed
  expect(got).toBe(code)
  expect(reason).not.toBe('')
})

/** The observer's token, saying it is the owner's. */
function forged(): string {
  const [head = '', , signature = ''] = (made.tokens.observer ?? '').split('.')
  const claims = Buffer.from(JSON.stringify({ room: made.room, role: 'owner', gen: 1 })).toString('base64url')
  return `${head}.${claims}.${signature}`
}

it('refuses another room’s token with 4401', async () => {
  const other = await createRoom(server.url)
  expect((await (await open('owner', 'board', other)).closed).code).toBe(4401)
})

it('tells a y-websocket client that the refusal is final', async () => {
  const client = joinDoc(server.wsUrl, `${made.room}/board`, 'nonsense')
  expect(await client.closed).toEqual({
    code: 4401,
    reason: 'This link does not open this board. Ask for a new one.',
  })
  client.leave()
})

it.each([
  ['/sync/UPPER/board', 400],
  ['/sync/..%2f..%2fetc/board', 400],
  ['/sync/a/secret', 404],
  ['/elsewhere', 404],
  ['//', 400],
])('answers %s with HTTP %i', async (path, status) => {
  const socket = new WebSocket(server.wsUrl + path)
  const got = await new Promise((resolve) => {
    socket.on('error', () => {})
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
  })
  expect(got).toBe(status)
})

it('takes the token as a subprotocol too', async () => {
  const url = `${server.wsUrl}/sync/${made.room}/board`
  const client = await rawClient(url, ['drillboard', made.tokens.editor ?? ''])
  expect(client.socket.protocol).toBe('drillboard')
  client.ask()
  await until(client.hasAnswer)
  client.leave()
})

it('closes an observer who edits with 4403, and nobody sees the edit', async () => {
  const observer = await open('observer')
  observer.sendUpdate(updateOf((doc) => doc.getMap('forged').set('a', 1)))
  expect((await observer.closed).code).toBe(4403)
  await expectWhole()
})

it('lets an observer say again what the board has, deletions included', async () => {
  const editor = await open('editor')
  editor.edit((doc) => doc.getMap('temp').set('a', 1))
  editor.edit((doc) => doc.getMap('temp').delete('a'))
  await until(() => editor.acked() === 2)
  const observer = await open('observer')
  observer.ask()
  await until(observer.hasAnswer)
  observer.sendUpdate(Y.encodeStateAsUpdate(observer.doc), 1)
  observer.sendUpdate(Y.encodeStateAsUpdate(new Y.Doc()), 1)
  await until(() => observer.acked() === 2)
  editor.leave()
  observer.leave()
})

it('lets nobody write the run over the socket, its owner included', async () => {
  const owner = await open('owner', 'run')
  owner.sendUpdate(updateOf((doc) => doc.getArray('events').push([{ type: 'finish' }])))
  expect((await owner.closed).code).toBe(4403)
})

it.each([
  ['bytes that are no message', Uint8Array.of(77, 1, 2)],
  ['an empty message', new Uint8Array()],
  ['an update that is cut short', Uint8Array.of(0, 2, 5, 1, 9, 9, 9, 9)],
  ['a state vector of nonsense', Uint8Array.of(0, 0, 2, 255, 255)],
  ['presence that is not JSON', presence([1, 1, '{'])],
])('closes a sender of %s with 4400 and leaves the room whole', async (_, bytes) => {
  const client = await open('editor')
  client.send(bytes)
  expect((await client.closed).code).toBe(4400)
  await expectWhole()
})

it('closes a sender of edits that build on unknown ones with 4400, and keeps none of them', async () => {
  const doc = new Y.Doc()
  doc.getMap('forged').set('a', 1)
  const before = Y.encodeStateVector(doc)
  doc.getMap('forged').set('a', 2)
  const deletion = updateOf((other) => {
    other.getMap('x').set('a', 1)
    other.getMap('x').delete('a')
  })
  const client = await open('editor')
  client.sendUpdate(Y.encodeStateAsUpdate(doc, before))
  expect((await client.closed).code).toBe(4400)
  const other = await open('editor')
  other.sendUpdate(Y.diffUpdate(deletion, Y.encodeStateVectorFromUpdate(deletion)))
  expect((await other.closed).code).toBe(4400)
  await expectWhole()
})

it.each([
  ['says of itself what comes before it', [1, 1, 7, 0, 0x84, 7, 0, 1, 97, 0]],
  ['goes round in a circle', [2, 1, 7, 0, 0x84, 8, 0, 1, 97, 1, 8, 0, 0x84, 7, 0, 1, 98, 0]],
])('closes a sender of an edit that %s with 4400, and keeps nothing of it', async (_, bytes) => {
  const client = await open('editor')
  client.sendUpdate(Uint8Array.from(bytes))
  expect((await client.closed).code).toBe(4400)
  await expectWhole()
})

it('closes a sender of a message over the limit with 4413, however large', async () => {
  const large = await open('editor')
  large.sendUpdate(updateOf((doc) => doc.getMap('forged').set('a', 'x'.repeat(150_000))))
  expect((await large.closed).code).toBe(4413)
  const huge = await open('editor')
  huge.send(new Uint8Array(10_000_000))
  expect((await huge.closed).code).toBe(4413)
  await expectWhole()
})

it('refuses with 4413 what would make a board larger than its limit, and keeps the rest', async () => {
  const full = await createRoom(server.url)
  const connect = () => open('editor', 'board', full, full.room)
  const client = await connect()
  for (const key of ['a', 'b']) client.edit((doc) => doc.getMap('x').set(key, 'x'.repeat(90_000)))
  await until(() => client.acked() === 2)
  client.edit((doc) => doc.getMap('x').set('c', 'x'.repeat(90_000)))
  expect((await client.closed).code).toBe(4413)
  const later = await connect()
  later.ask()
  await until(later.hasAnswer)
  expect([...later.doc.getMap('x').keys()]).toEqual(['a', 'b'])
  later.leave()
})

it('closes whoever shows more of themselves than the limit with 4413', async () => {
  const client = await open('observer')
  client.send(presence([5, 1, JSON.stringify('x'.repeat(3_000))]))
  expect((await client.closed).code).toBe(4413)
})
