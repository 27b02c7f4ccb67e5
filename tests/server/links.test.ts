import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccess, isOn, whyClosed, withNewLink } from '../../server/access.ts'
import type { RoomFacts } from '../../server/log/log.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
let made: NewRoom
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const links = (role: string) => `/api/rooms/${made.room}/links/${role}`
const token = (role: string, from: NewRoom = made) => from.tokens[role] ?? ''
const enter = (with_: string) => rawClient(`${server.wsUrl}/sync/${made.room}/board?acks=1&token=${with_}`)
const REPLACED = 'This link was replaced or taken back. Ask for a new one.'

it('replaces a role’s link: whoever came by the old one is out, the new one opens, other roles go on', async () => {
  made = await createRoom(server.url)
  const [owner, editor, observer] = [
    await enter(token('owner')),
    await enter(token('editor')),
    await enter(token('observer')),
  ]
  const answer = await callApi(server.url, 'POST', links('editor'), {}, token('owner'))
  expect(answer.status).toBe(200)
  expect(await editor.closed).toEqual({ code: 4401, reason: REPLACED })
  expect(await (await enter(token('editor'))).closed).toEqual({ code: 4401, reason: REPLACED })
  const old = await callApi(server.url, 'GET', `/api/rooms/${made.room}`, undefined, token('editor'))
  expect(old).toMatchObject({ status: 401, body: { error: REPLACED } })

  const { tokens } = answer.body as NewRoom
  const again = await enter(tokens.editor ?? '')
  again.edit((doc) => doc.getMap('x').set('a', 1))
  await until(() => again.acked() === 1 && observer.doc.getMap('x').has('a'))
  expect(owner.socket.readyState).toBe(owner.socket.OPEN)
  const shown = await callApi(server.url, 'GET', `/api/rooms/${made.room}/links`, undefined, token('owner'))
  expect(shown.body.tokens.editor).toBe(tokens.editor)
  for (const client of [owner, observer, again]) client.leave()
})

it('lets nobody in whose link is taken back while they come', async () => {
  for (let round = 0; round < 30; round++) {
    made = await createRoom(server.url)
    const coming = Array.from({ length: 3 }, () => enter(token('editor')))
    const answer = await callApi(server.url, 'DELETE', links('editor'), undefined, token('owner'))
    expect(answer.status).toBe(200)
    for (const client of await Promise.all(coming)) expect((await client.closed).code).toBe(4401)
  }
})

it('takes a link back and gives it out no more, until it is replaced; says until when a link opens', async () => {
  made = await createRoom(server.url)
  const observer = await enter(token('observer'))
  expect((await callApi(server.url, 'DELETE', links('observer'), undefined, token('owner'))).status).toBe(200)
  expect((await observer.closed).code).toBe(4401)
  const shown = async () =>
    (await callApi(server.url, 'GET', `/api/rooms/${made.room}/links`, undefined, token('owner'))).body
  expect(Object.keys((await shown()).links)).toEqual(['owner', 'editor'])

  const before = Date.now()
  const answer = await callApi(server.url, 'POST', links('observer'), { days: 2 }, token('owner'))
  const { until: times, links: all } = await shown()
  expect(Object.keys(all)).toEqual(['owner', 'editor', 'observer'])
  expect(times.observer - before).toBeGreaterThanOrEqual(2 * 86_400_000)
  expect(times.observer - before).toBeLessThan(2 * 86_400_000 + 60_000)
  const again = await enter(answer.body.tokens.observer)
  again.ask()
  await until(again.hasAnswer)
  again.leave()
})

it('lets the owner replace their own link, not take it away, and nobody else do either', async () => {
  made = await createRoom(server.url)
  for (const role of ['editor', 'observer']) {
    for (const method of ['POST', 'DELETE']) {
      const body = method === 'POST' ? {} : undefined
      expect((await callApi(server.url, method, links('observer'), body, token(role))).status).toBe(403)
    }
  }
  expect((await callApi(server.url, 'DELETE', links('owner'), undefined, token('owner'))).status).toBe(409)
  for (const days of [0, -1, 1.5, 366, '2', Number.MAX_SAFE_INTEGER]) {
    expect((await callApi(server.url, 'POST', links('editor'), { days }, token('owner'))).status).toBe(400)
  }
  expect((await callApi(server.url, 'POST', links('editor'), [{ days: 1 }], token('owner'))).status).toBe(400)
  expect((await callApi(server.url, 'POST', links('owner'), { days: 1 }, token('owner'))).status).toBe(409)
  expect((await callApi(server.url, 'POST', links('candidate'), {}, token('owner'))).status).toBe(404)
  const { body } = await callApi(server.url, 'POST', links('owner'), {}, token('owner'))
  expect((await callApi(server.url, 'POST', links('editor'), {}, token('owner'))).status).toBe(401)
  expect((await callApi(server.url, 'POST', links('editor'), {}, body.tokens.owner)).status).toBe(200)
})

it('lets nobody undo by a request that was begun before that their link was replaced', async () => {
  made = await createRoom(server.url)
  const slow = request(`${server.url}${links('editor')}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': 2,
      authorization: `Bearer ${token('owner')}`,
    },
  })
  const answered = new Promise((resolve) => slow.on('response', ({ statusCode }) => resolve(statusCode)))
  slow.write('{')
  // By its answer the server has read what came before.
  await callApi(server.url, 'GET', '/healthz')
  const { body } = await callApi(server.url, 'POST', links('owner'), {}, token('owner'))
  slow.end('}')
  expect(await answered).toBe(401)
  expect(await (await enter(token('owner'))).closed).toEqual({ code: 4401, reason: REPLACED })
  const { tokens } = (
    await callApi(server.url, 'GET', `/api/rooms/${made.room}/links`, undefined, body.tokens.owner)
  ).body as NewRoom
  expect(tokens.editor).toBe(made.tokens.editor)
})

const facts: RoomFacts = {
  room: 'a',
  mode: 'free',
  template: 'blank',
  problem: null,
  framework: null,
  slot: null,
  generations: { owner: 1, editor: 1 },
  createdAt: 0,
}

it('opens with a link up to its last moment, then says that it has expired', () => {
  const later = withNewLink(facts, 'editor', 5_000)
  const grant = { room: 'a', role: 'editor', gen: 2 } as const
  expect(whyClosed(grant, later, 4_999)).toBeNull()
  expect(whyClosed(grant, later, 5_000)).toBe('This link has expired. Ask for a new one.')
  expect([isOn(later, 'editor', 4_999), isOn(later, 'editor', 5_000), isOn(later, 'owner', 5_000)]).toEqual([
    true,
    false,
    true,
  ])
  expect(whyClosed({ ...grant, gen: 1 }, later, 0)).toBe(REPLACED)
  expect(whyClosed({ ...grant, gen: 3 }, withNewLink(later, 'editor', null), 9_000)).toBeNull()
})

it('signs the same link each time, so that nothing of it need be kept', async () => {
  const access = createAccess(new Uint8Array(32).fill(7))
  expect(await access.issue(facts, 'editor')).toBe(await access.issue(facts, 'editor'))
  expect(await access.grantIn(facts, await access.issue(facts, 'editor'))).toEqual({
    room: 'a',
    role: 'editor',
    gen: 1,
  })
  expect(await access.grantIn({ ...facts, room: 'b' }, await access.issue(facts, 'editor'))).toContain(
    'does not open',
  )
})
