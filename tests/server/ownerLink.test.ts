import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRooms } from '../../server/commands/listRooms.ts'
import { replaceOwnerLink } from '../../server/commands/replaceOwnerLink.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { type Ran, runScript } from '../helpers/runScript.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { steadyWriter } from '../helpers/steadyWriter.ts'
import { callApi, createRoom, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const REPLACED = 'This link was replaced or taken back. Ask for a new one.'
const NO_LINK = 'This link does not open this board. Ask for a new one.'

const run = (...args: readonly string[]): Promise<Ran> =>
  runScript('owner-link', args, { env: { DATA_DIR: server.dataDir, PUBLIC_URL: 'https://b.example' } })

const boardUrl = ({ room }: NewRoom, token = '') => `${server.wsUrl}/sync/${room}/board?acks=1&token=${token}`

const tokenIn = (link: string) => link.slice(link.indexOf('#') + 1)

/** What the room's API says to whoever holds this token. */
const asks = ({ room }: NewRoom, token = '') =>
  callApi(server.url, 'GET', `/api/rooms/${room}`, undefined, token)

describe('a new owner link', () => {
  it('opens the board of a running server; whoever came by the old one is out, the others go on', async () => {
    const made = await createRoom(server.url)
    const owner = await rawClient(boardUrl(made, made.tokens.owner))
    const editor = await rawClient(boardUrl(made, made.tokens.editor))
    const { code, out, err } = await run(made.links.owner ?? '')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [link = '', words, end] = out.split('\n')
    expect(link).toMatch(new RegExp(`^https://b\\.example/board/${made.room}#[\\w.-]+$`))
    expect([words, end]).toEqual([
      'Whoever has the owner’s link from before is out: it opens the board no more.',
      '',
    ])

    expect(await owner.closed).toEqual({ code: 4401, reason: REPLACED })
    expect(await asks(made, tokenIn(link))).toMatchObject({ status: 200, body: { role: 'owner' } })
    expect(await asks(made, made.tokens.owner)).toMatchObject({ status: 401, body: { error: REPLACED } })
    expect(editor.socket.readyState).toBe(editor.socket.OPEN)
    editor.leave()
  })

  it('is made while the server is stopped, too, and by any form of the address', async () => {
    const made = await createRoom(server.url)
    await server.kill()
    const forms = [
      made.room,
      `board.example/board/${made.room}`,
      `http://x:1/board/${made.room}/?a#b/c`,
      `/debrief/${made.room}`,
    ]
    const links: string[] = []
    for (const form of forms) links.push(await replaceOwnerLink(server.dataDir, form))
    await server.restart()
    const answers = await Promise.all(links.map((link) => asks(made, tokenIn(link))))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 200])
  })

  it('costs those who draw no edit and no connection', async () => {
    const made = await createRoom(server.url)
    const writer = await steadyWriter(boardUrl(made, made.tokens.editor), 'a')
    await until(() => writer.acked() > 0)
    const before = writer.written()
    for (let n = 0; n < 40; n++) {
      await replaceOwnerLink(server.dataDir, made.room)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(writer.written()).toBeGreaterThan(before)
    await writer.finish()
    expect((await writer.closed).code).toBe(1005)
  })

  it('is refused in a sentence where there is no such board, and no other is named', async () => {
    const made = await createRoom(server.url)
    expect(await run('not-here')).toEqual({
      code: 1,
      out: '',
      err: 'No board “not-here” is kept here. All there are: --list\n',
    })
    for (const place of ['', 'https://b.example', '..', 'A B', '-x']) {
      await expect(replaceOwnerLink(server.dataDir, place)).rejects.toThrow('That names no board.')
    }
    expect(await asks(made, made.tokens.owner)).toMatchObject({ status: 200 })
  })
})

it('begins as the address that was given, unless PUBLIC_URL says how others reach the server', async () => {
  const made = await createRoom(server.url)
  const linkTo = async (place: string, env: Readonly<Record<string, string>> = {}) =>
    (await runScript('owner-link', [place], { env: { DATA_DIR: server.dataDir, ...env } })).out.split('#')[0]
  const path = `/board/${made.room}`
  expect(await linkTo(`http://127.0.0.1:4711${path}#old`)).toBe(`http://127.0.0.1:4711${path}`)
  expect(await linkTo(`https://b.example${path}/`)).toBe(`https://b.example${path}`)
  expect(await linkTo(`http://x:1${path}`, { PUBLIC_URL: 'https://b.example' })).toBe(
    `https://b.example${path}`,
  )
  expect(await linkTo(made.room, { PORT: '4711' })).toBe(`http://127.0.0.1:4711${path}`)
})

it('lists the boards, the last used first, with titles that cannot steer a terminal', async () => {
  const made = await createRoom(server.url, { mode: 'interview', title: 'Feed\u001b[31m\u202e ranking' })
  const { code, out, err } = await run('--list')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [heads, first] = out.split('\n')
  const today = new Date().toISOString().slice(0, 10)
  expect(heads?.split(/ {2,}/)).toEqual(['room', 'mode', 'template', 'made', 'last used', 'title'])
  expect(first).toBe(`${made.room}  interview  blank     ${today}  ${today}  Feed [31m  ranking`)
  expect(out).not.toContain(made.tokens.owner)
})

it('without what signed the links: not beside a server that still has it; then every link is new', async () => {
  const made = await createRoom(server.url)
  const secret = join(server.dataDir, 'secret')
  rmSync(secret)
  await expect(replaceOwnerLink(server.dataDir, made.room)).rejects.toThrow(
    /secret is gone, and a server runs/,
  )
  expect(await asks(made, made.tokens.owner)).toMatchObject({ status: 200 })

  await server.kill()
  const link = await replaceOwnerLink(server.dataDir, made.room)
  await server.restart()
  expect(await asks(made, tokenIn(link))).toMatchObject({ status: 200, body: { role: 'owner' } })
  expect(await asks(made, made.tokens.editor)).toMatchObject({ status: 401, body: { error: NO_LINK } })

  await server.kill()
  rmSync(secret)
  await server.restart()
  expect(await asks(made, tokenIn(link))).toMatchObject({ status: 401, body: { error: NO_LINK } })
  const next = await replaceOwnerLink(server.dataDir, made.room)
  expect(await asks(made, tokenIn(next))).toMatchObject({ status: 200, body: { role: 'owner' } })
  expect([...listRooms(server.dataDir)].some((line) => line.startsWith(made.room))).toBe(true)
}, 120_000)

it('leaves data alone that another version keeps', async () => {
  const made = await createRoom(server.url)
  await server.kill()
  const database = new Database(join(server.dataDir, 'drillboard.sqlite'))
  const version = database.pragma('user_version', { simple: true })
  database.pragma('user_version = 99')
  await expect(replaceOwnerLink(server.dataDir, made.room)).rejects.toThrow('was written by another version.')
  expect(() => [...listRooms(server.dataDir)]).toThrow('was written by another version.')
  database.pragma(`user_version = ${version}`)
  database.close()
  await server.restart()
  expect(await asks(made, made.tokens.owner)).toMatchObject({ status: 200 })
})
