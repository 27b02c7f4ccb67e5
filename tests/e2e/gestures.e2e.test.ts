import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { label, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { createRoom } from '../helpers/syncClient.ts'

const here = journey()

/** Me and a friend at one board with these components, none of them linked. */
async function together(...codes: string[]) {
  const { room, tokens } = await createRoom(here.server.url)
  const open = async (whose: string, token = '') => {
    const visitor = await visit(await here.home(whose), `${here.server.url}/board/${room}#${token}`)
    await openCanvas(visitor.page)
    return visitor
  }
  const [me, friend] = await Promise.all([open('me', tokens.owner), open('friend', tokens.editor)])
  for (const code of codes) {
    await quickInsert(me.page, code)
    await me.page.keyboard.press('Escape')
  }
  await expect.poll(() => friend.page.locator('.tl-shape').count()).toBe(codes.length)
  const leave = () => {
    expectQuiet(me)
    expectQuiet(friend)
  }
  return { me: me.page, friend: friend.page, leave }
}

const part = (page: Page, text: string) => shapes(page, 'component', text)

async function middleOf(shape: Locator) {
  const box = await shape.boundingBox()
  if (!box) throw new Error('The shape is not in sight.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function click(page: Page, shape: Locator) {
  const { x, y } = await middleOf(shape)
  await page.mouse.click(x, y)
}

async function remove(page: Page, shape: Locator) {
  await click(page, shape)
  await page.keyboard.press('Delete')
  await shape.waitFor({ state: 'detached' })
}

/** Presses on a shape and pulls it down, without letting go. */
async function pullDown(page: Page, shape: Locator) {
  const { x, y } = await middleOf(shape)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 60, { steps: 4 })
  return { x, y }
}

const isPressed = (page: Page, tool: string) => page.getByTestId(`tools.${tool}`).getAttribute('aria-pressed')

/** The tool is still the one that selects, and keys pick another. */
async function expectFree(page: Page) {
  await expect.poll(() => isPressed(page, 'select')).toBe('true')
  await page.keyboard.press('r')
  await expect.poll(() => isPressed(page, 'rectangle')).toBe('true')
  await page.keyboard.press('v')
  await expect.poll(() => isPressed(page, 'select')).toBe('true')
}

it('keeps my drag and the friend’s label, and one undo takes back the whole drag alone', async () => {
  const { me, friend, leave } = await together('db')
  const from = await pullDown(me, part(me, 'Relational DB'))
  await click(friend, part(friend, 'Relational DB'))
  await label(friend, 'Accounts')
  await part(me, 'Accounts').waitFor()
  await me.mouse.move(from.x, from.y + 160, { steps: 4 })
  await me.mouse.up()
  const fallen = async () => (await middleOf(part(me, 'Accounts'))).y - from.y
  await expect.poll(fallen).toBeGreaterThan(140)
  await lightSays(me, 'Seen by 1 other')
  await me.keyboard.press('Control+z')
  await expect.poll(async () => Math.abs(await fallen())).toBeLessThan(12)
  await lightSays(me, 'Seen by 1 other')
  expect(await part(friend, 'Accounts').count()).toBe(1)
  leave()
})

it('takes back my drag at Escape, and keeps what the friend wrote meanwhile', async () => {
  const { me, friend, leave } = await together('db')
  const from = await pullDown(me, part(me, 'Relational DB'))
  await click(friend, part(friend, 'Relational DB'))
  await label(friend, 'Accounts')
  await part(me, 'Accounts').waitFor()
  await me.keyboard.press('Escape')
  await me.mouse.up()
  await expect.poll(async () => Math.abs((await middleOf(part(me, 'Accounts'))).y - from.y)).toBeLessThan(12)
  await lightSays(me, 'Seen by 1 other')
  expect(await part(friend, 'Accounts').count()).toBe(1)
  await expectFree(me)
  leave()
})

it('keeps what the friend writes on a component while I resize it', async () => {
  const { me, friend, leave } = await together('sv')
  const service = shapes(me, 'component')
  await click(me, service)
  const before = await service.boundingBox()
  const corner = await middleOf(me.getByTestId('selection.resize.bottom-right'))
  await me.mouse.move(corner.x, corner.y)
  await me.mouse.down()
  await me.mouse.move(corner.x + 40, corner.y + 40, { steps: 4 })
  await click(friend, shapes(friend, 'component'))
  await label(friend, 'Ranking')
  await part(me, 'Ranking').waitFor()
  await me.mouse.move(corner.x + 80, corner.y + 80, { steps: 4 })
  await me.mouse.up()
  await lightSays(me, 'Seen by 1 other')
  expect((await service.boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) + 60)
  expect([await part(me, 'Ranking').count(), await part(friend, 'Ranking').count()]).toEqual([1, 1])
  leave()
})

it('ends my drag when the friend deletes what I drag', async () => {
  const { me, friend, leave } = await together('db')
  const from = await pullDown(me, part(me, 'Relational DB'))
  await lightSays(me, 'Seen by 1 other')
  await remove(friend, part(friend, 'Relational DB'))
  await part(me, 'Relational DB').waitFor({ state: 'detached' })
  await me.mouse.move(from.x, from.y + 160, { steps: 4 })
  await me.mouse.up()
  await expectFree(me)
  await quickInsert(me, 'ca')
  await part(friend, 'Cache').waitFor({ state: 'attached' })
  expect(await shapes(me, 'component').count()).toBe(1)
  leave()
})

/** Draws a link with the arrow tool, and lets go only after `meanwhile`. */
async function drawLink(page: Page, from: Locator, to: Locator, meanwhile: () => Promise<void>) {
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.keyboard.press('a')
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x - 4, end.y - 4, { steps: 6 })
  await meanwhile()
  await page.mouse.move(end.x, end.y, { steps: 2 })
  await page.mouse.up()
}

