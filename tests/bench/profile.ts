import { writeFileSync } from 'node:fs'
import { boardUpdate, recordDrag } from './boardUpdates.ts'
import { startOurs, startTheirs } from './contenders.ts'
import { MANY_ROOMS } from './fanOut.ts'
import { say } from './figures.ts'
import { gather } from './load.ts'

const SECONDS = 6

/** Writes where each server spends its time with many rooms; Chromium's DevTools open the files. */
export async function profileServers(): Promise<void> {
  const board = boardUpdate(200)
  const drags = [0, 1].map((person) => recordDrag(board, person, 2 * MANY_ROOMS.perSecond * SECONDS))
  for (const start of [startOurs, startTheirs]) {
    const contender = await start()
    const crowd = await gather(contender, MANY_ROOMS, board, drags)
    await crowd.drag(SECONDS)
    const inspector = await contender.process.inspect()
    await inspector.startProfile()
    await crowd.drag(SECONDS)
    const file = `${start === startOurs ? 'ours' : 'theirs'}.cpuprofile`
    writeFileSync(file, await inspector.stopProfile())
    say(`${file} is written.`)
    inspector.close()
    crowd.leave()
    await contender.stop()
  }
}
