import { expect, it } from 'vitest'
import { forgedRun } from '../trials/forged.ts'

it('takes none of 500 forged writes, over sockets and HTTP, and the room stays as it was', async () => {
  const { tries, accepted, changed } = await forgedRun({ count: 525, seed: 1 })
  expect(accepted).toEqual([])
  expect(changed).toEqual([])
  // Every kind of token over every way in.
  expect([...tries.values()]).toEqual(Array(105).fill(5))
}, 180_000)