it.each(['Service', 'Cache'])(
  'lets me draw a link while the friend deletes an end of it: %s',
  async (end) => {
    const { me, friend, leave } = await together('sv', 'ca')
    await drawLink(me, part(me, 'Service'), part(me, 'Cache'), async () => {
      await lightSays(me, 'Seen by 1 other')
      await remove(friend, part(friend, end))
      await part(me, end).waitFor({ state: 'detached' })
    })
    await expectFree(me)
    await lightSays(me, 'Seen by 1 other')
    expect(await shapes(me, 'component').count()).toBe(1)
    expect(await shapes(friend, 'arrow').count()).toBe(await shapes(me, 'arrow').count())
    leave()
  },
)

it('ends my resize when the friend deletes a link that I resize along', async () => {
  const { me, friend, leave } = await together('sv', 'ca')
  await drawLink(me, part(me, 'Service'), part(me, 'Cache'), async () => {})
  await shapes(friend, 'arrow').waitFor()
  await me.keyboard.press('Control+a')
  const corner = await middleOf(me.getByTestId('selection.resize.bottom-right'))
  await me.mouse.move(corner.x, corner.y)
  await me.mouse.down()
  await me.mouse.move(corner.x + 40, corner.y + 40, { steps: 4 })
  await remove(friend, shapes(friend, 'arrow'))
  await shapes(me, 'arrow').waitFor({ state: 'detached' })
  await me.mouse.move(corner.x + 80, corner.y + 80, { steps: 4 })
  await me.mouse.up()
  await expectFree(me)
  expect(await shapes(me, 'component').count()).toBe(2)
  leave()
})

/** The rest of a word that would zoom, draw, delete, and open our own dialogs. */
async function typeOn(page: Page) {
  await page.keyboard.type('zr;l?')
  await page.keyboard.press('Backspace')
}

