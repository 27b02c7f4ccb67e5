import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLine } from '../../server/startLine.ts'
import { EVENTS, META, RECORDS } from '../../src/document/names.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const call = (method: string, path: string, token?: string, body?: unknown) =>
  callApi(server.url, method, `/api/rooms${path}`, body, token)

describe('POST /api/rooms', () => {
  it.each([
    ['free', ['owner', 'editor', 'observer']],
    ['solo', ['owner', 'editor', 'observer']],
    ['interview', ['owner', 'interviewer', 'candidate', 'observer']],
  ])('makes a %s room with a link and a token for %j', async (mode, roles) => {
    const { room, links, tokens } = await createRoom(server.url, { mode })
    expect(room).toMatch(/^[a-z0-9]{12,}$/)
    expect(Object.keys(links)).toEqual(roles)
    for (const role of roles) {
      expect(links[role]).toBe(`${server.url}/board/${room}#${tokens[role]}`)
      const { body } = await call('GET', `/${room}`, tokens[role])
      expect(body).toMatchObject({ room, mode, role, title: 'Untitled board' })
    }
  })

  it('lays out the frames of the framework and the slot that are asked for', async () => {
    const asked = { template: 'seven-steps', framework: 'hello-interview', slot: 90 }
    const { room, tokens } = await createRoom(server.url, asked)
    expect((await call('GET', `/${room}`, tokens.owner)).body).toMatchObject({ ...asked, slot: '90' })
    const client = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
    await client.synced
    const records = Object.values(client.doc.getMap(RECORDS).toJSON())
    const frames = records.filter((record) => record.type === 'step-frame')
    expect(frames.map((frame) => frame['props.minutes']).sort()).toEqual([12, 14, 18, 20, 20, 6])
    client.leave()
  })

  it('lays out cards to fill in where they are asked for', async () => {
    const asked = { template: 'seven-steps', ready: true }
    const { room, tokens } = await createRoom(server.url, asked)
    const client = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
    await client.synced
    const records = Object.values(client.doc.getMap(RECORDS).toJSON())
    const cards = records.filter((record) => record.type === 'card').map((record) => record['props.card'])
    expect(cards).toEqual(expect.arrayContaining(['requirement', 'framing', 'monitor-matrix']))
    client.leave()
  })

  it('says what is wrong with a mode, a template, a title, a body', async () => {
    const run = [
      { framework: 'x' },
      { slot: 14 },
      { slot: 'x' },
      { slot: 45.5 },
      { slot: '1e2' },
      { ready: 'yes' },
    ]
    const wrong = [{ mode: 'x' }, { template: 'x' }, { title: 5 }, { title: 'x'.repeat(201) }, [], ...run]
    for (const body of wrong) {
      const answer = await call('POST', '', undefined, body)
      expect(answer.status).toBe(400)
      expect(answer.body.error).toMatch(/\.$/)
    }
  })

  it('copies a board for whoever may read it, under a title of its own', async () => {
    const first = await createRoom(server.url, { title: 'Songs' })
    const asked = { from: first.room }
    expect((await call('POST', '', undefined, asked)).status).toBe(401)
    const copy = await createRoom(server.url, asked, first.tokens.observer)
    expect((await call('GET', `/${copy.room}`, copy.tokens.owner)).body.title).toBe('Songs (copy)')

    const docs = [first, copy].map(({ room, tokens }) =>
      joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? ''),
    )
    await Promise.all(docs.map(({ synced }) => synced))
    const [original, copied] = docs.map(({ doc }) => ({
      ids: [...doc.getMap(RECORDS).keys()].sort(),
      meta: doc.getMap(META).toJSON(),
    }))
    expect(copied).toEqual(original)
    expect(original?.meta).toMatchObject({ app: '0.1.0', schema: { schemaVersion: 2 } })
    for (const { leave } of docs) leave()
  })

  it('makes no more than the allowed number of rooms a minute', async () => {
    const own = await startServer({ env: { NEW_ROOMS_PER_MINUTE: '2' } })
    const statuses: number[] = []
    for (let i = 0; i < 3; i++) statuses.push((await callApi(own.url, 'POST', '/api/rooms', {})).status)
    expect(statuses).toEqual([201, 201, 429])
    await own.stop()
  })
})

describe('a room’s links', () => {
  it.each([
    [
      'free',
      { owner: ['owner', 'editor', 'observer'], editor: ['editor', 'observer'], observer: ['observer'] },
    ],
    [
      'interview',
      {
        owner: ['owner', 'interviewer', 'candidate', 'observer'],
        interviewer: ['interviewer', 'candidate', 'observer'],
        candidate: ['candidate'],
        observer: ['observer'],
      },
    ],
  ])('are shown in a %s room to each role as far as it may pass them on', async (mode, expected) => {
    const { room, tokens } = await createRoom(server.url, { mode })
    for (const [role, roles] of Object.entries(expected)) {
      const { body } = await call('GET', `/${room}/links`, tokens[role])
      expect(Object.keys(body.tokens)).toEqual(roles)
      for (const other of roles) expect(body.tokens[other]).toBe(tokens[other])
      const start = role === 'owner' ? startLine(server, Number(new URL(server.url).port)) : null
      expect(body.reach).toEqual({ localOnly: true, addresses: [], start })
    }
  })

  it('open nothing without a token, with another room’s, or for no room', async () => {
    const [a, b] = [await createRoom(server.url), await createRoom(server.url)]
    expect((await call('GET', `/${a.room}/links`)).status).toBe(401)
    expect((await call('GET', `/${a.room}/links`, b.tokens.owner)).status).toBe(401)
    expect((await call('GET', '/nobody-made-this', a.tokens.owner)).status).toBe(404)
  })
})

