import type { Browser, Page } from 'playwright-core'
import { BOARD_IN_STORE } from '../../src/sync/boardInStore.ts'
import { launchChromium } from '../helpers/chromium.ts'
import { startServer } from '../helpers/startServer.ts'
import { type Grid, gridBoard, type Look } from './boards.ts'
import { median, say, table } from './figures.ts'
import { type FilledRoom, fillRoom } from './fillRoom.ts'
import { NO_FRAME_LIMIT, requireNoFrameLimit } from './frameLimit.ts'
import { dragCanvas, dragShape, type Point } from './hands.ts'
import { type FrameCost, frameCost } from './mainThread.ts'
import { meterPages } from './pageMeter.ts'

/** `npm run bench:canvas`: what drawing costs, beside tldraw's own rectangles and arrows in the same app and run. */

const NEAR: Grid = { columns: 15, rows: 10, links: 200 }
const FAR: Grid = { columns: 50, rows: 40, links: 0 }
const ROUNDS = 3
const WARM_UP_MS = 500
const MEASURE_MS = 2000
/** On a busy machine opening 2,000 shapes takes a while. */
const PATIENCE_MS = 120_000
const VIEW = { width: 1920, height: 1080 }
const MIDDLE: Point = { x: VIEW.width / 2, y: VIEW.height / 2 }
const CAMERA = '.tl-html-layer.tl-shapes'

interface Opened {
  /** From the last byte of the board to all records in the store, ms. */
  readonly store: number
  /** From the last byte of the board to the canvas in the page, ms. */
  readonly canvas: number
  /** From the last byte of the board to the first frame with all of it, ms. */
  readonly fullFrame: number
}

interface Round {
  readonly near: FrameCost
  readonly inView: number
  readonly move: FrameCost
  readonly far: FrameCost
  readonly opened: Opened
}

async function openBoard(browser: Browser, { page: address }: FilledRoom, shapes: number): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEW })
  context.setDefaultTimeout(PATIENCE_MS)
  await meterPages(context, shapes)
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => Number.isFinite(window.meter.fullFrameAt) && window.meter.fullFrameAt > 0)
  return page
}

/** The component or rectangle nearest the middle of the view, and where to take hold of it: an empty rectangle at its edge, where no arrow ends. */
function middleShape(page: Page, look: Look): Promise<{ id: string | undefined; at: Point; inView: number }> {
  return page.evaluate((isPlain) => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.tl-shape:not([data-shape-type="arrow"])')]
      .map((element) => ({ id: element.dataset.shapeId, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ id, box }) => ({
        id,
        x: box.x + (isPlain ? 0 : box.width / 2),
        y: box.y + box.height / (isPlain ? 4 : 2),
      }))
      .map((shape) => ({ ...shape, off: Math.hypot(shape.x - innerWidth / 2, shape.y - innerHeight / 2) }))
      .sort((a, b) => a.off - b.off)
    const [middle] = boxes
    if (!middle) throw new Error('No shape in view.')
    return { id: middle.id, at: { x: middle.x, y: middle.y }, inView: boxes.length }
  }, look === 'plain')
}

async function measureNear(browser: Browser, room: FilledRoom, look: Look) {
  const page = await openBoard(browser, room, NEAR.columns * NEAR.rows + NEAR.links)
  await page.keyboard.press('Shift+0')
  await page.getByRole('button', { name: '100%' }).waitFor()
  await page.evaluate((selector) => window.meter.watch(selector), CAMERA)
  await page.waitForFunction(() => window.meter.stillFrames > 20)
  const { id, at, inView } = await middleShape(page, look)
  const shape = `.tl-shape[data-shape-id="${id}"]`
  const move = await frameCost(page, shape, () => dragShape(page, MEASURE_MS, at, 80))
  await page.evaluate((selector) => window.meter.watch(selector), CAMERA)
  await dragCanvas(page, WARM_UP_MS, MIDDLE, 240)
  const near = await frameCost(page, CAMERA, () => dragCanvas(page, MEASURE_MS, MIDDLE, 240))
  await page.context().close()
  return { near, move, inView }
}

async function measureFar(browser: Browser, room: FilledRoom) {
  const page = await openBoard(browser, room, FAR.columns * FAR.rows)
  const opened = await page.evaluate((mark) => {
    const { boardReceivedAt: from, canvasAt, fullFrameAt } = window.meter
    const [stored] = performance.getEntriesByName(mark)
    return {
      store: (stored?.startTime ?? NaN) - from,
      canvas: canvasAt - from,
      fullFrame: fullFrameAt - from,
    }
  }, BOARD_IN_STORE)
  await page.evaluate((selector) => window.meter.watch(selector), CAMERA)
  await dragCanvas(page, WARM_UP_MS, MIDDLE, 12)
  const far = await frameCost(page, CAMERA, () => dragCanvas(page, MEASURE_MS, MIDDLE, 12))
  await page.context().close()
  return { far, opened }
}

async function measure(): Promise<Record<Look, Round[]>> {
  const server = await startServer()
  const browser = await launchChromium(NO_FRAME_LIMIT)
  try {
    await requireNoFrameLimit(browser)
    const rounds: Record<Look, Round[]> = { ours: [], plain: [] }
    const looks = Object.keys(rounds) as Look[]
    const rooms = {
      near: {
        ours: await fillRoom(server, gridBoard(NEAR, 'ours')),
        plain: await fillRoom(server, gridBoard(NEAR, 'plain')),
      },
      far: {
        ours: await fillRoom(server, gridBoard(FAR, 'ours')),
        plain: await fillRoom(server, gridBoard(FAR, 'plain')),
      },
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const look of looks) {
        const near = await measureNear(browser, rooms.near[look], look)
        rounds[look].push({ ...near, ...(await measureFar(browser, rooms.far[look])) })
      }
    }
    return rounds
  } finally {
    await browser.close()
    await server.stop()
  }
}

function report({ ours, plain }: Record<Look, Round[]>) {
  const row = (name: string, pick: (round: Round) => number, target: string) => {
    const [mine, base] = [median(ours.map(pick)), median(plain.map(pick))]
    return [name, mine.toFixed(1), base.toFixed(1), (mine / base).toFixed(2), target]
  }
  say(
    `ms (main thread: of CPU), median of ${ROUNDS} alternating rounds; view ${VIEW.width} × ${VIEW.height}, no frame limit, no GPU`,
  )
  say(
    table([
      ['', 'ours', 'plain', 'ratio', 'reach'],
      row('150 + 200 links, 100 %, panning: main thread a frame', ({ near }) => near.mainThread, '≤ 10 ms'),
      row('  of these script', ({ near }) => near.script, ''),
      row('  from frame to frame', ({ near }) => near.frame, ''),
      row('  components in view', ({ inView }) => inView, ''),
      row('moving one of 150: main thread a frame', ({ move }) => move.mainThread, ''),
      row('  from frame to frame', ({ move }) => move.frame, ''),
      row('2,000, zoomed to fit, panning: main thread a frame', ({ far }) => far.mainThread, '× ≤ 1.2'),
      row('  of these script', ({ far }) => far.script, ''),
      row('  from frame to frame', ({ far }) => far.frame, ''),
      row('opening 2,000: last byte to records in the store', ({ opened }) => opened.store, '≤ 400 ms'),
      row('  to the canvas in the page', ({ opened }) => opened.canvas, ''),
      row('  to the first full frame', ({ opened }) => opened.fullFrame, '× ≤ 2'),
    ]),
  )
}

report(await measure())
