import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyData } from '../../server/commands/copyData.ts'
import { Refusal } from '../../server/commands/runCommand.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { type RunOptions, runScript } from '../helpers/runScript.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { steadyWriter } from '../helpers/steadyWriter.ts'
import { createRoom, joinDoc, until } from '../helpers/syncClient.ts'

const MANY_BYTES = 8_000_000

let server: TestServer
let place: string
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'drillboard-backups-'))
  server = await startServer()
  const { room, tokens } = await createRoom(server.url)
  const writer = await rawClient(`${server.wsUrl}/sync/${room}/board?acks=1&token=${tokens.editor}`)
  for (let n = 0; n < 20; n++)
    writer.edit((doc) => doc.getMap('x').set(`k${n}`, `${n}`.repeat(MANY_BYTES / 40)))
  await until(() => writer.acked() === 20)
  writer.leave()
})
afterAll(async () => {
  await server.stop()
  rmSync(place, { recursive: true, force: true })
})

const back = (folder: string, options: Partial<RunOptions> = {}) =>
  runScript('backup', [folder], { cwd: place, env: { DATA_DIR: server.dataDir }, ...options })

const modeOf = (path: string) => statSync(path).mode & 0o777

describe('a backup', () => {
  it('that is taken while people draw holds up nobody, and becomes a server with all that was acknowledged before', async () => {
    const { room, tokens } = await createRoom(server.url)
    const url = `${server.wsUrl}/sync/${room}/board?acks=1&token=${tokens.editor}`
    const [one, two] = [await steadyWriter(url, 'a'), await steadyWriter(url, 'b')]
    await until(() => one.acked() > 100 && two.acked() > 100)
    const before = { a: one.acked(), b: two.acked() }
    const { code, out, err } = await back('first')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Copied 2 boards, \d+\.\d MB, and what signs their links to \/.*\/first\n$/)
    expect(one.acked()).toBeGreaterThan(before.a)
    expect(two.acked()).toBeGreaterThan(before.b)
    await one.finish()
    await two.finish()

    expect(readdirSync(place)).toEqual(['first'])
    const folder = join(place, 'first')
    expect(readdirSync(folder).sort()).toEqual(['drillboard.sqlite', 'secret'])
    expect(['', 'drillboard.sqlite', 'secret'].map((name) => modeOf(join(folder, name)))).toEqual([
      0o700, 0o600, 0o600,
    ])
    const copy = new Database(join(folder, 'drillboard.sqlite'), { readonly: true })
    expect(copy.pragma('quick_check', { simple: true })).toBe('ok')
    copy.close()

    const dataDir = mkdtempSync(join(tmpdir(), 'drillboard-restored-'))
    cpSync(folder, dataDir, { recursive: true })
    const restored = await startServer({ dataDir })
    const reader = joinDoc(restored.wsUrl, `${room}/board`, tokens.observer ?? '')
    await reader.synced
    const kept = reader.doc.getMap('x')
    for (const [name, acked] of Object.entries(before)) {
      const all = [...kept.keys()].filter((key) => key.startsWith(name)).length
      expect(all).toBeGreaterThanOrEqual(acked)
      for (let n = 1; n <= all; n++) expect(kept.get(`${name}${n}`)).toBe(n)
    }
    const writer = await rawClient(url.replace(server.wsUrl, restored.wsUrl))
    writer.edit((doc) => doc.getMap('x').set('after', 1))
    await until(() => writer.acked() === 1)
    writer.leave()
    reader.leave()
    await restored.stop()
    console.log(
      `backed up amid ${one.written() + two.written()} edits: ${before.a + before.b} acknowledged before, ${kept.size} kept`,
    )
  }, 120_000)

  it('is never overwritten', () => {
    mkdirSync(join(place, 'kept'))
    writeFileSync(join(place, 'file'), 'mine')
    for (const name of ['kept', 'file']) {
      const path = join(place, name)
      expect(() => copyData(server.dataDir, path)).toThrow(
        new Refusal(`${path} exists. Give a new name: a backup is never overwritten.`),
      )
    }
    expect(readdirSync(join(place, 'kept'))).toEqual([])
  })

  it('that does not fit leaves nothing behind', async () => {
    const before = readdirSync(place)
    const { code, out, err } = await back('cut', { under: ['prlimit', `--fsize=${MANY_BYTES / 2}`] })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(`No backup was made: ${place} cannot be written (SQLITE_IOERR_WRITE).\n`)
    expect(readdirSync(place)).toEqual(before)
  })

  it('is not made of damaged data', async () => {
    const own = await startServer()
    await createRoom(own.url)
    await own.restart()
    await own.kill()
    const file = join(own.dataDir, 'drillboard.sqlite')
    writeFileSync(file, readFileSync(file).fill(0xff, 4_096))
    const before = readdirSync(place)
    expect(() => copyData(own.dataDir, join(place, 'damaged'))).toThrow(/the server’s data are damaged \(/)
    expect(readdirSync(place)).toEqual(before)
    await own.stop()
  })

  it('is taken of a server that is stopped, too', async () => {
    const own = await startServer()
    await createRoom(own.url)
    await own.kill()
    expect(copyData(own.dataDir, join(place, 'stopped')).rooms).toBe(1)
    await own.stop()
  })
})

describe('what cannot be backed up is said in a sentence', () => {
  it.each([
    ['no such folder', () => 'nowhere', /^DATA_DIR="nowhere" does not exist\./],
    ['a folder without data', () => folderWith({}), /^DATA_DIR=".*" has no drillboard\.sqlite /],
    [
      'no database',
      () => folderWith({ 'drillboard.sqlite': 'this is a letter '.repeat(300), secret: 'x' }),
      /drillboard\.sqlite is damaged \(file is not a database\)\. Put back a backup\.$/,
    ],
    [
      'data without what signs the links',
      () => folderWith({ 'drillboard.sqlite': '' }),
      /^DATA_DIR=".*" has no file “secret”: /,
    ],
  ])('%s', (_, dataDir, sentence) => {
    const before = readdirSync(place)
    expect(() => copyData(dataDir(), join(place, 'none'))).toThrow(sentence)
    expect(readdirSync(place)).toEqual(before)
  })

  it('a place that does not exist, or none', async () => {
    expect(await back('a/b')).toEqual({
      code: 1,
      out: '',
      err: `No backup was made: there is no folder ${join(place, 'a')}. Make it first.\n`,
    })
    const { code, err } = await runScript('backup', [], { env: { DATA_DIR: server.dataDir } })
    expect([code, err]).toEqual([1, 'Give a new folder, for example: npm run backup -- ../backup-1\n'])
  })
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillboard-wrong-'))
  made.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})
