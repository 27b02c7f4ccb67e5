import { expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { begin, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** Labels wrap, so that lines of one label stand apart. */
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '')

it('places every kind from the palette and by quick insert, and finds all of them again', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  const palette = page.getByRole('navigation', { name: 'Components' })
  for (const { name, code } of catalog) {
    await palette.getByRole('button', { name, exact: true }).click()
    await page.keyboard.press('Escape')
    await quickInsert(page, code)
    await page.keyboard.press('Escape')
  }
  expect(await shapes(page, 'component').count()).toBe(2 * catalog.length)
  expect(await shapes(page, 'arrow').count()).toBe(0)
  await lightSays(page, 'On the server')
  const address = page.url()
  await visitor.context.close()

  await here.server.kill()
  await here.server.restart()
  const later = await visit(here.browser, address)
  await openCanvas(later.page)
  await expect.poll(() => shapes(later.page, 'component').count()).toBe(2 * catalog.length)
  const drawn = (await shapes(later.page, 'component').allTextContents()).map(withoutSpace)
  for (const { name } of catalog) {
    expect([name, drawn.filter((text) => text === withoutSpace(name)).length]).toEqual([name, 2])
  }
  expectQuiet(visitor)
  expectQuiet(later)
})
