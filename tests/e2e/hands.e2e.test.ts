import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  begin,
  label,
  lightSays,
  openCanvas,
  press,
  quickInsert,
  shapes,
  shareLink,
} from '../helpers/board.ts'
import { boardDesign, byName } from '../helpers/boardDesign.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

const part = (page: Page, text?: string) => shapes(page, 'component', text)
const plus = (page: Page, side: string) => page.getByRole('button', { name: `Add a component: ${side}` })
const insertBox = (page: Page) => page.getByRole('combobox', { name: 'Insert a component' })
const design = async (page: Page) => byName(await boardDesign(here.server.wsUrl, page.url()))

async function middle(page: Page, text: string) {
  const box = await part(page, text).boundingBox()
  if (!box) throw new Error(`“${text}” is not in sight.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function plusAt(page: Page, side: string) {
  const handle = plus(page, side)
  await handle.waitFor()
  const box = await handle.boundingBox()
  if (!box) throw new Error(`There is no + ${side}.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses the + of what is selected and pulls, without letting go. */
async function pull(page: Page, side: string, dx: number, dy: number) {
  const { x, y } = await plusAt(page, side)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 })
  await page.mouse.move(x + dx, y + dy, { steps: 3 })
}

async function leader(page: Page, key: string) {
  await page.keyboard.press(';')
  await page.keyboard.press(key)
}

it('pulls a link into nothing, and Escape leaves nothing; what is placed is one step to undo', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  await quickInsert(page, 'or')
  await pull(page, 'right', 120, 160)
  await shapes(page, 'arrow').waitFor()
  await page.mouse.up()
  await insertBox(page).waitFor()
  expect(await shapes(page, 'arrow').count()).toBe(0)
  await page.keyboard.press('Escape')
  await insertBox(page).waitFor({ state: 'detached' })
  expect([await part(page).count(), await shapes(page, 'arrow').count()]).toEqual([1, 0])

  await pull(page, 'right', 120, 160)
  await page.mouse.up()
  await insertBox(page).waitFor()
  await page.keyboard.type('fs')
  await page.keyboard.press('Enter')
  await part(page, 'Feature store').waitFor()
  expect(await shapes(page, 'arrow').count()).toBe(1)
  await lightSays(page, 'On the server')
  await page.keyboard.press('Control+z')
  await part(page, 'Feature store').waitFor({ state: 'detached' })
  expect([await part(page).count(), await shapes(page, 'arrow').count()]).toEqual([1, 0])
  expectQuiet(visitor)
})

it('ends a pull when the friend deletes where it comes from, and goes on', async () => {
  const me = await visit(here.browser, here.server.url)
  await begin(me.page, 'New board')
  await quickInsert(me.page, 'or')
  const friend = await visit(here.browser, await shareLink(me.page, 'Editor'))
  await openCanvas(friend.page)
  await part(friend.page).waitFor()
  await press(me.page, part(me.page))
  await pull(me.page, 'right', 120, 160)
  await shapes(friend.page, 'arrow').waitFor()
  await press(friend.page, part(friend.page))
  await friend.page.keyboard.press('Delete')
  await part(me.page).waitFor({ state: 'detached' })
  await me.page.mouse.up()
  await shapes(me.page, 'arrow').waitFor({ state: 'detached' })
  expect(await insertBox(me.page).count()).toBe(0)
  await quickInsert(me.page, 'db')
  await part(friend.page, 'Relational DB').waitFor()
  await shapes(friend.page, 'arrow').waitFor({ state: 'detached' })
  expectQuiet(me)
  expectQuiet(friend)
})

it('offers no + to who only reads', async () => {
  const me = await visit(here.browser, here.server.url)
  await begin(me.page, 'New board')
  await quickInsert(me.page, 'or')
  const observer = await visit(here.browser, await shareLink(me.page, 'Observer'))
  await openCanvas(observer.page)
  await part(observer.page).waitFor()
  const { x, y } = await middle(observer.page, 'Recommendation')
  await observer.page.mouse.move(x, y, { steps: 3 })
  await press(observer.page, part(observer.page))
  await observer.page.getByRole('region', { name: 'Inspector' }).getByText('Recommendation service').waitFor()
  expect(await plus(observer.page, 'right').count()).toBe(0)
  expect(await observer.page.getByRole('button', { name: 'Replace with…' }).count()).toBe(0)
  expectQuiet(observer)
})

