import { expect, it } from 'vitest'
import { framesRun, limitedConnects } from '../trials/frames.ts'
import { sentIn } from '../trials/storm.ts'

it('refuses 5,000 bad frames and heavy loads; the pair that draws meanwhile and its board are whole, memory is back', async () => {
  const { tallies, broken } = await framesRun({ count: 5_000, seed: 2, connects: 1_000 })
  expect(broken).toEqual([])
  expect(sentIn(tallies)).toBeGreaterThanOrEqual(5_000)
  for (const [name, { refused, harmless }] of tallies)
    expect([name, refused + harmless > 0]).toEqual([name, true])
}, 900_000)

it('asks most of 1,000 who connect within a second to come again, and disturbs nobody who is there', async () => {
  const { letIn, refused, other, pairClosed } = await limitedConnects(1_000)
  expect({ other, pairClosed, all: letIn + refused }).toEqual({ other: [], pairClosed: [], all: 1_000 })
  expect(letIn).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(letIn)
}, 300_000)
