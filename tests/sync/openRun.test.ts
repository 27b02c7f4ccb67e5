import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { paceAt } from '../../src/domain/pace/paceAt.ts'
import type { RunAct } from '../../src/domain/pace/runAct.ts'
import { type OpenRun, openRun } from '../../src/sync/openRun.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, type NewRoom } from '../helpers/syncClient.ts'
import { poll } from './guests.ts'

let server: TestServer
let made: NewRoom
let open: OpenRun[] = []

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  made = await createRoom(server.url, { mode: 'solo' })
})
afterEach(() => {
  for (const run of open) run.close()
  open = []
})

function follow(role = 'owner', token = made.tokens[role] ?? ''): OpenRun {
  const run = openRun({
    syncUrl: `${server.wsUrl}/sync`,
    room: made.room,
    token,
    browser: { WebSocket: NodeSocket as unknown as typeof WebSocket },
  })
  open.push(run)
  return run
}

async function post(...acts: RunAct[]) {
  const answer = await callApi(
    server.url,
    'POST',
    `/api/rooms/${made.room}/events`,
    acts,
    made.tokens.owner ?? '',
  )
  expect(answer.status).toBe(200)
}

const phase = ({ run, serverNow }: OpenRun) => {
  const known = run.get()
  return known && paceAt(known.clock, serverNow()).phase
}
const active = ({ run }: OpenRun) => run.get()?.clock.active

describe('a run that is followed', () => {
  it('is not known until it has come, and then has not been started', async () => {
    const run = follow()
    expect(run.run.get()).toBeNull()
    await poll(() => phase(run)).toBe('ready')
  })

  it('is the same for everybody with a link, however they come', async () => {
    const early = follow()
    await poll(() => phase(early)).toBe('ready')
    await post({ type: 'start' }, { type: 'step', step: 3 })
    await poll(() => active(early)).toBe(3)
    const late = follow('observer')
    await poll(() => phase(late)).toBe('running')
    await post({ type: 'pause' })
    await poll(() => [phase(early), phase(late)]).toEqual(['paused', 'paused'])
    expect(late.run.get()).toEqual(early.run.get())
    expect(Math.abs(early.serverNow() - Date.now())).toBeLessThan(1_000)
  })

  it('is the same after the server was killed', async () => {
    const run = follow()
    await post({ type: 'start' }, { type: 'step', step: 2 })
    await poll(() => active(run)).toBe(2)
    const before = run.run.get()
    await server.kill()
    await poll(() => run.connection.get().kind).toBe('offline')
    expect(run.run.get()).toBe(before)
    await server.restart()
    await poll(() => run.connection.get().kind).toBe('online')
    expect(run.run.get()).toEqual(before)
    await post({ type: 'step', step: 5 })
    await poll(() => active(run)).toBe(5)
  })

  it('stays closed to who has no link to it', async () => {
    const run = follow('owner', 'forged')
    await poll(() => run.connection.get()).toMatchObject({ kind: 'refused', code: 4401 })
    expect(run.run.get()).toBeNull()
  })
})
