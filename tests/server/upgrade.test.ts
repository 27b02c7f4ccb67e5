import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createUpgrade, type UpgradeOptions } from '../../server/upgrade.ts'
import { noEvents } from '../helpers/noEvents.ts'

it('gives a room back where the handshake fails after the door was opened', async () => {
  let leases = 0
  const lease = { room: { peerCount: () => 0 }, release: () => leases-- }
  const options = {
    connects: { allows: () => true },
    addressOf: () => '',
    index: { find: async () => ({ generations: {} }) },
    access: { grantIn: async () => ({ room: 'a', role: 'editor', gen: 1 }) },
    health: { trouble: () => null },
    rooms: {
      async open() {
        leases += 1
        return lease
      },
    },
    connectionsPerRoom: 1,
    maxMessageBytes: 1_024,
    events: noEvents,
    report: () => {},
  }
  const server = createServer().on('upgrade', createUpgrade(options as unknown as UpgradeOptions))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '5' }
  const status = await new Promise((resolve) => {
    request({ port, path: '/sync/a/board', headers }, ({ statusCode }) => resolve(statusCode)).end()
  })
  expect(status).toBe(400)
  expect(leases).toBe(0)
  server.close()
})
