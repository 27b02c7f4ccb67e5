import { afterEach, expect, it, vi } from 'vitest'
import { entriesOf } from '../helpers/logByHand.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, until } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { newcomer } from '../trials/newcomer.ts'

vi.setConfig({ testTimeout: 120_000 })

let server: TestServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

/** A server with a room, and how to enter it. */
async function open(env: Readonly<Record<string, string>> = {}) {
  const started = await startServer({ env: { MESSAGES_PER_SECOND: '100000', ...env } })
  server = started
  const { room, tokens } = await createRoom(started.url)
  const url = `${started.wsUrl}/sync/${room}/board`
  return {
    server: started,
    room,
    enter: () => rawClient(`${url}?acks=1&token=${tokens.editor}`),
    keys: async () => [...(await newcomer(url, tokens.observer ?? '')).getMap('x').keys()].sort(),
  }
}

const OLD = 1_500

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('loads a board whole for people who come and draw while it is loaded', async () => {
  const { server: own, enter, keys } = await open()
  const first = await enter()
  for (let n = 0; n < OLD; n++) first.edit((doc) => doc.getMap('x').set(`old ${n}`, 'x'.repeat(500)))
  await until(() => first.acked() === OLD)
  await own.kill()
  await own.restart()
  const people = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const person = await enter()
      person.edit((doc) => doc.getMap('x').set(`new ${n}`, n))
      person.ask()
      return person
    }),
  )
  const sizes = () => people.map(({ doc }) => doc.getMap('x').size)
  await until(() => sizes().every((size) => size === OLD + 20))
  await until(() => people.every(({ acked }) => acked() === 1))
  expect((await keys()).length).toBe(OLD + 20)
  for (const { leave } of people) leave()
})

it('loses nothing where people come and go at the moment a board is forgotten and kept anew', async () => {
  const { server: own, enter, keys } = await open({ ROOM_IDLE_MS: '0', SNAPSHOT_EVERY_ROWS: '1' })
  const pick = chance(7)
  const written: string[] = []
  for (let round = 0; round < 60; round++) {
    const person = await enter()
    const key = `round ${String(round).padStart(3, '0')}`
    person.edit((doc) => doc.getMap('x').set(key, round))
    written.push(key)
    // Their last edit has arrived once the goodbye is answered; the next one comes before, while or after it is forgotten.
    person.leave()
    if (pick(2)) await person.closed
    await wait(pick(6))
  }
  const last = await enter()
  last.ask()
  await until(() => last.doc.getMap('x').size === written.length)
  last.leave()
  await last.closed
  await own.kill()
  await own.restart()
  expect(await keys()).toEqual(written)
})

it('keeps what is drawn while a snapshot of the same board is made', async () => {
  const { server: own, room, enter, keys } = await open({ ROOM_IDLE_MS: '0', SNAPSHOT_EVERY_ROWS: '1' })
  const pick = chance(8)
  let written = 0
  for (let round = 0; round < 8; round++) {
    // The last one has left: the board was forgotten, and its snapshot is being made.
    const writer = await enter()
    for (let n = 0; n < 100; n++) {
      written += 1
      writer.edit((doc) => doc.getMap('x').set(`k${written}`, 'x'.repeat(500)))
    }
    await until(() => writer.acked() === 100)
    writer.leave()
    await writer.closed
    await wait(pick(40))
  }
  const entriesAfterSnapshot = async () => (await entriesOf(own.dataDir, `${room}/board`)).length
  await expect.poll(entriesAfterSnapshot, { timeout: 60_000 }).toBeLessThan(written)
  await own.kill()
  await own.restart()
  expect((await keys()).length).toBe(written)
})
