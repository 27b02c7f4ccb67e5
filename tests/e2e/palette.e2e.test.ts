import { expect, it } from 'vitest'
import { begin, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('the palette places by Enter what was searched, forgets the search and leaves the new one selected', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page, context } = visitor
  await begin(page, 'New board')
  const search = page.getByRole('searchbox', { name: 'Find a component' })
  const editing = page.getByTestId('canvas').getByRole('textbox', { name: 'Label' })
  await page.keyboard.press(';')
  await page.keyboard.press('p')
  await page.keyboard.type('feature')
  await page.keyboard.press('Enter')
  await shapes(page, 'component', 'Feature store').waitFor()
  expect(await search.inputValue()).toBe('')
  expect(await editing.count()).toBe(0)

  await search.fill('queue')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => shapes(page, 'component').count()).toBe(2)
  expect(await search.inputValue()).toBe('')
  expect(await editing.count()).toBe(0)

  await page.keyboard.press('F2')
  await editing.waitFor()
  const background = await editing.evaluate((field) => getComputedStyle(field).backgroundColor)
  expect(background).toBe('rgba(0, 0, 0, 0)')
  expectQuiet(visitor)
  await context.close()
}, 60_000)
