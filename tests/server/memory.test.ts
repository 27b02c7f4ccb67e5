import { expect, it } from 'vitest'
import { roomsRun } from '../trials/rooms.ts'
import { soakRun } from '../trials/soak.ts'

it('gives back the memory of rooms that everybody left', async () => {
  const { used, isBack } = await roomsRun(300)
  expect(used.open).toBeGreaterThan(used.before * 1.2)
  expect([used, isBack]).toEqual([used, true])
}, 180_000)

it('gives back the memory of a session of drawing, and has kept all of it', async () => {
  const { edits, broken } = await soakRun({ minutes: 0.1, speed: 10, seed: 1, sampleEveryMs: 1_000 })
  expect(broken).toEqual([])
  expect(edits).toBeGreaterThan(100)
}, 180_000)
