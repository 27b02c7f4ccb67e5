import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, lightSays, openCanvas, press, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { launchChromium } from '../helpers/chromium.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startServer({ env: { MAX_MESSAGE_BYTES: String(64 * 1024) } })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('holds an edit back that the server does not take, says what to do, and sends the rest once that is done', async () => {
  const ada = await visit(browser, server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  const bob = await visit(browser, await shareLink(page, 'Editor'))
  await openCanvas(bob.page)
  await lightSays(page, 'Seen by 1 other')
  await page.keyboard.press('Escape')

  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('latency '.repeat(10_000)))
  await page.keyboard.press('Control+v')
  await page.getByText('Undo it or delete it').waitFor()
  await lightSays(page, 'Too large, kept here')
  await page.keyboard.press('Escape')
  await quickInsert(page, 'ann')
  await page.reload()
  await openCanvas(page)
  await page.getByText('Undo it or delete it').waitFor()
  await expect.poll(() => shapes(page, 'component').count()).toBe(2)
  expect(await shapes(bob.page, 'component').count()).toBe(1)

  await press(page, shapes(page, 'text'))
  await page.keyboard.press('Delete')
  await lightSays(page, /^(Seen by 1 other|On the server)$/)
  await page.getByText('Undo it or delete it').waitFor({ state: 'detached' })
  await expect.poll(() => shapes(bob.page, 'component').count()).toBe(2)
  expectQuiet(ada)
})
