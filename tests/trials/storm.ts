import { rawClient } from '../helpers/rawClient.ts'
import type { NewRoom } from '../helpers/syncClient.ts'
import { chance } from '../sync/chance.ts'
import { BAD_FRAMES, type BadFrames, type Scene } from './badFrames.ts'

export interface Target {
  /** The board's document, without a token. */
  readonly url: string
  readonly tokens: NewRoom['tokens']
}

export interface Tally {
  frames: number
  /** Their sender was closed with the code that the frame deserves. */
  refused: number
  /** Chance made it something that was taken, or ignored. */
  harmless: number
  /** Whatever else happened, with how often. */
  readonly wrong: Map<string, number>
}

/** Ends its sender's connection for certain: whatever came before it has been dealt with by then. */
const QUIT = Uint8Array.of(77)
const ENDS_WITHIN_MS = 30_000

/** One bad sender after another, several at once. Answers what became of the frames, by class. */
export async function storm(target: Target, scene: Scene, count: number, seed: number, lanes = 16) {
  const pick = chance(seed)
  const names = Object.keys(BAD_FRAMES)
  const tallies = new Map(names.map((name) => [name, emptyTally()]))
  let begun = 0
  async function lane() {
    for (let n = begun++; sentIn(tallies) < count; n = begun++) {
      const name = names[n % names.length] ?? ''
      const make = BAD_FRAMES[name]
      const tally = tallies.get(name)
      if (make && tally) await attack(target, make(pick, scene), tally)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return tallies
}

const emptyTally = (): Tally => ({ frames: 0, refused: 0, harmless: 0, wrong: new Map() })

export const sentIn = (tallies: ReadonlyMap<string, Tally>) =>
  [...tallies.values()].reduce((sum, { frames }) => sum + frames, 0)

async function attack({ url, tokens }: Target, { role, frames, code }: BadFrames, tally: Tally) {
  tally.frames += frames.length
  const got = await sendAll(`${url}?acks=1&token=${tokens[role]}`, code === null ? [...frames, QUIT] : frames)
  if (code === null && got === 4400) tally.harmless += frames.length
  else if (got === code || (code === null && isRefusal(got))) tally.refused += frames.length
  else tally.wrong.set(String(got), (tally.wrong.get(String(got)) ?? 0) + 1)
}

/** A code that ends the connection of somebody who sent what may not be. */
export const isRefusal = (code: number | string) => [4400, 4403, 4413].includes(Number(code))

/** Sends them over a connection of their own. Answers the code that ended it. */
export async function sendAll(
  url: string,
  frames: readonly (Uint8Array | string)[],
): Promise<number | string> {
  const client = await rawClient(url, [], { keeps: false })
  for (const frame of frames) typeof frame === 'string' ? client.sendText(frame) : client.send(frame)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('not closed'), ENDS_WITHIN_MS)
  })
  const got = await Promise.race([client.closed.then(({ code }) => code), late])
  clearTimeout(timer)
  if (got === 'not closed') client.socket.terminate()
  return got
}
