import type { Page } from 'playwright-core'

/** Waits until the browser keeps the app: its worker answers for this page only once every file is there. */
export async function appIsKept(page: Page) {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (serviceWorker.controller) return
    await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })
}
