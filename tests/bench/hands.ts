import type { Page } from 'playwright-core'

/** So many events on their way to the page at once: the next is there before a frame begins. */
const IN_FLIGHT = 2

const STEPS_PER_RADIAN = 12

export interface Point {
  readonly x: number
  readonly y: number
}

/** Drags the canvas with the middle button for so long, in loops of a radius around where it was, and lets it come to rest. */
export async function dragCanvas(page: Page, ms: number, from: Point, radius: number): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down({ button: 'middle' })
  await circle(page, ms, from, radius)
  await page.mouse.move(from.x, from.y)
  await page.mouse.up({ button: 'middle' })
  await page.waitForFunction(() => window.meter.stillFrames > 20)
}

/** Drags the shape at a point around it for so long, and puts it back. */
export async function dragShape(page: Page, ms: number, from: Point, radius: number): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await circle(page, ms, from, radius)
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function circle(page: Page, ms: number, from: Point, radius: number) {
  const endsAt = performance.now() + ms
  const sent: Promise<void>[] = []
  for (let n = 1; performance.now() < endsAt; n++) {
    const angle = n / STEPS_PER_RADIAN
    sent.push(page.mouse.move(from.x + radius * Math.sin(angle), from.y + radius * (1 - Math.cos(angle))))
    if (sent.length >= IN_FLIGHT) await sent.shift()
  }
  await Promise.all(sent)
}
