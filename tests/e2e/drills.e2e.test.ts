import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { drawCards } from '../../src/domain/drill/cards.ts'
import { findDrill } from '../../templates/drills/index.ts'
import { openCanvas } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

async function insertLine(page: Page, line: string, name: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Insert a component' }).waitFor()
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
  await page.getByTestId('canvas').getByText(name).first().waitFor()
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Start' }).waitFor()
  await page.keyboard.press('Enter')
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })
const clause = (page: Page, id: string) => page.locator(`[data-clause="${id}"]`)

it('ticks what holds while the funnel is drawn, stops the clock and keeps the time', async () => {
  const visitor = await visit(here.browser, here.server.url)
  const { page } = visitor
  await page.getByRole('link', { name: 'Choose a drill' }).click()
  await page.getByRole('link', { name: 'Draw the funnel' }).click()
  await start(page)
  await openCanvas(page)
  await insertLine(page, 'cg: Retrieval recall; itemsIn 100M; itemsOut 10k', 'Retrieval recall')
  await expect.poll(() => clause(page, 'from-100m').getAttribute('data-holds')).toBe('true')
  expect(await clause(page, 'two-stages').getAttribute('data-holds')).toBe('false')
  await insertLine(page, 'rk: Ranker precision; itemsIn 10k; itemsOut 100', 'Ranker precision')
  await verdict(page).getByRole('heading', { name: 'Passed in' }).waitFor()
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)

  await page.goto(`${here.server.url}/drill`)
  const entry = page.getByRole('listitem').filter({ hasText: 'Draw the funnel' })
  expect(await entry.innerText()).toMatch(/Best\s+\d:\d\d[\s\S]*Tries\s+1/)
  expectQuiet(visitor)
  await visitor.context.close()
})

it('says of a wrong funnel what is wrong with it', async () => {
  const { page, context } = await visit(here.browser, `${here.server.url}/drill/draw-the-funnel`)
  await start(page)
  await openCanvas(page)
  await insertLine(page, 'cg: Retrieval; itemsIn 100M; itemsOut 1k', 'Retrieval')
  await page.getByRole('button', { name: 'Stop' }).click()
  await verdict(page).getByRole('heading', { name: 'Not passed' }).waitFor()
  const words = await verdict(page).innerText()
  expect(words).toContain('“Retrieval” lets 1k through, not 10k.')
  expect(words).toContain('Nothing on “Retrieval” mentions recall')
  await context.close()
})

it('goes through twenty cards by keyboard alone, and brings a missed one back', async () => {
  const drill = findDrill('shape-flash-cards')
  if (drill?.form !== 'cards') throw new Error('That drill has no cards.')
  const cards = drawCards(catalog, { seed: 7, cards: drill.cards, symbols: drill.symbols })
  const visitor = await visit(here.browser, `${here.server.url}/drill/shape-flash-cards#7`)
  const { page } = visitor
  await start(page)
  for (const [n, card] of cards.entries()) {
    await page.getByText(`${n + 1} of 20`, { exact: true }).waitFor()
    if (n === 3) await page.keyboard.press('?')
    else if (card.form === 'symbol') await page.keyboard.press(String(card.options.indexOf(card.kind) + 1))
    else {
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type(card.kind.code)
      await page.keyboard.press('Enter')
    }
    await page.getByText(n === 3 ? 'The answer:' : 'Right:').waitFor()
    await page.getByRole('button', { name: 'Next' }).waitFor()
    await page.keyboard.press('Space')
  }
  await page.getByText('Missed before').waitFor()
  await page.keyboard.press('Escape')
  await verdict(page).waitFor()
  expect(await clause(page, 'right').getAttribute('data-holds')).toBe('true')
  expect(await clause(page, 'keyboard').getAttribute('data-holds')).toBe('true')
  expectQuiet(visitor)
  await visitor.context.close()
})
