import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { damage } from '../helpers/damage.ts'
import { limitFiles } from '../helpers/fileLimit.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { type StartOptions, startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

const running = new Set<TestServer>()
const folders = new Set<string>()
afterEach(async () => {
  for (const server of running) await server.stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  running.clear()
  folders.clear()
})

async function start(options?: StartOptions) {
  const server = await startServer(options)
  running.add(server)
  return server
}

async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'drillboard-trouble-'))
  folders.add(made)
  return made
}

const enter = (server: TestServer, { room, tokens }: NewRoom, role = 'editor') =>
  rawClient(`${server.wsUrl}/sync/${room}/board?acks=1&token=${tokens[role]}`)

const health = (server: TestServer) => callApi(server.url, 'GET', '/healthz')

describe('a disk that takes nothing more', () => {
  it('is said to clients and in /healthz; nothing is acknowledged or shown meanwhile; nothing is lost when it passes', async () => {
    const server = await start()
    const made = await createRoom(server.url)
    const [writer, reader] = [await enter(server, made), await enter(server, made, 'observer')]
    writer.edit((doc) => doc.getMap('x').set('kept', 1))
    await until(() => writer.acked() === 1 && reader.doc.getMap('x').has('kept'))

    limitFiles(server.pid(), (await stat(join(server.dataDir, 'drillboard.sqlite-wal'))).size)
    writer.edit((doc) => doc.getMap('x').set('not kept', 'x'.repeat(50_000)))
    const reason = 'Not saved: the server’s disk cannot be written.'
    expect(await writer.closed).toEqual({ code: 4500, reason })
    expect(await reader.closed).toEqual({ code: 4500, reason })
    expect([writer.acked(), reader.doc.getMap('x').has('not kept')]).toEqual([1, false])
    expect(await health(server)).toMatchObject({ status: 503, body: { status: 'failing', reason } })
    expect(await (await enter(server, made)).closed).toEqual({ code: 4500, reason })
    expect(await callApi(server.url, 'POST', '/api/rooms', {})).toMatchObject({
      status: 503,
      body: { error: reason },
    })

    limitFiles(server.pid(), null)
    await expect.poll(async () => (await health(server)).status).toBe(200)
    const again = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.editor ?? '', writer.doc)
    await again.synced
    const later = await enter(server, made, 'observer')
    later.ask()
    await until(() => later.doc.getMap('x').has('not kept'))
    expect(later.doc.getMap('x').get('kept')).toBe(1)
    again.leave()
    later.leave()
  })

  it('is noticed by /healthz although nobody draws', async () => {
    const server = await start()
    expect((await health(server)).status).toBe(200)
    limitFiles(server.pid(), 0)
    await expect.poll(async () => (await health(server)).status).toBe(503)
    limitFiles(server.pid(), null)
    await expect.poll(async () => (await health(server)).status).toBe(200)
  })
})

describe('the data file', () => {
  it('that another program holds for long is said, and used again when it is let go', async () => {
    const server = await start()
    const made = await createRoom(server.url)
    const writer = await enter(server, made)
    const other = new Database(join(server.dataDir, 'drillboard.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    writer.edit((doc) => doc.getMap('x').set('a', 1))
    expect(await writer.closed).toEqual({
      code: 4500,
      reason: 'Not saved: another program holds the server’s data file.',
    })
    other.exec('ROLLBACK')
    other.close()
    await expect.poll(async () => (await health(server)).status).toBe(200)
    const again = joinDoc(server.wsUrl, `${made.room}/board`, made.tokens.editor ?? '', writer.doc)
    await again.synced
    again.leave()
  })

  it('that is no database, or cut off, stops the start and says what to do; nothing in the folder is changed', async () => {
    const dataDir = await folder()
    const file = join(dataDir, 'drillboard.sqlite')
    await writeFile(file, 'this is a letter, no database '.repeat(300))
    await expect(startServer({ dataDir })).rejects.toThrow(/DATA_DIR=.*damaged drillboard\.sqlite.*backup/s)
    expect((await stat(file)).size).toBe(9_000)
    expect((await readdir(dataDir)).filter((name) => name.startsWith('drillboard'))).toEqual([
      'drillboard.sqlite',
    ])
  })

  it('with a damaged page shuts the boards on it, never stores an empty one over them, and leaves the others alone', async () => {
    const server = await start({ env: { ROOM_IDLE_MS: '0' } })
    const [hurt, well] = [await createRoom(server.url), await createRoom(server.url)]
    const writer = await enter(server, hurt)
    for (let n = 0; n < 40; n++) writer.edit((doc) => doc.getMap('x').set(`k${n}`, 'hurt'.repeat(3_000)))
    await until(() => writer.acked() === 40)
    writer.leave()
    await server.restart()
    await server.kill()
    await damage(join(server.dataDir, 'drillboard.sqlite'), 'hurthurt')
    await server.restart()

    const client = await enter(server, hurt)
    expect(await client.closed).toEqual({
      code: 4500,
      reason: 'The server’s data of this board are damaged. Ask whoever runs it.',
    })
    expect(await health(server)).toMatchObject({
      status: 503,
      body: { reason: expect.stringContaining('backup') },
    })
    const other = await enter(server, well)
    other.edit((doc) => doc.getMap('x').set('a', 1))
    await until(() => other.acked() === 1)
    other.leave()
    const { n } = new Database(join(server.dataDir, 'drillboard.sqlite'))
      .prepare(
        `SELECT count(*) n FROM entries JOIN docs ON docs.id = entries.doc WHERE name = '${hurt.room}/board'`,
      )
      .get() as { n: number }
    expect(n).toBe(41)
  })
})

describe('a data folder', () => {
  it('that this user cannot write stops the start with a sentence', async () => {
    const dataDir = await folder()
    await chmod(dataDir, 0o555)
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    await expect(startServer({ dataDir, ...uid })).rejects.toThrow(/DATA_DIR=.*cannot be written/)
  })
})
