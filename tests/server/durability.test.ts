import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, until } from '../helpers/syncClient.ts'
import { killRounds } from '../trials/kill.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it.each([100, 1_000, 8_000])(
  'keeps all that was acknowledged or seen by another when it is killed amid %i edits a second',
  async (perSecond) => {
    const { acked, seen, sent, lost } = await killRounds({ rounds: 1, perSecond, seed: perSecond })
    expect(lost).toEqual([])
    expect(Math.min(acked, seen)).toBeGreaterThan(0)
    console.log(`killed amid ${sent} edits: ${acked} acknowledged, ${seen} seen`)
  },
  60_000,
)

it('keeps all that was acknowledged or seen, and ends with 0, when it is asked to stop amid writing', async () => {
  const counts = await killRounds({ rounds: 2, perSecond: 1_000, seed: 4, signal: 'SIGTERM' })
  expect(counts).toMatchObject({ lost: [], badExits: [] })
  expect(Math.min(counts.acked, counts.seen)).toBeGreaterThan(0)
}, 60_000)

it('ends with 0 on SIGTERM, having kept what had arrived, and frees port and folder', async () => {
  const own = await startServer()
  const { room, tokens } = await createRoom(own.url)
  const writer = await rawClient(`${own.wsUrl}/sync/${room}/board?token=${tokens.editor}&acks=1`)
  writer.edit((doc) => doc.getMap('x').set('last', 1))
  await until(() => writer.acked() === 1)
  await own.restart()
  const later = joinDoc(own.wsUrl, `${room}/board`, tokens.observer ?? '')
  await later.synced
  expect(later.doc.getMap('x').get('last')).toBe(1)
  later.leave()
  expect((await writer.closed).code).toBe(1012)
  expect(await own.stop()).toBe(0)
})

it('ends in time although somebody does not answer the goodbye', async () => {
  const own = await startServer()
  const { room, tokens } = await createRoom(own.url)
  const frozen = await rawClient(`${own.wsUrl}/sync/${room}/board?token=${tokens.editor}`)
  frozen.socket.pause()
  expect(await own.stop()).toBe(0)
  frozen.socket.terminate()
})

it('lets no second server into the same data folder', async () => {
  const second = startServer({ env: { DATA_DIR: server.dataDir } })
  await expect(second).rejects.toThrow('is used by another Drillboard that is running')
})
