import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Design } from '../../src/domain/design.ts'
import { begin, lightSays, openCanvas, quickInsert, shapes } from '../helpers/board.ts'
import { boardDesign } from '../helpers/boardDesign.ts'
import { choose, exported, lists } from '../helpers/designFiles.ts'
import { journey } from '../helpers/journey.ts'

const run = journey()

/** Writes into one place after the other and leaves each by Tab; `<Enter>` presses that key instead. */
async function fill(page: Page, texts: readonly string[]) {
  for (const text of texts) {
    if (/^<.*>$/.test(text)) {
      await page.keyboard.press(text.slice(1, -1))
      continue
    }
    // A list is chosen from by its first letters, key by key; a text goes in at once, as from a keyboard's memory.
    const isList = await page.evaluate(() => document.activeElement?.tagName === 'SELECT')
    if (isList) await page.keyboard.type(text)
    else if (text !== '') await page.keyboard.insertText(text)
    await page.keyboard.press('Tab')
  }
}

/** What is typed into is where one can see it, above the toolbar. */
function isInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const typed = document.activeElement?.getBoundingClientRect()
    const toolbar = document.querySelector('.tlui-toolbar')?.getBoundingClientRect()
    return typed !== undefined && toolbar !== undefined && typed.top > 90 && typed.bottom < toolbar.bottom
  })
}

/** Puts a card on the board by its code, begins to edit it, fills it and ends. */
async function card(page: Page, code: string, texts: readonly string[]) {
  await quickInsert(page, code)
  await page.keyboard.press('Enter')
  await page.locator('.panel-field').waitFor()
  await fill(page, texts)
  await expect.poll(() => isInSight(page)).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.locator('.panel-field').waitFor({ state: 'detached' })
}

const REQUIREMENT = [
  'songs for the home page',
  'ranking',
  'no',
  '200 ms',
  '1 day',
  '100M',
  '3%',
  'nDCG@20, recall@10k',
]
const FRAMING = [
  '30 days of plays',
  'a play past 30 s',
  '7 days',
  'which 20 songs to show',
  'retention in week 4',
]
const OPTIONS = [
  ...['Matrix factorisation', '0.81', '6 ms', '1 GB', 'ids', 'nightly'],
  ...['Two-tower', '0.95', '23 ms', '51 GB', 'text and audio', 'every 6 h'],
  ...['', '', '', '', '', ''],
  ...['Two', 'new songs must be found within a day'],
]
const MONITOR = [
  ...['p99 of /home', '5 min', '> 200 ms', 'fall back', 'serving'],
  ...['Data quality', '', 'null rate', '15 min', '> 2 %', 'page', 'data'],
  ...['', '', 'PSI of the score', '1 day', '> 0.25', 'retrain', 'ranking'],
  ...['', '', 'calibration', '1 day', '> 5 %', 'roll back', 'ranking', '<Shift+Tab>', '<Enter>'],
  ...['Outcome', 'model', 'coverage', '90 days', '< 30 %', 'explore'],
]
const TRAINING = [
  'sampled softmax',
  'Adam',
  '1e-3',
  '8192',
  '3',
  'warm-up',
  'dropout',
  '40 trials',
  'daily',
  'over',
]

const WRITTEN = {
  requirement: {
    functional: 'songs for the home page',
    task: 'ranking',
    batch: false,
    sla: 200,
    freshness_h: 24,
    corpus: 100_000_000,
    positiveRate: 0.03,
    metrics: ['nDCG@20', 'recall@10k'],
  },
  framing: {
    given: '30 days of plays',
    predict: 'a play past 30 s',
    horizon: '7 days',
    decide: 'which 20 songs to show',
    goal: 'retention in week 4',
  },
  options: {
    because: 'new songs must be found within a day',
    criteria: ['Quality', 'p99', 'Memory', 'Needs', 'Updates'],
    options: [
      {
        name: 'Matrix factorisation',
        Quality: '0.81',
        p99: '6 ms',
        Memory: '1 GB',
        Needs: 'ids',
        Updates: 'nightly',
      },
      {
        name: 'Two-tower',
        Quality: '0.95',
        p99: '23 ms',
        Memory: '51 GB',
        Needs: 'text and audio',
        Updates: 'every 6 h',
      },
    ],
    chosen: 'Two-tower',
  },
  'monitor-matrix': {
    signals: [
      {
        layer: 'System',
        signal: 'p99 of /home',
        window: '5 min',
        threshold: '> 200 ms',
        action: 'fall back',
        owner: 'serving',
      },
      {
        layer: 'Data quality',
        signal: 'null rate',
        window: '15 min',
        threshold: '> 2 %',
        action: 'page',
        owner: 'data',
      },
      {
        ...{ layer: 'Distribution', drift: 'data', signal: 'PSI of the score', window: '1 day' },
        ...{ threshold: '> 0.25', action: 'retrain', owner: 'ranking' },
      },
      {
        ...{ layer: 'Outcome', drift: 'model', signal: 'calibration', window: '1 day' },
        ...{ threshold: '> 5 %', action: 'roll back', owner: 'ranking' },
      },
      {
        layer: 'Outcome',
        drift: 'model',
        signal: 'coverage',
        window: '90 days',
        threshold: '< 30 %',
        action: 'explore',
      },
    ],
  },
  training: {
    loss: 'sampled softmax',
    optimiser: 'Adam',
    learningRate: 0.001,
    batchSize: 8192,
    epochs: 3,
    schedule: 'warm-up',
    regularisation: 'dropout',
    tuning: '40 trials',
    retrain: 'daily',
    curve: 'overfits',
  },
}

function byType({ cards }: Design) {
  return Object.fromEntries(cards.map(({ type, fields }) => [type, fields]))
}

it('a requirement, framing, options, monitor and training card are filled without a mouse, are still there after a reload, and go through a file unchanged', async () => {
  const context = await run.browser.newContext({ viewport: { width: 1400, height: 900 } })
  const page = await context.newPage()
  await page.goto(run.server.url)
  await begin(page, 'New board')
  await card(page, 'req', REQUIREMENT)
  await card(page, 'fram', FRAMING)
  await card(page, 'opt', OPTIONS)
  await card(page, 'mm', MONITOR)
  await card(page, 'tra', TRAINING)
  await lightSays(page, 'On the server')
  const design = async () => await boardDesign(run.server.wsUrl, page.url())
  await expect.poll(async () => byType(await design())).toEqual(WRITTEN)
  expect((await design()).requirements).toEqual(WRITTEN.requirement)

  await page.reload()
  await openCanvas(page)
  await expect.poll(() => shapes(page, 'card').count()).toBe(5)
  await shapes(page, 'card', '2 compared, 1 chosen').waitFor()
  await shapes(page, 'card', '5 signals, 1 without an owner').filter({ hasText: 'name one' }).waitFor()
  expect(byType(await design())).toEqual(WRITTEN)

  const first = await exported(page)
  await page.goto(run.server.url)
  await begin(page, 'New board')
  await choose(page, first.name, first.text)
  await page.getByRole('button', { name: 'Add to this board' }).click()
  await expect.poll(() => shapes(page, 'card').count()).toBe(5)
  const second = lists(await exported(page))
  expect(second).toEqual(lists(first))
  expect(byType(second)).toEqual(WRITTEN)
  await context.close()
}, 120_000)
