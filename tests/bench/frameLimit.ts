import type { Browser } from 'playwright-core'

/** Lets Chromium draw as fast as it can, where something changes on the page. */
export const NO_FRAME_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** @throws where a page that changes in every frame is still drawn at a screen's rate */
export async function requireNoFrameLimit(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const frames = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const loop = {
          frames: 0,
          frame() {
            loop.frames += 1
            document.body.textContent = String(loop.frames)
            requestAnimationFrame(() => loop.frame())
          },
        }
        loop.frame()
        setTimeout(() => resolve(loop.frames), 500)
      }),
  )
  await page.close()
  if (frames < 100) throw new Error(`The frame limit is still on: ${frames} frames in half a second.`)
}
