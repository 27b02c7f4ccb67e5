import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createEvents } from '../../server/events.ts'
import { createLog } from '../../server/logging.ts'
import type { Metrics } from '../../server/metrics.ts'
import { limitFiles } from '../helpers/fileLimit.ts'
import { presence, rawClient } from '../helpers/rawClient.ts'
import { type StartOptions, startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

const running = new Set<TestServer>()
afterEach(async () => {
  for (const server of running) await server.stop()
  running.clear()
})

async function start(options?: StartOptions) {
  const server = await startServer(options)
  running.add(server)
  return server
}

interface Line {
  readonly level: string
  readonly time: string
  readonly msg: string
  readonly more?: number
  readonly [field: string]: unknown
}

/** Every line of the log. @throws where one is no JSON object */
const linesOf = (server: TestServer) => server.log().map((line) => JSON.parse(line) as Line)
const events = (server: TestServer) => linesOf(server).map(({ msg }) => msg)

/** A line once it is there. */
async function lineOf(server: TestServer, msg: string): Promise<Line> {
  await until(() => events(server).includes(msg))
  return linesOf(server).find((line) => line.msg === msg) as Line
}

it('is one JSON object a line: when, how grave, what; from the start to the stop', async () => {
  const server = await start()
  expect(await server.stop()).toBe(0)
  const lines = linesOf(server)
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    ['info', 'started'],
    ['info', 'stopped'],
  ])
  expect(lines[0]).toMatchObject({ port: Number(new URL(server.url).port), dataDir: server.dataDir })
  for (const { time } of lines) expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(600_000)
})

it('says at debug who comes and goes, by role, document and connection, and which room is in memory', async () => {
  const server = await start({ env: { LOG_LEVEL: 'debug', ROOM_IDLE_MS: '0', SNAPSHOT_EVERY_ROWS: '1' } })
  const { room, tokens } = await createRoom(server.url)
  const client = await rawClient(`${server.wsUrl}/sync/${room}/board?token=${tokens.editor}`)
  const joined = await lineOf(server, 'joined')
  expect(joined).toMatchObject({ level: 'debug', role: 'editor', document: 'board', address: '127.0.0.1' })
  client.leave()
  expect(await lineOf(server, 'left')).toMatchObject({ id: joined.id })
  for (const msg of ['room loaded', 'room forgotten', 'snapshot made'])
    expect(await lineOf(server, msg)).toMatchObject({ level: 'debug', doc: `${room}/board` })
})

it('says without debug no address, and of no room that is well which it is', async () => {
  const server = await start()
  const { room, tokens } = await createRoom(server.url)
  const client = await rawClient(`${server.wsUrl}/sync/${room}/board?token=${tokens.editor}`)
  client.send(Uint8Array.of(77))
  await client.closed
  await rawClient(`${server.wsUrl}/sync/${room}/board?token=x`)
  await callApi(server.url, 'GET', `/api/rooms/${room}`)
  await lineOf(server, 'refused: malformed')
  expect(await lineOf(server, 'refused: no-access')).toMatchObject({
    level: 'info',
    why: 'This link does not open this board. Ask for a new one.',
  })
  await lineOf(server, 'request refused: 401')
  const text = server.log().join('\n')
  for (const hidden of [room, '127.0.0.1', '"debug"']) expect(text).not.toContain(hidden)
})

const WORD = 'Quetzalcoatlus'
const METRICS_TOKEN = 'metrics-for-nobody-else'

