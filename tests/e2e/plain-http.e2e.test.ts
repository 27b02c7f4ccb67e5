import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { launchChromium } from '../helpers/chromium.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

/** A name in the network, as a friend types it: over plain http, browsers withhold the clipboard and more. */
const NAME = 'drillboard.lan'

const here = journey()
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])
})
afterAll(() => browser?.close())

it('works over plain http in a network: drawing, copying a link, joining by it', async () => {
  const address = here.server.url.replace(/\/\/[^:]+/, `//${NAME}`)
  const owner = await visit(browser, address)
  expect(await owner.page.evaluate(() => window.isSecureContext)).toBe(false)
  await begin(owner.page, 'New board')
  await quickInsert(owner.page, 'ann')
  await lightSays(owner.page, 'On the server')

  await owner.page.getByRole('button', { name: 'Share' }).click()
  await owner.page.getByRole('button', { name: 'Copy the editor link' }).click()
  await owner.page.getByText('Copied').waitFor()
  const link = await owner.page.getByRole('textbox', { name: 'Editor link' }).inputValue()
  await owner.page.keyboard.press('Escape')
  await owner.page.getByRole('searchbox', { name: 'Find a component' }).click()
  await owner.page.keyboard.press('Control+v')
  expect(await owner.page.getByRole('searchbox', { name: 'Find a component' }).inputValue()).toBe(link)

  const friend = await visit(browser, link)
  await openCanvas(friend.page)
  await shapes(friend.page, 'component', 'ANN index').waitFor()
  await quickInsert(friend.page, 'db')
  await shapes(owner.page, 'component', 'Relational DB').waitFor({ state: 'attached' })
  expectQuiet(owner)
  expectQuiet(friend)
})
