import type { Page } from 'playwright-core'

export interface FrameCost {
  /** Main-thread ms of CPU per frame that moved. */
  readonly mainThread: number
  /** Of these, JavaScript. */
  readonly script: number
  /** From one frame that moved to the next, ms. */
  readonly frame: number
}

const LEAST_FRAMES = 10

/**
 * What a frame costs in which the element at `selector` moves, while `act` moves it.
 *
 * Main-thread time is `TaskDuration` of the DevTools protocol in thread time: the CPU time of all tasks of the
 * page's main thread, so scripts, style, layout, painting's records and the handling of input, whatever else the
 * machine does meanwhile. Not in it: raster and compositing, which other threads do and which the time from
 * frame to frame shows. Tasks of frames in which nothing moved count as well, which makes the figure a little
 * too high, never too low.
 */
export async function frameCost(page: Page, selector: string, act: () => Promise<void>): Promise<FrameCost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (name: string) =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN)
    const frames = await page.evaluate(() => window.meter.movedFrames)
    return { task: value('TaskDuration'), script: value('ScriptDuration'), at: value('Timestamp'), frames }
  }
  await page.evaluate((at) => window.meter.watch(at), selector)
  const before = await read()
  await act()
  const after = await read()
  await session.detach()
  const frames = after.frames - before.frames
  if (frames < LEAST_FRAMES) throw new Error(`Only ${frames} frames in which ${selector} moved.`)
  return {
    mainThread: (after.task - before.task) / frames,
    script: (after.script - before.script) / frames,
    frame: (after.at - before.at) / frames,
  }
}