it('gives links that begin as PUBLIC_URL says, and where others reach the server', async () => {
  const own = await startServer({ env: { PUBLIC_URL: 'https://board.example' } })
  const { room, links, tokens } = await createRoom(own.url)
  expect(links.owner).toBe(`https://board.example/board/${room}#${tokens.owner}`)
  const { body } = await callApi(own.url, 'GET', `/api/rooms/${room}/links`, undefined, tokens.owner)
  expect(body.reach).toEqual({ localOnly: false, addresses: ['https://board.example'], start: null })
  await own.stop()
})

it('lets a client that opens a room during a run’s write hear of it once', async () => {
  const { room, tokens } = await createRoom(server.url)
  const posts = Array.from({ length: 20 }, (_, i) =>
    call('POST', `/${room}/events`, tokens.editor, { type: 'note', id: `n${i}` }),
  )
  const client = joinDoc(server.wsUrl, `${room}/run`, tokens.observer ?? '')
  const places = (await Promise.all(posts)).flatMap(({ body }) => body.seq)
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  await until(() => client.doc.getArray(EVENTS).length === 20)
  client.leave()
})

it('renames a board for everybody who has it open, unless an observer asks', async () => {
  const { room, tokens } = await createRoom(server.url)
  const client = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
  await client.synced
  expect((await call('PATCH', `/${room}`, tokens.observer, { title: 'No' })).status).toBe(403)
  expect((await call('PATCH', `/${room}`, tokens.editor, { title: ' ' })).status).toBe(400)
  expect((await call('PATCH', `/${room}`, tokens.editor, { title: 'Songs' })).status).toBe(200)
  await until(() => client.doc.getMap(RECORDS).toJSON()['document:document'].name === 'Songs')
  client.leave()
})

describe('run events', () => {
  it('reach everybody, stamped with time, role, person and place, and count once', async () => {
    const { room, tokens } = await createRoom(server.url, { mode: 'interview' })
    const client = joinDoc(server.wsUrl, `${room}/run`, tokens.observer ?? '')
    const person = { id: 'p1', name: 'Ada' }
    const start = { type: 'start', id: 'e1', person, minutes: 45, at: 5, role: 'owner', seq: 99 }
    const before = Date.now()
    const post = (body: unknown) => call('POST', `/${room}/events`, tokens.candidate, body)
    expect((await post(start)).body).toEqual({ seq: [1] })
    expect((await post([start, { type: 'step', id: 'e2', step: 2 }])).body).toEqual({ seq: [1, 2] })
    await until(() => client.doc.getArray(EVENTS).length === 2)
    const [first, second] = client.doc.getArray<Record<string, unknown>>(EVENTS).toArray()
    expect(first).toMatchObject({ seq: 1, type: 'start', id: 'e1', minutes: 45, role: 'candidate', person })
    expect(first?.at).toBeGreaterThanOrEqual(before)
    expect(second).toMatchObject({ seq: 2, step: 2, person: { id: '', name: '' } })
    client.leave()
  })

  it('count each where they carry no id, however that is written', async () => {
    const { room, tokens } = await createRoom(server.url)
    const blank = [null, null, '', '', ' ', ' '].map((id) => ({ type: 'note', id }))
    expect((await call('POST', `/${room}/events`, tokens.owner, blank)).body).toEqual({
      seq: [1, 2, 3, 4, 5, 6],
    })
  })

  it('are refused to a role that may not post them', async () => {
    const { room, tokens } = await createRoom(server.url, { mode: 'interview' })
    const status = async (role: string, type: string) =>
      (await call('POST', `/${room}/events`, tokens[role], { type })).status
    expect(await status('observer', 'note')).toBe(403)
    expect(await status('candidate', 'hint')).toBe(403)
    expect(await status('candidate', 'start')).toBe(200)
    expect(await status('interviewer', 'hint')).toBe(200)
    expect(await status('candidate', 'pause')).toBe(200)
  })

  it('are refused where they are malformed, all of a list together', async () => {
    const { room, tokens } = await createRoom(server.url)
    const long = { type: 'note', text: 'x'.repeat(20_000) }
    const wrong = [{}, { type: 'x' }, [], [{ type: 'start' }, 5], Array(101).fill({ type: 'note' })]
    for (const body of wrong) {
      expect((await call('POST', `/${room}/events`, tokens.owner, body)).status).toBe(400)
    }
    for (const named of [{ constructor: 1 }, { deep: { constructor: 'x' } }]) {
      const answer = await call('POST', `/${room}/events`, tokens.owner, { type: 'note', ...named })
      expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining('constructor')])
    }
    for (const depth of [100, 8_000]) {
      const answer = await fetch(`${server.url}/api/rooms/${room}/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens.owner}` },
        body: `{"type":"note","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`,
      })
      expect(answer.status).toBe(400)
    }
    expect((await call('POST', `/${room}/events`, tokens.owner, long)).status).toBe(413)
    expect((await call('POST', `/${room}/events`, tokens.owner, { type: 'note' })).body).toEqual({ seq: [1] })
  })
})
