import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import type { ComponentKind } from '../../shapes/catalog/kind.ts'
import { begin, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** Labels wrap, so that lines of one label stand apart. */
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '')

const WAYS: readonly (readonly [string, (page: Page, kind: ComponentKind) => Promise<void>])[] = [
  [
    'the palette',
    async (page, { name }) => {
      const palette = page.getByRole('navigation', { name: 'Components' })
      await palette.getByRole('button', { name, exact: true }).click()
    },
  ],
  ['quick insert', (page, { code }) => quickInsert(page, code)],
]

it.each(WAYS)('places every kind from %s, and finds all of them after a restart', async (_, place) => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  for (const kind of catalog) {
    await place(page, kind)
    await page.keyboard.press('Escape')
  }
  expect(await shapes(page, 'component').count()).toBe(catalog.length)
  expect(await shapes(page, 'arrow').count()).toBe(0)
  await lightSays(page, 'On the server')
  const address = page.url()
  await visitor.context.close()

  await here.server.kill()
  await here.server.restart()
  const later = await visit(here.browser, address)
  await openCanvas(later.page)
  await expect.poll(() => shapes(later.page, 'component').count()).toBe(catalog.length)
  // So many are shown as a whole, too small for labels.
  await later.page.keyboard.press('Shift+0')
  const labels = async () => (await shapes(later.page, 'component').allTextContents()).map(withoutSpace)
  await expect
    .poll(async () => (await labels()).sort())
    .toEqual(catalog.map(({ name }) => withoutSpace(name)).sort())
  expectQuiet(visitor)
  expectQuiet(later)
})