/** All that a session passes through the server: what is drawn, said, asked for, refused, and goes wrong. */
async function wholeSession(server: TestServer, made: NewRoom) {
  const { room, tokens } = made
  const place = `${server.wsUrl}/sync/${room}/board`
  const byQuery = await rawClient(`${place}?acks=1&token=${tokens.owner}&person=${WORD}-id`)
  const byProtocol = await rawClient(place, ['drillboard', tokens.candidate ?? ''])
  const friend = joinDoc(server.wsUrl, `${room}/board`, tokens.interviewer ?? '')
  await friend.synced
  byQuery.edit((doc) => doc.getMap('records').set('shape:a', { props: { label: `${WORD} label` } }))
  await until(() => byQuery.acked() === 1 && friend.doc.getMap('records').size > 0)
  byProtocol.send(presence([5, 1, JSON.stringify({ user: { name: `${WORD} name` } })]))
  await until(() => friend.provider.awareness.getStates().has(5))

  const api = (method: string, path: string, body?: unknown, token = tokens.owner) =>
    callApi(server.url, method, `/api/rooms${path}`, body, token)
  const person = { id: `${WORD}-id`, name: `${WORD} name` }
  const started = await api('POST', `/${room}/events`, { type: 'start', person })
  const read = await api('GET', `/${room}`)
  const handed = await api('POST', `/${room}/links/observer`, {})
  expect([started.status, read.status, handed.status]).toEqual([200, 200, 200])
  const { tokens: newTokens } = handed.body as NewRoom

  // What is refused, with all of it in places where a server might repeat it.
  const bad = `${WORD}.forged.token`
  const refused = await Promise.all([
    api('GET', `/${room}?token=${tokens.owner}`, undefined, bad),
    api('POST', '', { mode: WORD }),
    api('POST', `/${room}/events`, { type: WORD, person }),
    api('POST', `/${room}/${WORD}?token=${tokens.owner}`),
    callApi(server.url, 'POST', `/api/${WORD}?token=${tokens.owner}`),
    fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${bad}` } }),
    fetch(`${server.url}/api/rooms`, { method: 'POST', body: `{"title": ${WORD}` }),
  ])
  expect(refused.map(({ status }) => status)).toEqual([401, 400, 400, 404, 404, 401, 400])
  for (const url of [
    `${place}?token=${bad}`,
    `${place}?token=${tokens.owner}&schema=${WORD}`,
    `${server.wsUrl}/sync/${WORD}/board?token=${tokens.owner}`,
    `${server.wsUrl}/sync/${WORD.toLowerCase()}/board?token=${tokens.owner}`,
    `${server.wsUrl}/${WORD}?token=${tokens.owner}`,
    `${server.wsUrl}//?token=${tokens.owner}`,
  ])
    await (await rawClient(url)).closed
  await (await rawClient(place, ['drillboard', bad])).closed
  await new Promise((done) =>
    new WebSocket(`${place}?token=${tokens.owner}`, { origin: `http://${WORD}.example` }).on('error', done),
  )
  for (const frame of [Buffer.from(`M ${WORD}`), Buffer.from(`\0\x02\x04${WORD}`)]) {
    const client = await rawClient(`${place}?token=${tokens.owner}`)
    client.send(frame)
    await client.closed
  }
  const talker = await rawClient(`${place}?token=${tokens.owner}`)
  talker.send(presence([9, 1, `{"name": ${WORD}`]))
  await talker.closed

  // What goes wrong: nothing can be kept.
  limitFiles(server.pid(), (await stat(join(server.dataDir, 'drillboard.sqlite-wal'))).size)
  byQuery.edit((doc) => doc.getMap('records').set('shape:b', `${WORD} lost `.repeat(5_000)))
  await byQuery.closed
  await api('POST', `/${room}/events`, { type: 'note', text: `${WORD} note`.repeat(500), person })
  limitFiles(server.pid(), null)
  await lineOf(server, 'edits are kept again')
  friend.leave()
  byProtocol.leave()
  return Object.values(newTokens)
}

it('holds no token, secret, text, name or title of a whole session, at debug either', async () => {
  const server = await start({ env: { LOG_LEVEL: 'debug', METRICS_TOKEN, ROOM_IDLE_MS: '0' } })
  const made = await createRoom(server.url, { mode: 'interview', title: `${WORD} title` })
  const newTokens = await wholeSession(server, made)
  const secret = await readFile(join(server.dataDir, 'secret'), 'utf8')
  await server.stop()

  const said = new Set(events(server))
  for (const msg of ['joined', 'left', 'room loaded', 'failed', 'edits cannot be kept', 'stopped'])
    expect(said).toContain(msg)
  for (const reason of ['malformed', 'no-access', 'no-room', 'trouble'])
    expect(said).toContain(`refused: ${reason}`)
  for (const status of [400, 401, 403, 404]) expect(said).toContain(`request refused: ${status}`)
  expect(linesOf(server).find(({ msg }) => msg === 'failed')).toMatchObject({
    level: 'error',
    code: expect.stringMatching(/^SQLITE_/),
    error: expect.stringMatching(/\n {4}at /),
  })

  const text = [server.output(), ...server.log()].join('\n')
  const tokens = [...Object.values(made.tokens), ...newTokens]
  // A part of a token is one too many; the head is the same in all, and in tokens of any program.
  const parts = tokens.flatMap((token) => token.split('.').slice(1))
  expect(parts.length).toBeGreaterThanOrEqual(10)
  for (const hidden of [...parts, secret.trim(), METRICS_TOKEN, WORD, WORD.toLowerCase(), 'token=', 'eyJ'])
    expect(text).not.toContain(hidden)
})

it('writes of an error its code and stack and those of its cause, not what else hangs on it', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  const cause = Object.assign(new Error('inner'), { input: WORD })
  const error = Object.assign(new Error('outer', { cause }), {
    code: 'E_CODE',
    input: `http://x/?token=${WORD}`,
  })
  createEvents({} as Metrics, log).failed(error, 'a/board')
  const line = JSON.parse(lines[0] ?? '')
  expect(line).toMatchObject({ level: 'error', msg: 'failed', doc: 'a/board', code: 'E_CODE' })
  expect(line.error).toMatch(/^Error: outer\n {4}at [\s\S]*\ncaused by Error: inner\n {4}at /)
  expect(lines.join()).not.toContain(WORD)
})

