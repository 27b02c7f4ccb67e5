import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readSettings } from '../../server/config.ts'
import { SERVER_AUTHOR } from '../../server/log/log.ts'
import { createLog } from '../../server/logging.ts'
import { serve } from '../../server/serve.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { fromLeaves, type PlainObject, toLeaves } from '../../src/document/leaves.ts'
import { META, RECORDS } from '../../src/document/names.ts'
import { schemaTag } from '../../src/document/schemaAge.ts'
import { laterSchema, UNMIGRATABLE } from '../helpers/laterSchema.ts'
import { change, entriesOf } from '../helpers/logByHand.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

const afterwards: (() => unknown)[] = []
afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end()
})

/** This server as it would be with the schema of a later version, on a folder that earlier ones have used. */
async function laterServer(dataDir: string) {
  const reported: string[] = []
  const env = { DATA_DIR: dataDir, PORT: '0', ROOM_IDLE_MS: '0', CONNECTS_PER_SECOND: '1000' }
  const running = await serve(
    readSettings(env),
    createLog('warn', { write: (line) => reported.push(line) }),
    laterSchema,
  )
  return { ...running, reported, wsUrl: running.url.replace(/^http/, 'ws') }
}

async function emptyFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'drillboard-'))
  afterwards.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** A room that a server of today has made; the server has stopped. */
async function roomOfToday(body: object = {}) {
  const { dataDir, rooms } = await roomsOfToday([body])
  const [made] = rooms
  if (!made) throw new Error('No room was made.')
  return { dataDir, made }
}

async function roomsOfToday(bodies: readonly object[]) {
  const dataDir = await emptyFolder()
  const running = await serve(
    readSettings({ DATA_DIR: dataDir, PORT: '0' }),
    createLog('silent', { write() {} }),
  )
  const rooms = await Promise.all(bodies.map((body) => createRoom(running.url, body)))
  await running.stop()
  return { dataDir, rooms }
}

function putComponent(doc: Y.Doc, id: string, label: string) {
  const record = {
    typeName: 'shape',
    type: 'component',
    ...{ x: 0, y: 0, rotation: 0, index: 'a1', parentId: 'page:page', isLocked: false, opacity: 1 },
    props: { w: 100, h: 50, kind: 'cache', label, zone: null, values: {} },
    meta: {},
  }
  doc.getMap(RECORDS).set(`shape:${id}`, new Y.Map(toLeaves(record)))
}

/** The record's `props` as somebody reads them who joins with a plain client. */
async function propsOf(wsUrl: string, { room, tokens }: NewRoom, id: string): Promise<unknown> {
  const client = joinDoc(wsUrl, `${room}/board`, tokens.observer ?? '')
  await client.synced
  client.leave()
  const leaves = client.doc.getMap<Y.Map<unknown>>(RECORDS).get(`shape:${id}`)
  return fromLeaves(`shape:${id}`, leaves?.entries() ?? []).props
}

const schemaIn = (doc: Y.Doc) => doc.getMap(META).get('schema')
const syncUrl = (wsUrl: string, { room, tokens }: NewRoom, more = '') =>
  `${wsUrl}/sync/${room}/board?token=${tokens.editor}${more}`

it('migrates an older room when it is loaded, once, and reports the records that stay', async () => {
  const { dataDir, made } = await roomOfToday()
  const place = `${made.room}/board`
  const count = await change(dataDir, place, (doc) => {
    putComponent(doc, 'a', 'Users')
    putComponent(doc, 'stuck', UNMIGRATABLE)
  })

  for (let start = 1; start <= 2; start++) {
    const server = await laterServer(dataDir)
    expect(await propsOf(server.wsUrl, made, 'a')).toMatchObject({ names: { main: { text: 'Users' } } })
    expect(await propsOf(server.wsUrl, made, 'a')).not.toHaveProperty('label')
    expect(await propsOf(server.wsUrl, made, 'stuck')).toMatchObject({ label: UNMIGRATABLE })
    expect(server.reported).toEqual(
      start === 1 ? [expect.stringContaining(`"doc":"${place}","count":1,"first":["shape:stuck"]`)] : [],
    )
    await server.stop()
    const entries = await entriesOf(dataDir, place)
    expect(entries).toHaveLength(count + 1)
    expect(entries.at(-1)?.author).toEqual(SERVER_AUTHOR)
  }
})

