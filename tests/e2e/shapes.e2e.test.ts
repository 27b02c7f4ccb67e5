import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { insertables } from '../../src/canvas/insertables.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()
const shapesUrl = () => `${here.server.url}/shapes`

const names = (page: Page) => page.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts()
const search = (page: Page) => page.getByRole('searchbox', { name: 'Find a shape' })

/** How far below the top of the window a shape's part of the page begins, px. */
const top = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element) => Math.round(element.getBoundingClientRect().top))

it('shows every shape with a drawing, without loading what only a board needs', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.getByRole('link', { name: 'Shapes' }).click()
  await page.getByRole('heading', { name: 'Every shape, and when to draw it.' }).waitFor()
  expect((await names(page)).sort()).toEqual(insertables.map(({ name }) => name).sort())
  const drawings = page.locator('.shape-drawing svg')
  expect(await drawings.count()).toBe(insertables.length)
  expect(scripts.some((url) => /ShapesPage/.test(url))).toBe(true)
  expect(scripts.filter((url) => /BoardPage/.test(url))).toEqual([])
  expectQuiet(visitor)
})

it('filters while one types, and goes to the best match by Enter', async () => {
  const { page } = await visit(here.browser, shapesUrl())
  await search(page).fill('swimlane')
  await page.getByText(`1 of ${insertables.length} shapes`).waitFor()
  expect(await names(page)).toEqual(['Zone frame'])
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Zone frame')
  await search(page).fill('no such thing')
  await page.getByText('No shape is called that.').waitFor()
  expect(await names(page)).toEqual([])
  await page.keyboard.press('Escape')
  const of = (group: string) => insertables.filter((one) => one.group === group).length
  const [composites, cards] = [of('composites'), of('cards')]
  const frames = insertables.length - catalog.length - composites - cards
  await page
    .getByText(
      `${insertables.length} shapes: ${catalog.length} components, ${composites} composites, ${cards} cards, ${frames} frames`,
    )
    .waitFor()
})

it('goes to the shape that the address names, and by links from one to the next and back', async () => {
  const { page } = await visit(here.browser, `${shapesUrl()}#ann-index`)
  await expect.poll(() => top(page, 'ann-index')).toBeLessThan(20)
  expect(await top(page, 'ann-index')).toBeGreaterThanOrEqual(0)
  await page.locator('#ann-index').getByRole('link', { name: 'Ranker', exact: true }).click()
  await expect.poll(() => page.url()).toBe(`${shapesUrl()}#ranker`)
  await expect.poll(() => top(page, 'ranker')).toBeLessThan(20)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ranker')
  await page.goBack()
  await expect.poll(() => top(page, 'ann-index')).toBeLessThan(20)
  await page.getByRole('link', { name: /^Storage/ }).click()
  await expect.poll(() => top(page, 'group-storage')).toBeLessThan(20)
})

it('fits a phone, its links as high as a finger', async () => {
  const viewport = { width: 390, height: 844 }
  const context = await here.browser.newContext({ viewport, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto(shapesUrl())
  await page.getByRole('article').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  const heights = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(40)
  await context.close()
})

it('is printed black on white, without controls, no shape parted between two sheets', async () => {
  const { page, context } = await visit(here.browser, shapesUrl(), { colorScheme: 'dark' })
  await page.getByRole('article').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const control of [search(page), page.getByRole('navigation'), page.getByRole('button')])
    expect(await control.filter({ visible: true }).count()).toBe(0)
  const paint = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor, breakInside } = getComputedStyle(element)
        return [color, backgroundColor, breakInside]
      })
  expect(await paint('.shapes')).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'auto'])
  expect((await paint('.shape'))[2]).toBe('avoid')
  expect(
    await page
      .locator('.shape-drawing text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill),
  ).toBe('rgb(0, 0, 0)')
  await context.close()
})
