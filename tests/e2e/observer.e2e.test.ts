import { expect, it } from 'vitest'
import { begin, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('lets an observer see everything live and change nothing', async () => {
  const owner = await visit(here.browser, here.server.url)
  await begin(owner.page, 'New board')
  await quickInsert(owner.page, 'db')
  const observer = await visit(here.browser, await shareLink(owner.page, 'Observer'))
  await openCanvas(observer.page)
  await shapes(observer.page, 'component', 'Relational DB').waitFor()

  await quickInsert(owner.page, 'ca')
  await shapes(observer.page, 'component', 'Cache').waitFor()

  expect(await observer.page.getByRole('navigation', { name: 'Components' }).count()).toBe(0)
  await observer.page.keyboard.press('Control+k')
  await observer.page.keyboard.press('Control+a')
  await observer.page.keyboard.press('Delete')
  const box = await shapes(observer.page, 'component', 'Cache').boundingBox()
  if (!box) throw new Error('The cache is not on the board')
  await observer.page.mouse.move(box.x + 20, box.y + 20)
  await observer.page.mouse.down()
  await observer.page.mouse.move(box.x + 220, box.y + 220, { steps: 4 })
  await observer.page.mouse.up()
  await observer.page.keyboard.type('r')

  await quickInsert(owner.page, 'q')
  await shapes(observer.page, 'component', 'Work queue').waitFor()
  await lightSays(owner.page, 'Seen by 1 other')
  expect(await shapes(owner.page, 'component').count()).toBe(3)
  const after = await shapes(observer.page, 'component', 'Cache').boundingBox()
  expect(after).toEqual(box)
  expectQuiet(owner)
  expectQuiet(observer)
})

it('lets an observer point with the laser, which others see and which leaves nothing behind', async () => {
  const owner = await visit(here.browser, here.server.url)
  await begin(owner.page, 'New board')
  await quickInsert(owner.page, 'db')
  const observer = await visit(here.browser, await shareLink(owner.page, 'Observer'))
  const canvas = await openCanvas(observer.page)
  await shapes(observer.page, 'component', 'Relational DB').waitFor()
  await canvas.click({ position: { x: 400, y: 200 } })
  await observer.page.keyboard.press('k')
  await observer.page.getByRole('button', { name: 'Laser', pressed: true }).waitFor()
  await observer.page.mouse.move(500, 300)
  await observer.page.mouse.down()
  const trail = owner.page.locator('.tl-collaborator__scribble path')
  for (let x = 500; !(await trail.isVisible()); x = x < 900 ? x + 15 : 500) {
    await observer.page.mouse.move(x, 300 + ((x * 7) % 90))
  }
  await observer.page.mouse.up()
  await trail.waitFor({ state: 'detached' })
  const name = owner.page.locator('.tl-nametag')
  for (const colorScheme of ['light', 'dark'] as const) {
    await owner.page.emulateMedia({ colorScheme })
    await expect.poll(() => name.evaluate((tag) => getComputedStyle(tag).color)).toBe('rgb(255, 255, 255)')
  }
  expect(await owner.page.locator('.tl-shape').count()).toBe(1)
  expect(await observer.page.locator('.tl-shape').count()).toBe(1)
  expectQuiet(owner)
  expectQuiet(observer)
})
