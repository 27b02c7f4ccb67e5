import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aBrowser, type Guest, guests, light, poll } from './guests.ts'
import { box, id } from './network.ts'

/** It is stopped and started twice, and browsers wait longer from one attempt to the next. */
const TIMEOUT_MS = 120_000

const here = guests()
const { newRoom, join: enter } = here

/** Stops the server and copies its data. The result puts them back in their place, in the same way. */
async function backUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'drillboard-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { dataDir } = here.server
  await here.server.kill()
  await cp(dataDir, folder, { recursive: true })
  await here.server.restart()
  return async () => {
    await here.server.kill()
    await rm(dataDir, { recursive: true, force: true })
    await cp(folder, dataDir, { recursive: true })
  }
}

const names = ({ editor }: Guest) =>
  editor
    .getCurrentPageShapes()
    .map((shape) => shape.id)
    .sort()

it(
  'gets back from an open board what a restore from a backup has cost it, deletions included',
  async () => {
    await newRoom()
    const a = await enter('owner', 'Calm Heron')
    a.editor.createShapes([box('doomed')])
    await poll(() => light(a)).toBe('server 0')
    const restore = await backUp()
    await poll(() => light(a)).toBe('server 0')
    a.editor.deleteShapes([id('doomed')])
    a.editor.createShapes([box('later')])
    await poll(() => light(a)).toBe('server 0')
    await restore()
    await here.server.restart()
    await poll(() => light(a)).toBe('server 0')
    const b = await enter('editor', 'Brave Otter')
    expect(names(b)).toEqual([id('later')])
  },
  TIMEOUT_MS,
)

it(
  'gets it back from a copy, too, whose board was closed meanwhile',
  async () => {
    await newRoom()
    const browser = aBrowser()
    const a = await enter('owner', 'Calm Heron', { browser })
    a.editor.createShapes([box('doomed')])
    await poll(() => light(a)).toBe('server 0')
    const restore = await backUp()
    await poll(() => light(a)).toBe('server 0')
    a.editor.deleteShapes([id('doomed')])
    a.editor.createShapes([box('later')])
    await poll(() => light(a)).toBe('server 0')
    a.leave()
    await restore()
    await here.server.restart()

    const other = await enter('editor', 'Brave Otter')
    expect(names(other)).toEqual([id('doomed')])
    const again = await enter('owner', 'Calm Heron', { browser })
    await poll(() => names(other)).toEqual([id('later')])
    await poll(() => again.room.connection.get().kind).toBe('online')
    await poll(() => light(again)).toMatch(/^server/)
    expect(names(again)).toEqual([id('later')])
  },
  TIMEOUT_MS,
)
