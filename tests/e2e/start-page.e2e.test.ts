import { expect, it } from 'vitest'
import { begin, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('keeps the boards of this device at hand: rename, duplicate, forget', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await page.getByText('None yet.').waitFor()
  await begin(page, 'New board')
  await quickInsert(page, 'db')
  await lightSays(page, 'On the server')
  await page.getByRole('link', { name: /start page/ }).click()

  const boards = page.getByRole('region', { name: 'Boards on this device' }).getByRole('listitem')
  await expect.poll(() => boards.count()).toBe(1)
  await boards.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Churn prediction')
  await page.keyboard.press('Enter')
  await boards.filter({ hasText: 'Churn prediction' }).waitFor()

  await boards.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect.poll(() => boards.count()).toBe(2)
  await page.getByRole('link', { name: 'Churn prediction (copy)', exact: true }).click()
  await openCanvas(page)
  await shapes(page, 'component', 'Relational DB').waitFor()
  await expect.poll(() => page.title()).toContain('Churn prediction (copy)')

  await page.goBack()
  await boards
    .first()
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Forget' }).click()
  await expect.poll(() => boards.count()).toBe(1)
  expectQuiet(visitor)
})

it('says so at an address where no board is', async () => {
  const visitor = await visit(here.browser, `${here.server.url}/board/nowhere-at-all#not-a-token`)
  await visitor.page.getByText('No board at this address.').waitFor()
  await visitor.page.getByRole('link', { name: /start/i }).first().waitFor()
})
