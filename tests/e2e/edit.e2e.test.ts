import { expect, it } from 'vitest'
import { begin, label, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it.each(['Escape', 'Enter'])('gives the keys back to the canvas when %s ends a label', async (end) => {
  const ada = await visit(here.browser, here.server.url)
  const { keyboard } = ada.page
  await begin(ada.page, 'New board')
  await quickInsert(ada.page, 'sv')
  await keyboard.press('F2')
  await ada.page.getByTestId('canvas').getByRole('textbox', { name: 'Label' }).waitFor()
  await keyboard.press('Control+a')
  await keyboard.type('Scores')
  await keyboard.press(end)
  await keyboard.press('r')
  const rectangle = ada.page.getByTestId('tools.rectangle')
  await expect.poll(() => rectangle.getAttribute('aria-pressed')).toBe('true')
  await keyboard.press('v')

  await label(ada.page, 'Scores of all')
  const service = shapes(ada.page, 'component', 'Scores of all')
  const before = await service.boundingBox()
  await keyboard.press('ArrowRight')
  await expect.poll(async () => (await service.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0)
  expectQuiet(ada)
})

it('pastes components with the links between them, and takes that back in one step', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page, 'New board')
  for (const code of ['gw', 'or', 'fu']) await quickInsert(page, code)
  const count = () => Promise.all(['component', 'funnel', 'arrow'].map((type) => shapes(page, type).count()))
  const clipboard = () => page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join() ?? '')
  const twice = async (keys: string) => {
    await page.keyboard.press(keys)
    await expect.poll(count).toEqual([4, 2, 4])
    await page.keyboard.press('Control+z')
    await expect.poll(count).toEqual([2, 1, 2])
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(clipboard).toContain('text')
  await twice('Control+v')
  await page.keyboard.press('Control+a')
  await twice('Control+d')
  expectQuiet(ada)
})

it('pastes at the pointer', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page, 'New board')
  await page.evaluate(() => navigator.clipboard.writeText('20k per second'))
  await page.mouse.move(420, 300)
  await page.keyboard.press('Control+v')
  const text = shapes(page, 'text', '20k per second')
  await text.waitFor()
  const box = await text.boundingBox()
  if (!box) throw new Error('the text is not in view')
  expect(Math.abs(box.x + box.width / 2 - 420)).toBeLessThan(box.width / 2)
  expect(Math.abs(box.y + box.height / 2 - 300)).toBeLessThan(box.height)
  expectQuiet(ada)
})

it('says where a component runs from the lane that it is dragged into, and out of', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'sv')
  await page.keyboard.press('Escape')
  await quickInsert(page, 'offline lane')
  const service = shapes(page, 'component', 'Service')
  const lane = shapes(page, 'zone-frame', 'Offline')
  const runs = page.getByLabel('Runs').locator('option').first()
  const middle = async (shape: typeof service) => {
    const box = await shape.boundingBox()
    if (!box) throw new Error('That shape is not in view.')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const drag = async (to: { x: number; y: number }, unset: string) => {
    const from = await middle(service)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await expect.poll(() => runs.innerText()).toBe(unset)
    await page.mouse.up()
  }
  const start = await middle(service)
  await drag(await middle(lane), 'as the lane around it: offline')
  await drag(start, 'as usual: online')
  await page.keyboard.press('Control+z')
  await expect.poll(() => runs.innerText()).toBe('as the lane around it: offline')
  expectQuiet(ada)
})