it('shows nobody the older form: whoever joins first gets the board migrated, in one answer', async () => {
  const { dataDir, made } = await roomOfToday()
  await change(dataDir, `${made.room}/board`, (doc) => putComponent(doc, 'a', 'Users'))
  const server = await laterServer(dataDir)
  afterwards.push(server.stop)
  const clients = await Promise.all([1, 2, 3].map(() => rawClient(syncUrl(server.wsUrl, made))))
  for (const client of clients) client.ask()
  await until(() => clients.every((client) => client.hasAnswer()))
  for (const { doc, types, leave } of clients) {
    expect(schemaIn(doc)).toEqual(laterSchema.serialize())
    expect(types.filter((type) => type === 0)).toHaveLength(2)
    leave()
  }
  expect(
    (await callApi(server.url, 'GET', `/api/rooms/${made.room}`, undefined, made.tokens.owner)).status,
  ).toBe(200)
})

it('leaves the other documents of a room alone, whatever they hold', async () => {
  const { dataDir, made } = await roomOfToday({ mode: 'interview' })
  for (const doc of ['run', 'interviewer']) {
    await change(dataDir, `${made.room}/${doc}`, (other) => {
      putComponent(other, 'a', 'Users')
      other.getMap(META).set('schema', boardSchema.serialize())
    })
  }
  const server = await laterServer(dataDir)
  for (const doc of ['run', 'interviewer']) {
    const client = joinDoc(server.wsUrl, `${made.room}/${doc}`, made.tokens.owner ?? '')
    await client.synced
    expect(schemaIn(client.doc)).toEqual(boardSchema.serialize())
    client.leave()
  }
  await server.stop()
  for (const doc of ['run', 'interviewer'])
    expect(await entriesOf(dataDir, `${made.room}/${doc}`)).toHaveLength(1)
})

it('takes part in a room for which it is too old itself, and changes nothing there', async () => {
  const { dataDir, made } = await roomOfToday()
  const newer = { ...laterSchema.serialize().sequences, 'com.tldraw.shape.of-tomorrow': 0 }
  await change(dataDir, `${made.room}/board`, (doc) => {
    putComponent(doc, 'a', 'Users')
    doc.getMap(META).set('schema', { schemaVersion: 2, sequences: newer })
  })
  const server = await laterServer(dataDir)
  const knows = schemaTag({ schemaVersion: 2, sequences: newer })
  const client = await rawClient(syncUrl(server.wsUrl, made, `&schema=${knows}`))
  client.ask()
  await until(client.hasAnswer)
  const old = await rawClient(syncUrl(server.wsUrl, made, `&schema=${schemaTag(laterSchema.serialize())}`))
  expect((await old.closed).code).toBe(4409)
  client.leave()
  await server.stop()
  expect(await entriesOf(dataDir, `${made.room}/board`)).toHaveLength(2)
  expect(server.reported).toEqual([])
})

it('leaves a room alone whose schema no way leads from, says so, and serves it', async () => {
  const { dataDir, made } = await roomOfToday()
  const sequences = { ...boardSchema.serialize().sequences, 'com.tldraw.store': 1 }
  await change(dataDir, `${made.room}/board`, (doc) => {
    putComponent(doc, 'a', 'Users')
    doc.getMap(META).set('schema', { schemaVersion: 2, sequences })
  })
  const server = await laterServer(dataDir)
  afterwards.push(server.stop)
  expect(await propsOf(server.wsUrl, made, 'a')).toMatchObject({ label: 'Users' })
  expect(server.reported).toEqual([
    expect.stringMatching(`"doc":"${made.room}/board".*"board stays in its older form"`),
  ])
})

it('refuses with 4409 who knows less than the room, on the board and nowhere else', async () => {
  const { dataDir, made } = await roomOfToday()
  const server = await laterServer(dataDir)
  afterwards.push(server.stop)
  const tag = (schema: typeof boardSchema) => schemaTag(schema.serialize())
  const old = await rawClient(syncUrl(server.wsUrl, made, `&schema=${tag(boardSchema)}`))
  expect(await old.closed).toEqual({ code: 4409, reason: 'This page is older than the board. Reload it.' })

  const others = [
    syncUrl(server.wsUrl, made, `&schema=${tag(laterSchema as unknown as typeof boardSchema)}`),
    syncUrl(server.wsUrl, made),
    `${server.wsUrl}/sync/${made.room}/run?token=${made.tokens.editor}&schema=${tag(boardSchema)}`,
  ]
  for (const url of others) {
    const client = await rawClient(url)
    client.ask()
    await until(client.hasAnswer)
    client.leave()
  }
})

