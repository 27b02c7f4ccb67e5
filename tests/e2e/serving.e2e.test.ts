import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { begin, lightSays, openCanvas, shapes, tabTo } from '../helpers/board.ts'
import { boardDesign, byName, type NamedDesign } from '../helpers/boardDesign.ts'
import { countedKeys } from '../helpers/countedKeys.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** The serving part of “Song / playlist recommendation”. */
const SERVING: NamedDesign = {
  nodes: {
    'Mobile app': { kind: 'client', props: { qps: 20_000 } },
    'API gateway': { kind: 'api-gateway', props: { p99: 5 } },
    'Home reco service': { kind: 'orchestrator', props: { p99: 5, replicas: 60 } },
    'Experiment assignment': { kind: 'ab-platform', props: { p99: 2 } },
    'Feature store (online+offline)': { kind: 'feature-store', props: { mode: 'both', p99: 10 } },
    'User tower': { kind: 'query-tower', props: { dim: 128, p99: 8, version: 'v7' } },
    'ANN index of tracks': {
      kind: 'ann-index',
      props: { dim: 128, items: 100_000_000, p99: 15, refresh_h: 6, version: 'v7' },
    },
    'New and trending by country': {
      kind: 'candidate-generator',
      props: { itemsIn: 100_000, itemsOut: 500, p99: 5 },
    },
    'Multi-task ranker': {
      kind: 'ranker',
      props: { itemsIn: 10_000, itemsOut: 100, p99: 60, replicas: 200 },
    },
    'Diversity and licensing rules': { kind: 'reranker', props: { itemsIn: 100, itemsOut: 20, p99: 10 } },
    'Popular-in-country list': { kind: 'fallback', props: { p99: 3 } },
  },
  links: {
    'Mobile app → API gateway': { mode: 'sync', label: 'GET /home' },
    'API gateway → Home reco service': { mode: 'sync', label: 'user id, context' },
    'Home reco service → Experiment assignment': { mode: 'sync', label: 'variant', seq: 1 },
    'Home reco service → Feature store (online+offline)': { mode: 'sync', label: 'user features', seq: 1 },
    'Home reco service → User tower': { mode: 'sync', label: 'user vector', seq: 2 },
    'Home reco service → ANN index of tracks': { mode: 'sync', label: 'top 10k', seq: 3 },
    'Home reco service → New and trending by country': { mode: 'sync', label: 'extra candidates', seq: 3 },
    'Home reco service → Multi-task ranker': { mode: 'sync', label: 'score 10k', seq: 4 },
    'Multi-task ranker → Feature store (online+offline)': { mode: 'sync', label: 'item features (batched)' },
    'Home reco service → Diversity and licensing rules': { mode: 'sync', label: 'final 20', seq: 5 },
    'Home reco service → Popular-in-country list': { mode: 'sync', label: 'on timeout', optional: true },
  },
}

/** What the recommendation service calls, as one line of quick insert each. */
const CALLED = [
  'ab:Experiment assignment;p99 2;>#1',
  'fs:Feature store (online+offline);mo both;p99 10;>#1 user features',
  'qt:User tower;dim 128;p99 8;ver v7;>#2 user vector',
  'ann:ANN index of tracks;dim 128;it 100M;p99 15;ref 6;ver v7;>#3 top 10k',
  'cg:New and trending by country;in 100k;out 500;p99 5;>#3 extra candidates',
  'rk:Multi-task ranker;in 10k;out 100;p99 60;rep 200;>#4 score 10k',
  'rr:Diversity and licensing rules;in 100;out 20;p99 10;>#5 final 20',
  'fb:Popular-in-country list;p99 3;>on timeout ?',
]

/** Every character of the labels and values of a design, numbers as short as people write them. */
function charactersOf({ nodes, links }: NamedDesign): number {
  const short = (value: unknown) =>
    String(value)
      .replace(/000000$/, 'M')
      .replace(/000$/, 'k')
  const words = [
    ...Object.entries(nodes).flatMap(([label, { props }]) => [label, ...Object.values(props).map(short)]),
    ...Object.values(links).flatMap(({ label, seq }) => [label, String(seq ?? '')]),
  ]
  return words.join('').length
}

const expectServing = (page: Page) =>
  expect
    .poll(async () => byName(await boardDesign(here.server.wsUrl, page.url())), { timeout: 30_000 })
    .toEqual(SERVING)

const insertBox = (page: Page) => page.getByRole('combobox', { name: 'Insert a component' })

