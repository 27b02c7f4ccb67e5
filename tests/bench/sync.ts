import { benchColdJoin } from './coldJoin.ts'
import { benchFanOut } from './fanOut.ts'
import { benchMemory } from './memory.ts'
import { profileServers } from './profile.ts'
import { benchWireBytes } from './wireBytes.ts'

/**
 * `npm run bench:sync`: what the server takes, beside @y/websocket-server in memory, started the same way.
 *
 * `npm run bench:sync -- join memory` measures only these; `-- profile` writes where both spend their time.
 */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  'fan-out': benchFanOut,
  bytes: benchWireBytes,
  join: benchColdJoin,
  memory: benchMemory,
  profile: profileServers,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(SECTIONS, name))
if (unknown.length > 0) {
  throw new RangeError(`No part ${unknown.join(', ')}. There are ${Object.keys(SECTIONS).join(', ')}.`)
}
for (const [name, bench] of Object.entries(SECTIONS)) {
  if (asked.length === 0 ? name !== 'profile' : asked.includes(name)) await bench()
}
process.exit(0)