it('writes what is as grave as LOG_LEVEL or graver, and nothing at silent', () => {
  const written = (['debug', 'info', 'warn', 'error', 'silent'] as const).map((level) => {
    const lines: string[] = []
    const log = createLog(level, { write: (line) => lines.push(line) })
    log.debug('a')
    log.info('b', {}, { address: 'there' })
    log.warn('c')
    log.error('d')
    return lines.map((line) => JSON.parse(line).msg + (line.includes('there') ? '!' : '')).join('')
  })
  expect(written).toEqual(['ab!cd', 'bcd', 'cd', 'd', ''])
})

const [CONNECTS, REQUESTS] = [2_000, 10_000]

it('takes a flood of refused connects and requests in few lines, none of which goes uncounted', async () => {
  const server = await start({ env: { CONNECTS_PER_SECOND: '100000', METRICS_TOKEN } })
  const began = performance.now()
  const wanted = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13'
  const key = `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`
  await inParallel(CONNECTS, 20, () =>
    exchange(server, `GET /sync/nobody/board HTTP/1.1\r\nHost: x\r\n${wanted}\r\n${key}\r\n\r\n`, 1),
  )
  await exchange(server, 'GET /api/rooms/nobody HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(REQUESTS), REQUESTS)
  const windows = Math.ceil((performance.now() - began) / 10_000) + 1
  const metrics = await fetch(`${server.url}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  })
  const counts = await metrics.text()
  await server.stop()

  expect(counts).toContain(`drillboard_refusals_total{reason="no-room"} ${CONNECTS}\n`)
  expect(counts).toContain(`drillboard_requests_refused_total{status="404"} ${REQUESTS}\n`)
  for (const [msg, total] of [
    ['refused: no-room', CONNECTS],
    ['request refused: 404', REQUESTS],
  ] as const) {
    const lines = linesOf(server).filter((line) => line.msg.startsWith(msg))
    expect(lines.length).toBeLessThanOrEqual(11 * windows)
    const kept = lines.filter(({ more }) => more === undefined)
    expect(kept.length).toBeGreaterThanOrEqual(10)
    expect(kept.length + lines.reduce((sum, { more = 0 }) => sum + more, 0)).toBe(total)
    expect(lines.at(-1)?.msg).toMatch(/: and \d+ more$/)
  }
}, 120_000)

/** Does it so many times, some at once. */
async function inParallel(times: number, atOnce: number, act: () => Promise<unknown>) {
  let left = times
  const work = async () => {
    while (left-- > 0) await act()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/** Sends it over a socket of its own and waits for so many refusals. */
function exchange({ url }: TestServer, text: string, refusals: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let got = 0
    let rest = ''
    socket.setEncoding('latin1').on('data', (chunk) => {
      const parts = (rest + chunk).split('No board at this address.')
      rest = parts.pop() ?? ''
      got += parts.length
      if (got < refusals) return
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
}

it('holds back nothing of a kind that is rare while another floods, nor what comes later', async () => {
  const server = await start()
  const { room } = await createRoom(server.url)
  await inParallel(40, 10, () => callApi(server.url, 'GET', '/api/rooms/nobody'))
  await callApi(server.url, 'GET', `/api/rooms/${room}`)
  await lineOf(server, 'request refused: 401')
  const held = await lineOf(server, 'request refused: 404: and 30 more')
  expect(held.more).toBe(30)
  await callApi(server.url, 'GET', '/api/rooms/nobody')
  await until(() => events(server).filter((msg) => msg === 'request refused: 404').length === 11)
})

it('is no reason to end where it cannot be written', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'drillboard-'))
  const child = spawn('sh', ['-c', 'exec "$0" --import tsx server/main.ts 2>/dev/full', process.execPath], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (text) => resolve(/running: (\S+)/.exec(String(text))?.[1] ?? ''))
  })
  for (let n = 0; n < 3; n++) await callApi(url, 'GET', '/api/rooms/nobody')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await rm(dataDir, { recursive: true })
})

it('says of an error that ends the server what it was', async () => {
  const broken = "process.once('SIGUSR2', () => { throw new Error('a fault in the code') })"
  const server = await start({
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}` },
  })
  process.kill(server.pid(), 'SIGUSR2')
  expect(await lineOf(server, 'ended by an error')).toMatchObject({
    level: 'error',
    error: expect.stringMatching(/^Error: a fault in the code\n {4}at /),
  })
})
