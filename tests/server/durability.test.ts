import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it('keeps all that was acknowledged or seen by another when it is killed amid writing', async () => {
  const { room, tokens } = await createRoom(server.url)
  const place = `${room}/board`
  const reader = joinDoc(server.wsUrl, place, tokens.observer ?? '')
  await reader.synced
  const writer = await rawClient(`${server.wsUrl}/sync/${place}?token=${tokens.editor}&acks=1`)

  let written = 0
  const timer = setInterval(() => {
    for (let i = 0; i < 5; i++) {
      written += 1
      writer.edit((doc) => doc.getMap('x').set(`k${written}`, written))
    }
  }, 2)
  await until(() => writer.acked() > 300)
  await server.kill()
  clearInterval(timer)
  reader.provider.disconnect()
  const seen = reader.doc.getMap('x').size
  const acked = writer.acked()
  await server.restart()

  const later = joinDoc(server.wsUrl, place, tokens.observer ?? '')
  await later.synced
  const kept = later.doc.getMap('x')
  expect(kept.size).toBeGreaterThanOrEqual(Math.max(seen, acked))
  for (let n = 1; n <= Math.max(seen, acked); n++) expect(kept.get(`k${n}`)).toBe(n)
  reader.leave()
  later.leave()
  console.log(`killed amid ${written} edits: ${acked} acknowledged, ${seen} seen, ${kept.size} kept`)
})

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
