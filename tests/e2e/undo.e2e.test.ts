import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { begin, label, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

async function middleOf(page: Page, text: string) {
  const box = await shapes(page, 'component', text).boundingBox()
  if (!box) throw new Error(`“${text}” is not on the board`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function dragDown(page: Page, text: string) {
  const { x, y } = await middleOf(page, text)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 60, { steps: 4 })
  await page.mouse.move(x, y + 160, { steps: 4 })
  await page.mouse.up()
  return y
}

it('takes back what I did and nothing of what a friend did to the same shape', async () => {
  const me = await visit(here.browser, here.server.url)
  await begin(me.page, 'New board')
  await quickInsert(me.page, 'db')
  const friend = await visit(here.browser, await shareLink(me.page, 'Editor'))
  await openCanvas(friend.page)
  await shapes(friend.page, 'component', 'Relational DB').waitFor()

  const before = await dragDown(me.page, 'Relational DB')
  await lightSays(me.page, 'Seen by 1 other')
  const there = await middleOf(friend.page, 'Relational DB')
  await friend.page.mouse.click(there.x, there.y)
  await label(friend.page, 'Accounts')
  await shapes(me.page, 'component', 'Accounts').waitFor()

  await me.page.keyboard.press('Control+z')
  await expect.poll(async () => Math.abs((await middleOf(me.page, 'Accounts')).y - before)).toBeLessThan(12)
  await lightSays(me.page, 'Seen by 1 other')
  expect(await shapes(friend.page, 'component', 'Accounts').count()).toBe(1)
  expect((await middleOf(friend.page, 'Accounts')).y).toBeLessThan(there.y - 100)

  await me.page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await middleOf(me.page, 'Accounts')).y - before).toBeGreaterThan(100)
  expect(await shapes(me.page, 'component', 'Accounts').count()).toBe(1)

  await label(me.page, 'Mine')
  await shapes(friend.page, 'component', 'Mine').waitFor()
  await label(friend.page, 'Theirs')
  await shapes(me.page, 'component', 'Theirs').waitFor()
  await me.page.keyboard.press('Control+z')
  await me.page
    .getByText('Passed over a step that somebody else has changed since.', { exact: true })
    .waitFor()
  expect(await shapes(me.page, 'component', 'Theirs').count()).toBe(1)

  await friend.page.keyboard.press('Delete')
  await expect.poll(() => shapes(me.page, 'component').count()).toBe(0)
  await me.page.keyboard.press('Control+z')
  await quickInsert(me.page, 'ca')
  await shapes(friend.page, 'component', 'Cache').waitFor({ state: 'attached' })
  expect(await shapes(me.page, 'component').count()).toBe(1)
  expectQuiet(me)
  expectQuiet(friend)
})
