import { expect, it } from 'vitest'
import { begin } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('looking at what can be exported of an untouched board leaves nothing to undo', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page, context } = visitor
  await begin(page, 'New board')
  const undo = page.getByTestId('quick-actions.undo')
  await expect.poll(() => undo.isDisabled()).toBe(true)
  await page.getByTestId('main-menu.button').click()
  await page.getByTestId('main-menu-sub.export-all-as-button').hover()
  await page.getByTestId('main-menu.export-all-as-svg').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').first().waitFor({ state: 'detached' })
  const tool = (name: string) => page.getByTestId(`tools.${name}`)
  for (const name of ['rectangle', 'select']) {
    await tool(name).click()
    await expect.poll(() => tool(name).getAttribute('aria-pressed')).toBe('true')
  }
  expect(await undo.isDisabled()).toBe(true)
  expectQuiet(visitor)
  await context.close()
}, 60_000)
