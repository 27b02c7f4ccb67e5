import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { begin, label, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** What is missed while the server is dead: the browser says so itself. */
const SERVER_AWAY = /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource/

async function pointAt(page: Page, text: string) {
  const box = await shapes(page, 'component', text).boundingBox()
  if (!box) throw new Error(`“${text}” is not on the board`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

it('lets two people draw a design together, and keeps it through a kill of the server', async () => {
  const ada = await visit(here.browser, here.server.url)
  await begin(ada.page, 'New board')
  await ada.page.getByRole('button', { name: 'Client', exact: true }).click()
  await quickInsert(ada.page, 'gw')
  await quickInsert(ada.page, 'or')
  await label(ada.page, 'Home recommendations')
  await quickInsert(ada.page, 'fs')
  expect(await shapes(ada.page, 'component').count()).toBe(4)
  expect(await shapes(ada.page, 'arrow').count()).toBe(3)

  const link = await shareLink(ada.page, 'Editor')
  const bob = await visit(here.browser, link)
  await openCanvas(bob.page)
  await shapes(bob.page, 'component', 'Home recommendations').waitFor()
  expect(await shapes(bob.page, 'arrow').count()).toBe(3)

  await bob.page.getByRole('button', { name: /^Your name: / }).click()
  await bob.page.getByRole('textbox', { name: 'Your name' }).fill('Bob')
  await bob.page.keyboard.press('Enter')
  await bob.page.mouse.move(700, 500)
  await bob.page.mouse.move(720, 520)
  await ada.page.locator('.tl-nametag', { hasText: 'Bob' }).waitFor()

  // At the same moment: Ada drags the feature store, Bob writes its label.
  const from = await pointAt(ada.page, 'Feature store')
  await ada.page.mouse.move(from.x, from.y)
  await ada.page.mouse.down()
  await ada.page.mouse.move(from.x + 40, from.y + 60, { steps: 5 })
  const there = await pointAt(bob.page, 'Feature store')
  await bob.page.mouse.click(there.x, there.y)
  await label(bob.page, 'Online features')
  await ada.page.mouse.move(from.x + 80, from.y + 120, { steps: 5 })
  await ada.page.mouse.up()
  await shapes(ada.page, 'component', 'Online features').waitFor()
  await expect.poll(async () => (await pointAt(ada.page, 'Online')).y - from.y).toBeGreaterThan(115)
  await expect
    .poll(async () => {
      const [mine, theirs] = await Promise.all([pointAt(ada.page, 'Online'), pointAt(bob.page, 'Online')])
      return Math.abs(mine.y - from.y - (theirs.y - there.y))
    })
    .toBeLessThan(120)
  await lightSays(ada.page, 'Seen by 1 other')
  await lightSays(bob.page, 'Seen by 1 other')

  await here.server.kill()
  await lightSays(ada.page, /^Offline/)
  await here.server.restart()
  await lightSays(ada.page, /On the server|Seen by/)
  await quickInsert(bob.page, 'ann')
  await shapes(ada.page, 'component', 'ANN index').waitFor({ state: 'attached' })
  await lightSays(bob.page, 'Seen by 1 other')
  expectQuiet(ada, SERVER_AWAY)
  expectQuiet(bob, SERVER_AWAY)
  await Promise.all([ada.context.close(), bob.context.close()])

  await here.server.kill()
  await here.server.restart()
  const later = await visit(here.browser, link)
  await openCanvas(later.page)
  await shapes(later.page, 'component', 'ANN index').waitFor({ state: 'attached' })
  expect(await shapes(later.page, 'component').count()).toBe(5)
  expect(await shapes(later.page, 'arrow').count()).toBe(4)
  expectQuiet(later)
})

it('opens the example: the whole story, drawn and joined', async () => {
  const visitor = await visit(here.browser, here.server.url)
  await begin(visitor.page, 'Open the example')
  await visitor.page.keyboard.press(';')
  await visitor.page.keyboard.press('4')
  for (const part of [
    'Mobile app',
    'API gateway',
    'Recommendation',
    'Feature store',
    'Data lake',
    'ANN index',
  ]) {
    await shapes(visitor.page, 'component', part).waitFor()
  }
  await shapes(visitor.page, 'two-tower').waitFor()
  await visitor.page
    .locator('text')
    .filter({ hasText: /^100M$/ })
    .waitFor()
  expect(await shapes(visitor.page, 'step-frame').count()).toBe(7)
  expectQuiet(visitor)
})
