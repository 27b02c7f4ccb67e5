import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../helpers/chromium.ts'
import { startServer } from '../helpers/startServer.ts'
import { joinDoc } from '../helpers/syncClient.ts'
import { gridBoard } from './boards.ts'
import { quantile, say, table } from './figures.ts'
import { fillRoom } from './fillRoom.ts'
import { meterPaint, type Sighting } from './paintMeter.ts'

const OTHERS = 8
const EDITS = 120
const MOST_STEPS = 800
const EVERY_MS = 1000 / 30
const STEP_PX = 0.5
const SHAPE = 'shape:node-7'

interface Delays {
  /** From the hand's move in one browser to the other's frame that shows it, ms. */
  readonly shown: readonly number[]
  /** Of this, until the browser of the one who drags shows it, ms. */
  readonly own: readonly number[]
}

async function openBoard(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await meterPaint(context)
  const page = await context.newPage()
  await page.goto(address)
  await page.locator(`.tl-shape[data-shape-id="${SHAPE}"]`).waitFor()
  await page.evaluate((id) => window.paintMeter.watch(id), SHAPE)
  return page
}

/** Drags the shape to the right until it has stood at enough places, one for each frame that had moves. */
async function drag(page: Page) {
  const box = await page.locator(`.tl-shape[data-shape-id="${SHAPE}"]`).boundingBox()
  if (!box) throw new Error('The shape to drag is not in view.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  // Without the grid each move has a place of its own.
  await page.keyboard.press("Control+'")
  await page.mouse.move(x, y)
  await page.mouse.down()
  // Past the distance that makes a press a drag, before anything is noted.
  await page.mouse.move(x + 20, y)
  await page.waitForTimeout(500)
  const startsAt = performance.now()
  for (let n = 1; n <= MOST_STEPS; n++) {
    await page.waitForTimeout(Math.max(0, startsAt + n * EVERY_MS - performance.now()))
    await page.mouse.move(x + 20 + n * STEP_PX, y)
    const isTimeToLook = n >= EDITS && n % 10 === 0
    if (isTimeToLook && (await page.evaluate(() => window.paintMeter.moves.length)) > EDITS) break
  }
  await page.mouse.up()
}

/** When each of the moves had come to sight: in the first frame that shows its place or one further on. */
function delays(moves: readonly Sighting[], frames: readonly Sighting[]): number[] {
  return moves.map((move) => (frames.find(({ x }) => x >= move.x)?.at ?? Number.NaN) - move.at)
}

async function measure(): Promise<Delays> {
  // Each client in Node listens for the end of the process.
  process.setMaxListeners(50)
  const server = await startServer()
  const browsers = await Promise.all([launchChromium(), launchChromium()])
  try {
    const room = await fillRoom(server, gridBoard({ columns: 6, rows: 5, links: 40 }, 'ours'))
    const [mine, theirs] = await Promise.all(browsers.map((browser) => openBoard(browser, room.page)))
    if (!mine || !theirs) throw new Error('Two browsers are needed.')
    const others = Array.from({ length: OTHERS }, () => joinDoc(server.wsUrl, room.place, room.token))
    await Promise.all(others.map(({ synced }) => synced))
    await drag(mine)
    const here = await mine.evaluate(() => window.paintMeter)
    const moves = here.moves.slice(1)
    await theirs.waitForFunction((x) => (window.paintMeter.frames.at(-1)?.x ?? 0) >= x, moves.at(-1)?.x ?? 0)
    const there = await theirs.evaluate(() => window.paintMeter)
    for (const { leave } of others) leave()
    if (moves.length < EDITS) throw new Error(`Only ${moves.length} moves of the shape.`)
    return { shown: delays(moves, there.frames), own: delays(moves, here.frames) }
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()))
    await server.stop()
  }
}

/** Prints how long an edit takes from one browser to the next frame of another that shows it. */
export async function benchTwoBrowsers(): Promise<void> {
  const { shown, own } = await measure()
  const row = (name: string, values: readonly number[], target: string) => [
    name,
    quantile(values, 0.5).toFixed(1),
    quantile(values, 0.95).toFixed(1),
    target,
  ]
  say(
    `\nA drag at ${Math.round(1000 / EVERY_MS)} moves a second, from the hand to the screen; 2 Chromium and ${OTHERS} Node clients in the room, ${shown.length} moves, ms`,
  )
  say(
    table([
      ['', 'p50', 'p95', 'reach'],
      row("the other browser's next frame", shown, 'p95 ≤ 60'),
      row('its own next frame', own, ''),
    ]),
  )
}
