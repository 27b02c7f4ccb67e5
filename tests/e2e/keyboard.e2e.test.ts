import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { label, lightSays, openCanvas, quickInsert, shapes, tabTo } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** `;l` from the selection, or from `from` where nothing is selected. */
async function connect(page: Page, to: string, from?: string) {
  if (from !== undefined) await page.keyboard.press('Escape')
  await page.keyboard.press(';')
  await page.keyboard.press('l')
  const box = page.getByRole('combobox', { name: /^Connect/ })
  await box.waitFor()
  if (from !== undefined) {
    await page.keyboard.type(from)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Connect to a component' }).waitFor()
  }
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await box.waitFor({ state: 'detached' })
}

/** In the inspector: writes a property of the selection by its name. */
async function setProperty(page: Page, name: string, value: string) {
  await page.keyboard.press(';')
  await page.keyboard.press('i')
  const field = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name })
  for (let presses = 0; presses < 40; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

it('builds the board of the story without a mouse', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await tabTo(page, '7-step board')
  await page.keyboard.press('Enter')
  await openCanvas(page)
  await page.keyboard.press(';')
  await page.keyboard.press('4')

  await quickInsert(page, 'cl')
  await label(page, 'Mobile app')
  await quickInsert(page, 'gw')
  await quickInsert(page, 'or')
  await label(page, 'Recommendation service')
  await quickInsert(page, 'fs')
  await setProperty(page, 'Latency p99', '10 ms')
  await page.keyboard.press('Escape')
  await quickInsert(page, 'es')
  await quickInsert(page, 'lake')
  await quickInsert(page, 'tt')
  await quickInsert(page, 'ann')
  await connect(page, 'ann: top 10,000', 'recommendation')
  await connect(page, 'event stream: plays and skips', 'mobile')
  await page.keyboard.press('Escape')
  await page.keyboard.press(';')
  await page.keyboard.press('2')
  await quickInsert(page, 'fu')
  await connect(page, 'funnel: 100 of 100M', 'recommendation')

  for (const name of [
    'Mobile app',
    'API gateway',
    'Recommendation',
    'Feature store',
    'Event stream',
    'ANN',
  ]) {
    expect(await shapes(page, 'component', name).count()).toBe(1)
  }
  expect(await shapes(page, 'component', 'p99 10 ms').count()).toBe(1)
  expect(await shapes(page, 'two-tower').count()).toBe(1)
  expect(await shapes(page, 'funnel').count()).toBe(1)
  for (const words of ['top 10,000', 'plays and skips', '100 of 100M']) {
    expect(await shapes(page, 'arrow', words).count()).toBe(1)
  }
  await lightSays(page, 'On the server')
  expectQuiet(visitor)
})

it('lists every key, and gives the board back afterwards', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await tabTo(page, 'New board')
  await page.keyboard.press('Enter')
  await openCanvas(page)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.waitFor()
  await dialog.getByText('Fly to step 1').waitFor()
  await dialog.getByText('Zoom to fit').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await quickInsert(page, 'db')
  expect(await shapes(page, 'component').count()).toBe(1)
  expectQuiet(visitor)
})
