import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitFiles } from '../helpers/fileLimit.ts'
import { presence, rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    env: { CONNECTIONS_PER_ROOM: '2', MAX_AWARENESS_BYTES: '2000', MAX_UNREAD_BYTES: '100000' },
  })
})
afterAll(() => server.stop())

const enter = ({ room, tokens }: NewRoom, role: string, doc = 'board', more = '') =>
  rawClient(`${server.wsUrl}/sync/${room}/${doc}?acks=1&token=${tokens[role]}${more}`)

/** What the metrics say, by name and labels. */
async function readings({ url }: TestServer): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`)
  expect(response.status).toBe(200)
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

const connections = async (role: string, document = 'board') =>
  (await readings(server)).get(`drillboard_connections{role="${role}",document="${document}"}`)

const refusals = async (reason: string) =>
  (await readings(server)).get(`drillboard_refusals_total{reason="${reason}"}`) ?? Number.NaN

it('is text that Prometheus reads, with the process and its event loop in it', async () => {
  const response = await fetch(`${server.url}/metrics`)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const got = await readings(server)
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect(got.get(name), name).toBeGreaterThan(0)
})

it('counts who is there, by role and document, until they leave', async () => {
  const made = await createRoom(server.url, { mode: 'interview' })
  const [candidate, owner] = [await enter(made, 'candidate'), await enter(made, 'owner', 'run')]
  await until(() => candidate.types.length > 0 && owner.types.length > 0)
  expect([
    await connections('candidate'),
    await connections('owner', 'run'),
    await connections('owner'),
  ]).toEqual([1, 1, 0])
  expect((await readings(server)).get('drillboard_rooms_in_memory')).toBe(1)
  candidate.leave()
  owner.socket.terminate()
  await expect.poll(() => connections('candidate')).toBe(0)
  await expect.poll(() => connections('owner', 'run')).toBe(0)
})

it('counts updates as they come and as they become durable, and how long that took', async () => {
  const made = await createRoom(server.url)
  const editor = await enter(made, 'editor')
  const before = await readings(server)
  const grown = async (name: string) => ((await readings(server)).get(name) ?? 0) - (before.get(name) ?? 0)
  for (let n = 1; n <= 5; n++) {
    editor.edit((doc) => doc.getMap('x').set('k', n))
    await until(() => editor.acked() === n)
  }
  expect(await grown('drillboard_updates_received_total')).toBe(5)
  expect(await grown('drillboard_updates_committed_total')).toBe(5)
  expect(await grown('drillboard_commit_seconds_count')).toBe(5)
  expect(await grown('drillboard_commit_seconds_bucket{le="+Inf"}')).toBe(5)
  expect(await grown('drillboard_commit_seconds_sum')).toBeGreaterThan(0)
  expect(await grown('drillboard_commit_updates_bucket{le="1"}')).toBe(5)

  // What the board already has is received again, and costs no commit.
  editor.ask()
  await until(editor.hasAnswer)
  editor.sendUpdate(Uint8Array.of(0, 0))
  await until(() => editor.acked() === 6)
  expect(await grown('drillboard_updates_received_total')).toBe(6)
  expect(await grown('drillboard_updates_committed_total')).toBe(5)
  editor.leave()
})

it('knows what is kept, and what that takes on the disk', async () => {
  const before = await readings(server)
  await createRoom(server.url)
  const after = await readings(server)
  expect(after.get('drillboard_rooms')).toBe((before.get('drillboard_rooms') ?? 0) + 1)
  const files = ['drillboard.sqlite', 'drillboard.sqlite-wal'].map((name) => stat(join(server.dataDir, name)))
  const sizes = (await Promise.all(files)).map(({ size }) => size)
  expect(after.get('drillboard_log_bytes')).toBe(sizes.reduce((sum, size) => sum + size))
})

describe('a refusal is counted by its reason:', () => {
  let made: NewRoom
  beforeAll(async () => {
    made = await createRoom(server.url, { mode: 'interview' })
  })

  it.each<[string, () => Promise<unknown>]>([
    ['no-room', () => rawClient(`${server.wsUrl}/sync/nobody-made-this/board`)],
    ['no-access', () => rawClient(`${server.wsUrl}/sync/${made.room}/board?token=x`)],
    ['role', () => enter(made, 'candidate', 'interviewer')],
    ['malformed', async () => (await enter(made, 'owner')).send(Uint8Array.of(77, 1, 2))],
    ['malformed', async () => (await enter(made, 'owner')).sendUpdate(Uint8Array.of(5, 1, 9, 9))],
    ['too-large', async () => (await enter(made, 'owner')).send(presence([5, 1, `"${'x'.repeat(3_000)}"`]))],
    ['too-large', async () => (await enter(made, 'owner')).send(new Uint8Array(40 * 2 ** 20))],
    ['too-old', () => enter(made, 'owner', 'board', '&schema=com.tldraw.shape.arrow-1')],
    ['full', () => Promise.all([1, 2, 3].map(() => enter(made, 'owner', 'run')))],
  ])('%s', async (reason, provoke) => {
    const before = await refusals(reason)
    await provoke()
    await expect.poll(() => refusals(reason)).toBe(before + 1)
  })

  it('slow-reader', async () => {
    const own = await createRoom(server.url)
    const [writer, reader] = [await enter(own, 'editor'), await enter(own, 'observer')]
    reader.socket.pause()
    let n = 0
    while ((await refusals('slow-reader')) === 0) {
      n += 1
      writer.edit((doc) => doc.getMap('x').set('k', String(n).repeat(200_000)))
      await until(() => writer.acked() === n)
    }
    expect(await refusals('slow-reader')).toBe(1)
    reader.socket.terminate()
    writer.leave()
  })

  it('an HTTP status', async () => {
    const name = (status: number) => `drillboard_requests_refused_total{status="${status}"}`
    const before = await readings(server)
    await callApi(server.url, 'GET', `/api/rooms/${made.room}`)
    await callApi(server.url, 'GET', '/api/rooms/nobody-made-this')
    await callApi(server.url, 'POST', '/api/rooms', { mode: 'x' })
    await rawClient(`${server.wsUrl}/sync/${made.room}/secret`)
    const after = await readings(server)
    const grown = [401, 404, 400].map(
      (status) => (after.get(name(status)) ?? 0) - (before.get(name(status)) ?? 0),
    )
    expect(grown).toEqual([1, 2, 1])
  })

  it('too-many, of one address', async () => {
    const own = await startServer({ env: { CONNECTS_PER_SECOND: '1' } })
    await expect
      .poll(async () => {
        await rawClient(`${own.wsUrl}/sync/nobody-made-this/board`)
        return (await readings(own)).get('drillboard_refusals_total{reason="too-many"}')
      })
      .toBeGreaterThan(0)
    await own.stop()
  })

  it('trouble, which has a reading of its own as long as it lasts', async () => {
    const own = await startServer()
    const { room, tokens } = await createRoom(own.url)
    const writer = await rawClient(`${own.wsUrl}/sync/${room}/board?token=${tokens.owner}`)
    limitFiles(own.pid(), (await stat(join(own.dataDir, 'drillboard.sqlite-wal'))).size)
    writer.edit((doc) => doc.getMap('x').set('k', 'x'.repeat(50_000)))
    await writer.closed
    const amid = await readings(own)
    expect(amid.get('drillboard_refusals_total{reason="trouble"}')).toBe(1)
    expect(amid.get('drillboard_storage_trouble')).toBe(1)
    limitFiles(own.pid(), null)
    await expect.poll(async () => (await readings(own)).get('drillboard_storage_trouble')).toBe(0)
    await own.stop()
  })
})

it('has no more series, whoever comes, and no room, token, person or address in them', async () => {
  const made = await createRoom(server.url, { title: 'Feed of Ada' })
  const visit = async (more: string) => {
    const client = await enter(made, 'editor', 'board', more)
    client.edit((doc) => doc.getMap('x').set('k', more))
    await until(() => client.acked() === 1)
    client.leave()
    await client.closed
  }
  await visit('&person=ada')
  const before = [...(await readings(server)).keys()].filter((name) => name.startsWith('drillboard_'))
  for (const person of ['bob', 'cy', 'dan']) await visit(`&person=${person}`)
  await createRoom(server.url)
  const response = await fetch(`${server.url}/metrics`)
  const text = await response.text()
  const after = [...(await readings(server)).keys()].filter((name) => name.startsWith('drillboard_'))
  expect(after).toEqual(before)
  for (const secret of [made.room, ...Object.values(made.tokens), '127.0.0.1', 'ada', 'Ada'])
    expect(text).not.toContain(secret)
})

describe('they are read', () => {
  const read = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    new Promise<readonly [status: number | undefined, text: string]>((resolve, reject) => {
      request(`${url}/metrics`, { method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve([response.statusCode, text]))
      })
        .on('error', reject)
        .end()
    })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a proxy on this machine passes on', { 'x-forwarded-for': '203.0.113.9' }],
    ['another kind of proxy passes on', { forwarded: 'for=203.0.113.9' }],
    ['asks for another name than this machine’s', { host: 'board.example.org' }],
    ['asks for a name that only begins like it', { host: 'localhost.example.org' }],
  ])('by no request that %s', async (_, headers) => {
    expect(await read(server.url, headers)).toEqual([403, expect.stringContaining('METRICS_TOKEN')])
  })

  it('under each name of this machine', async () => {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'LOCALHOST'])
      expect([host, (await read(server.url, { host }))[0]]).toEqual([host, 200])
  })

  it('and not changed: other methods and paths have nothing of them', async () => {
    const before = await readings(server)
    for (const method of ['POST', 'DELETE', 'PUT']) expect((await read(server.url, {}, method))[0]).toBe(404)
    for (const path of ['/metrics/', '/metrics/reset', '/api/metrics'])
      expect(await (await fetch(server.url + path)).text()).not.toContain('drillboard_updates')
    const name = 'drillboard_updates_committed_total'
    expect((await readings(server)).get(name)).toBe(before.get(name))
  })

  it.each<Readonly<Record<string, string>>>([
    { PUBLIC_URL: 'https://board.example.org' },
    { TRUST_PROXY: '127.0.0.1' },
  ])('by nobody without a token where a proxy is set: %j', async (env) => {
    const own = await startServer({ env })
    expect((await read(own.url))[0]).toBe(403)
    await own.stop()
  })

  it('from anywhere with the token that is set, and by no other', async () => {
    const token = 'tell-me-all-of-it-0'
    const own = await startServer({ env: { METRICS_TOKEN: token, PUBLIC_URL: 'https://board.example.org' } })
    const made = await createRoom(own.url)
    const [authorization, elsewhere] = [`Bearer ${token}`, { 'x-forwarded-for': '203.0.113.9' }]
    expect(await read(own.url, { authorization, ...elsewhere })).toEqual([
      200,
      expect.stringContaining('drillboard_rooms 1\n'),
    ])
    const wrong = [undefined, token, 'Bearer ', `Bearer ${token}0`, `Bearer ${made.tokens.owner}`]
    for (const text of wrong) {
      const [status, answer] = await read(own.url, text === undefined ? {} : { authorization: text })
      expect([text, status]).toEqual([text, 401])
      expect(answer).not.toContain('drillboard_')
    }
    await own.stop()
  })
})