it.each(['', 'nonsense', 'a-1~', '%FF'])('refuses with 4400 who says %j for a schema', async (junk) => {
  const { dataDir, made } = await roomOfToday()
  const server = await laterServer(dataDir)
  afterwards.push(server.stop)
  const client = await rawClient(syncUrl(server.wsUrl, made, `&schema=${junk}`))
  expect((await client.closed).code).toBe(4400)
})

it('lets everybody into a room whose schema cannot be read', async () => {
  const { dataDir, made } = await roomOfToday()
  await change(dataDir, `${made.room}/board`, (doc) => doc.getMap(META).set('schema', 'nonsense'))
  const server = await laterServer(dataDir)
  afterwards.push(server.stop)
  const client = await rawClient(syncUrl(server.wsUrl, made, '&schema=a-0'))
  client.ask()
  await until(client.hasAnswer)
  client.leave()
})

it('has migrated a room wholly or not at all when it is killed amid migrations, and each room once', async () => {
  const { dataDir, rooms } = await roomsOfToday(Array(12).fill({}))
  const texts = 300
  for (const { room } of rooms) await change(dataDir, `${room}/board`, (doc) => growOlder(doc, texts))

  const server = await startServer({ env: { DATA_DIR: dataDir } })
  afterwards.push(server.stop)
  const joined = rooms.map((made) => joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.editor ?? ''))
  await Promise.race(joined.map(({ synced }) => synced))
  await server.kill()
  const isSeen = joined.map(({ doc }) => schemaIn(doc) !== undefined)
  expect(isSeen).toContain(true)
  const entries = await Promise.all(rooms.map(({ room }) => entriesOf(dataDir, `${room}/board`)))
  for (const [n, { doc }] of joined.entries()) {
    if (isSeen[n]) expect([olderTexts(doc), entries[n]?.length]).toEqual([0, 3])
    else expect([2, 3]).toContain(entries[n]?.length)
  }
  for (const { provider, leave } of joined) {
    provider.disconnect()
    leave()
  }

  await server.restart()
  for (const { room, tokens } of rooms) {
    const later = joinDoc(server.wsUrl, `${room}/board`, tokens.observer ?? '')
    await later.synced
    expect([later.doc.getMap(RECORDS).size > texts, olderTexts(later.doc)]).toEqual([true, 0])
    later.leave()
  }
  await server.kill()
  for (const { room } of rooms) expect(await entriesOf(dataDir, `${room}/board`)).toHaveLength(3)
}, 60_000)

/** Puts texts on the board as tldraw kept them before rich text. */
function growOlder(doc: Y.Doc, count: number) {
  const { sequences } = boardSchema.serialize()
  doc
    .getMap(META)
    .set('schema', { schemaVersion: 2, sequences: { ...sequences, 'com.tldraw.shape.text': 2 } })
  const shape = { typeName: 'shape', type: 'text', rotation: 0, index: 'a1', isLocked: false, opacity: 1 }
  const props = {
    color: 'black',
    size: 'm',
    w: 100,
    font: 'draw',
    textAlign: 'start',
    autoSize: true,
    scale: 1,
  }
  for (let n = 0; n < count; n++) {
    const record: PlainObject = {
      ...shape,
      ...{ x: n, y: n, parentId: 'page:page', meta: {} },
      props: { ...props, text: `Text ${n}` },
    }
    doc.getMap(RECORDS).set(`shape:t${n}`, new Y.Map(toLeaves(record)))
  }
}

function olderTexts(doc: Y.Doc): number {
  const records = [...doc.getMap<Y.Map<unknown>>(RECORDS).values()]
  return records.filter(
    (leaves) => leaves.has('props.text') || (leaves.get('type') === 'text' && !leaves.has('props.richText')),
  ).length
}
