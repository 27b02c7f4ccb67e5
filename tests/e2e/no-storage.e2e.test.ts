import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, quickInsert, shapes } from '../helpers/board.ts'
import { launchChromium } from '../helpers/chromium.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('draws on where the browser forbids storage', async () => {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await page.goto(server.url)
  await begin(page, 'New board')
  await quickInsert(page, 'db')
  expect(await shapes(page, 'component', 'Relational DB').count()).toBe(1)
  expect(errors).toEqual([])
})
