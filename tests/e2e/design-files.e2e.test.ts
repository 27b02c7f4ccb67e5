import { expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { begin, openCanvas, shapes, shareLink } from '../helpers/board.ts'
import { boardDesign } from '../helpers/boardDesign.ts'
import { choose, exported, importDialog, lists } from '../helpers/designFiles.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('exports a board, shows the file before it is added elsewhere, and exports the same again', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page, context } = visitor
  await begin(page, 'Open the example')
  const first = await exported(page)
  expect(first.name).toBe('Song recommendation.json')
  expect(lists(first).nodes.length).toBeGreaterThan(30)

  const other = await visit(here.browser, here.server.url)
  await begin(other.page, 'New board')
  await other.page.keyboard.press('Control+k')
  await other.page.keyboard.type('import')
  await other.page.getByRole('option', { name: /Import design…/ }).waitFor()
  await other.page.keyboard.press('Enter')
  await importDialog(other.page).waitFor()
  await choose(other.page, first.name, first.text)
  await importDialog(other.page)
    .getByText(/\d+ components, 2 composites, \d+ links/)
    .waitFor()
  expect(await shapes(other.page, 'component').count()).toBe(0)
  await other.page.keyboard.press('Enter')
  await importDialog(other.page).waitFor({ state: 'detached' })
  await shapes(other.page, 'component', 'API gateway').waitFor()
  const second = await exported(other.page)
  expect(lists(second)).toEqual(lists(first))

  await other.page.keyboard.press('Control+z')
  await expect.poll(() => shapes(other.page, 'component').count()).toBe(0)
  expectQuiet(visitor)
  expectQuiet(other)
  await context.close()
  await other.context.close()
})

const WRONG: readonly [name: string, content: string | Buffer, why: RegExp][] = [
  ['cut.json', '{"nodes": [', /Line 1, column 12 is no JSON: the file ends/],
  ['package.json', '{"name": "drillboard"}', /is JSON, but no design/],
  ['picture.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /no text in UTF-8/],
  ['huge.json', `{"nodes": [], "x": "${'x'.repeat(8_000_001)}"}`, /is longer than 8 million characters/],
  [
    'many.json',
    JSON.stringify({ nodes: Array.from({ length: 4_001 }, (_, n) => ({ id: `n${n}`, kind: 'cache' })) }),
    /has 4001 parts; a board holds 4000/,
  ],
]

it('refuses wrong files in words, warns of what is odd, and leaves the board as it was', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page, context } = visitor
  await begin(page, 'Open the example')
  const before = await exported(page)
  for (const [name, content, why] of WRONG) {
    await choose(page, name, content)
    await importDialog(page).getByRole('alert').filter({ hasText: why }).waitFor()
    expect(await importDialog(page).getByText(name).isVisible()).toBe(true)
    expect(await importDialog(page).getByRole('button', { name: 'Add to this board' }).count()).toBe(0)
  }
  const hostile = '<img src=x onerror="document.title=1">'
  const odd = Array.from({ length: 60 }, (_, n) => ({ id: `${hostile}${n}`, kind: hostile, label: hostile }))
  await choose(page, `${hostile}.json`, JSON.stringify({ nodes: odd, surprise: 1 }))
  await importDialog(page).getByText('60 components').waitFor()
  await importDialog(page).getByText('61 things were not understood').waitFor()
  await importDialog(page).getByText('and 11 more like these').waitFor()
  await importDialog(page).getByText('surprise').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await importDialog(page).waitFor({ state: 'detached' })
  expect(await exported(page)).toEqual(before)
  expectQuiet(visitor)
  await context.close()
})

it('takes a file that is dropped, beside what is there, with ids of its own; observers only export', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page, context } = visitor
  await begin(page, 'Open the example')
  const { text } = await exported(page)
  const count = lists({ text }).nodes.length
  await page.getByTestId('canvas').dispatchEvent('drop', {
    clientX: 700,
    clientY: 400,
    dataTransfer: await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'dropped.json', { type: 'application/json' }))
      return data
    }, text),
  })
  await importDialog(page).getByRole('button', { name: 'Add to this board' }).click()
  await importDialog(page).waitFor({ state: 'detached' })
  const nodes = async () => (await boardDesign(here.server.wsUrl, page.url())).nodes.length
  await expect.poll(nodes).toBe(2 * count)

  const observer = await visit(here.browser, await shareLink(page, 'Observer'))
  await openCanvas(observer.page)
  await observer.page.getByTestId('main-menu.button').click()
  await observer.page.getByRole('menuitem', { name: 'Export design (JSON)' }).waitFor()
  expect(await observer.page.getByRole('menuitem', { name: 'Import design…' }).count()).toBe(0)
  expectQuiet(visitor)
  await context.close()
  await observer.context.close()
})