it('builds the serving part of a design by keys alone, with at most 1.8 presses for each of its characters', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await tabTo(page, 'New board')
  await page.keyboard.press('Enter')
  await openCanvas(page)
  const keys = countedKeys(page)
  const openInsert = async () => {
    await keys.press('Control+k')
    await insertBox(page).waitFor()
  }
  for (const line of [
    'cl:Mobile app;qps 20k',
    'gw;p99 5;>GET /home',
    'or:Home reco service;p99 5;rep 60;>user id, context',
  ]) {
    await openInsert()
    await keys.type(line)
    await keys.press('Enter')
    await insertBox(page).waitFor({ state: 'detached' })
  }
  await openInsert()
  for (const [i, line] of CALLED.entries()) {
    await keys.type(line)
    await keys.press(i < CALLED.length - 1 ? 'Shift+Enter' : 'Enter')
    await expect.poll(() => shapes(page, 'component').count()).toBe(4 + i)
  }
  await keys.press('Escape')
  await keys.press(';')
  await keys.press('l')
  await page.getByRole('combobox', { name: 'Connect from' }).waitFor()
  await keys.type('rk')
  await keys.press('Enter')
  await page.getByRole('combobox', { name: 'Connect to a component' }).waitFor()
  await keys.type('fs:item features (batched)')
  await keys.press('Enter')
  await lightSays(page, 'On the server')
  await expectServing(page)
  const ratio = keys.presses() / charactersOf(SERVING)
  process.stdout.write(
    `Key presses: ${keys.presses()} for ${charactersOf(SERVING)} characters, ${ratio.toFixed(2)} for each.\n`,
  )
  expect(ratio).toBeLessThanOrEqual(1.8)
  expectQuiet(visitor)
})

/** The + of the component under the mouse or selected. */
const plus = (page: Page, side: string) => page.getByRole('button', { name: `Add a component: ${side}` })

async function middle(page: Page, label: string) {
  const found = await middleOf(shapes(page, 'component', label))
  if (!found) throw new Error(`“${label}” is not in sight.`)
  return found
}

/** Hovers a component and pulls a link out of its right side to a point. */
async function pullTo(page: Page, from: string, to: { x: number; y: number }) {
  const start = await middle(page, from)
  // Links may pass over its middle.
  await page.mouse.move(start.x - 12, start.y + 4, { steps: 2 })
  const handle = async () => middleOf(plus(page, 'right'))
  // The selected component has one too, until the mouse is found to be here.
  await expect.poll(async () => Math.abs(((await handle())?.y ?? 0) - start.y)).toBeLessThan(4)
  const pressed = await handle()
  if (!pressed) throw new Error(`No + on the right of “${from}”.`)
  await page.mouse.move(pressed.x, pressed.y, { steps: 4 })
  await page.mouse.down()
  await page.mouse.move((pressed.x + to.x) / 2, (pressed.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

async function middleOf(thing: Locator) {
  const box = (await thing.count()) === 1 ? await thing.boundingBox() : null
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Writes in the inspector what is selected says, by clicking into its fields. */
async function fill(page: Page, fields: Readonly<Record<string, string>>) {
  const inspector = page.getByRole('region', { name: 'Inspector' })
  for (const [name, value] of Object.entries(fields)) {
    await inspector.getByRole('textbox', { name, exact: true }).click()
    await inspector.getByRole('textbox', { name, exact: true }).fill(value)
  }
  await inspector.getByRole('heading').first().click()
}

it('builds the same with the mouse: from the palette, by pulling links, zoomed out', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await begin(page, 'New board')
  const canvas = await openCanvas(page)
  const area = await canvas.boundingBox()
  if (!area) throw new Error('The canvas is not in sight.')
  const at = (x: number, y: number) => ({ x: area.x + x, y: area.y + y })
  await page.mouse.move(area.x + 300, area.y + 400)
  await page.keyboard.down('Control')
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, 100)
  await page.keyboard.up('Control')

  const fromPalette = async (name: string, to: { x: number; y: number }) => {
    await page.getByRole('button', { name, exact: true }).hover()
    await page.mouse.down()
    await page.mouse.move(to.x - 40, to.y, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 2 })
    await page.mouse.up()
  }
  await fromPalette('Client', at(110, 400))
  await fill(page, { Label: 'Mobile app', Requests: '20k' })
  const pullOut = async (from: string, to: { x: number; y: number }, line: string) => {
    await pullTo(page, from, to)
    await insertBox(page).fill(line)
    await page.getByRole('option').first().click()
    await insertBox(page).waitFor({ state: 'detached' })
  }
  await pullOut('Mobile app', at(250, 400), 'gw; p99 5; > GET /home')
  await pullOut('API gateway', at(410, 400), 'or: Home reco service; p99 5; rep 60; > user id, context')
  for (const [i, line] of CALLED.entries()) {
    if (line.startsWith('rr')) continue
    await pullOut('Home reco service', at(690, 100 + i * 84), line)
  }
  await fromPalette('Re-ranker', at(620, 100 + 6 * 84))
  await fill(page, {
    Label: 'Diversity and licensing rules',
    'Items in': '100',
    'Items out': '20',
    'Latency p99': '10',
  })
  await pullTo(page, 'Home reco service', await middle(page, 'Diversity'))
  await fill(page, { Label: 'final 20', Order: '5' })
  await pullTo(page, 'Multi-task ranker', await middle(page, 'Feature store'))
  await fill(page, { Label: 'item features (batched)' })
  await lightSays(page, 'On the server')
  await expectServing(page)
  expectQuiet(visitor)
})