async function expectNothingHeard(page: Page) {
  await expect.poll(() => isPressed(page, 'select')).toBe('true')
  expect(await page.getByRole('dialog').count()).toBe(0)
  const { x, y } = await middleOf(page.getByTestId('canvas'))
  await page.mouse.click(x, y + 300)
  await expectFree(page)
}

it('makes no shortcut of the rest of my word when the friend deletes what I label', async () => {
  const { me, friend, leave } = await together('sv', 'ca')
  await click(me, part(me, 'Service'))
  await me.keyboard.press('F2')
  const field = me.getByTestId('canvas').getByRole('textbox', { name: 'Label' })
  await field.waitFor()
  await me.keyboard.type('Mine')
  await part(friend, 'Mine').waitFor()
  await click(friend, part(friend, 'Mine'))
  await label(friend, 'Theirs')
  await expect.poll(() => field.inputValue()).toBe('Theirs')
  await me.keyboard.type('z')
  await part(friend, 'z').waitFor()
  await friend.keyboard.press('Delete')
  await field.waitFor({ state: 'detached' })
  await typeOn(me)
  await expectNothingHeard(me)
  await lightSays(me, 'Seen by 1 other')
  for (const page of [me, friend])
    expect(await shapes(page, 'component').allTextContents()).toEqual(['Cache'])
  leave()
})

const fields: Record<string, (page: Page) => Promise<Locator>> = {
  'a field of the inspector': async (page) => {
    await click(page, part(page, 'Service'))
    const field = page.getByRole('region', { name: 'Inspector' }).getByLabel('Label', { exact: true })
    await field.click()
    return field
  },
  'a note': async (page) => {
    await page.keyboard.press('n')
    const { x, y } = await middleOf(page.getByTestId('canvas'))
    await page.mouse.click(x - 200, y + 200)
    return page.locator('.tl-shape[data-shape-type="note"] [contenteditable=true]')
  },
  'the label of a link': async (page) => {
    await drawLink(page, part(page, 'Service'), part(page, 'Cache'), async () => {})
    await page.keyboard.press('F2')
    return page.getByRole('textbox', { name: 'Label of the link' })
  },
}

it.each(Object.keys(fields))('makes no shortcut of the rest of my word typed into %s', async (what) => {
  const { me, friend, leave } = await together('sv', 'ca')
  const field = await fields[what]?.(me)
  await field?.waitFor()
  await me.keyboard.type('mi')
  await lightSays(me, 'Seen by 1 other')
  await openCanvas(friend)
  await friend.keyboard.press('Control+a')
  await friend.keyboard.press('Delete')
  await field?.waitFor({ state: 'detached' })
  await typeOn(me)
  await expectNothingHeard(me)
  for (const page of [me, friend]) await expect.poll(() => page.locator('.tl-shape').count()).toBe(0)
  leave()
})

it('makes no shortcut of the rest of a stage’s name that the friend removes', async () => {
  const { me, friend, leave } = await together('fu')
  const funnel = shapes(me, 'funnel')
  await click(me, funnel)
  await me.keyboard.press('F2')
  const name = friend.getByRole('button', { name: /^Remove / }).first()
  await click(friend, shapes(friend, 'funnel'))
  await name.waitFor()
  const stage = ((await name.getAttribute('aria-label')) ?? '').replace('Remove ', '')
  await openCanvas(me)
  await me.getByTestId('canvas').getByRole('textbox').waitFor()
  const field = me.locator('.panel-field input')
  for (let tabs = 0; tabs < 8 && (await field.inputValue()) !== stage; tabs += 1)
    await me.keyboard.press('Tab')
  await me.keyboard.type('mi')
  await name.click()
  await field.first().waitFor({ state: 'detached' })
  await typeOn(me)
  await expectNothingHeard(me)
  expect(await funnel.count()).toBe(1)
  expect(await me.getByText(stage, { exact: true }).count()).toBe(0)
  leave()
})