/** tldraw's own canvas does that to any touch. */
const PASSIVE = /Unable to preventDefault inside passive event listener/

it('pulls a link by finger, from targets of 40 px', async () => {
  const visitor = await visit(here.browser, here.server.url, { hasTouch: true })
  const { page } = visitor
  await begin(page, 'New board')
  await quickInsert(page, 'or')
  await page.keyboard.press('Escape')
  await quickInsert(page, 'fs')
  const { x, y } = await middle(page, 'Recommendation')
  await page.touchscreen.tap(x, y)
  const from = await plusAt(page, 'down')
  const size = await plus(page, 'down').evaluate((button) => {
    const style = getComputedStyle(button, '::after')
    return [style.width, style.height].map(Number.parseFloat)
  })
  expect(Math.min(...size)).toBeGreaterThanOrEqual(40)
  const to = await middle(page, 'Feature store')
  const session = await visitor.context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  await touch('touchStart', from)
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
  await touch('touchEnd')
  await shapes(page, 'arrow').waitFor()
  await expect
    .poll(async () => Object.keys((await design(page)).links))
    .toEqual(['Recommendation service → Feature store'])
  expectQuiet(visitor, PASSIVE)
})

it('walks, numbers, replaces, duplicates and tidies by keys alone', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  await quickInsert(page, 'or')
  await quickInsert(page, 'kv')
  await label(page, 'User vectors')
  await page.keyboard.press('Control+ArrowLeft')
  await leader(page, 'ArrowRight')
  await leader(page, 'n')
  await page.keyboard.press('Control+ArrowRight')
  await leader(page, 'r')
  await page.getByRole('combobox', { name: 'Replace with another kind' }).waitFor()
  await page.keyboard.type('ann')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await design(page)).nodes['User vectors']?.kind).toBe('ann-index')
  expect(Object.values((await design(page)).links)).toMatchObject([{ seq: 1 }])
  await leader(page, 'd')
  await expect.poll(() => shapes(page, 'arrow').count()).toBe(2)
  await page.keyboard.press('Control+a')
  await leader(page, 't')
  const lefts = async () => {
    const boxes = await Promise.all((await part(page).all()).map((one) => one.boundingBox()))
    return boxes.map((box) => Math.round(box?.x ?? 0))
  }
  await expect.poll(async () => new Set(await lefts()).size).toBe(2)
  const sorted = (await lefts()).sort((a, b) => a - b)
  expect(sorted[1]).toBe(sorted[2])
  expectQuiet(visitor)
})

it('offers by right click what keys do, with the keys beside it', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  await quickInsert(page, 'sv')
  const ask = async (text: string) => {
    const { x, y } = await middle(page, text)
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menu').waitFor()
  }
  const entry = (name: string) => page.getByRole('menuitem', { name })

  await ask('Service')
  await entry('Duplicate with links').waitFor()
  expect(await entry('Select downstream').count()).toBe(0)
  expect(await entry('Replace with…').innerText()).toMatch(/; ?R$/)
  await entry('Replace with…').click()
  await page.getByRole('combobox', { name: 'Replace with another kind' }).waitFor()
  await page.keyboard.type('ms')
  await page.keyboard.press('Enter')
  await part(page, 'Model server').waitFor()

  await ask('Model server')
  await entry('Duplicate with links').click()
  await expect.poll(() => part(page, 'Model server').count()).toBe(2)
  expect(await shapes(page, 'arrow').count()).toBe(2)

  await ask('API gateway')
  await entry('Select downstream').click()
  await page.keyboard.press('Delete')
  await expect.poll(() => part(page).count()).toBe(0)
  expectQuiet(visitor)
  await visitor.context.close()
})
