import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import type { ComponentKind } from '../../shapes/catalog/kind.ts'
import { type Card, drawCards } from '../../src/domain/drill/cards.ts'
import { findDrill } from '../../templates/drills/index.ts'
import { appIsKept } from '../helpers/app.ts'
import { label, openCanvas, press, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()
const SERVER_AWAY = /ERR_CONNECTION_REFUSED|Failed to load resource/
const at = (path: string) => `${here.server.url}${path}`

async function insertLine(page: Page, line: string, name: string) {
  await quickInsert(page, line)
  await shapes(page, 'component', name).waitFor()
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Start' }).waitFor()
  await page.keyboard.press('Enter')
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })
const clause = (page: Page, id: string) => page.locator(`[data-clause="${id}"]`)
const head = (page: Page) => page.getByRole('banner')

/** Ids of the clauses that are ticked. */
const ticked = (page: Page) =>
  page
    .locator('[data-clause][data-holds="true"]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-clause')))

/** What the list of drills says of one: limit, best, median, tries. */
async function figures(page: Page, title: string): Promise<string[]> {
  await page.goto(at('/drill'))
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })
  await entry.waitFor()
  return entry.locator('dd').allInnerTexts()
}

/** Bytes; tldraw alone has twice as many. */
const WITHOUT_TLDRAW = 800_000

/** Bytes of the scripts that this page has asked for so far. */
const loadedScripts = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
  )

const TIME = /^\d:\d\d\.\d$/

describe('the funnel', () => {
  it('is drawn by key, ticks while it grows, and stops its own clock with three stars', async () => {
    const visitor = await visit(here.browser, here.server.url)
    const { page } = visitor
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    page.on('websocket', (socket) => asked.push(new URL(socket.url()).pathname))
    await page.getByRole('link', { name: 'Choose a drill' }).click()
    await page.getByRole('link', { name: 'Draw the funnel' }).click()
    await start(page)
    await openCanvas(page)
    expect(await ticked(page)).toEqual([])
    expect(await loadedScripts(page)).toBeGreaterThan(WITHOUT_TLDRAW)

    await insertLine(page, 'cg: Recall; itemsIn 100M; itemsOut 10k; p99 20', 'Recall')
    await expect.poll(() => ticked(page)).toEqual(['from-100m', 'recall', 'latencies'])
    await insertLine(page, 'rk: Ranker; itemsIn 10k; itemsOut 100; p99 60', 'Ranker')
    await insertLine(page, 'rr: Diversity; p99 10', 'Diversity')
    const allButOne = [
      'two-stages',
      'from-100m',
      'to-10k',
      'to-100',
      'recall',
      'narrows',
      'latencies',
      're-rank',
    ]
    await expect.poll(() => ticked(page)).toEqual(allButOne)
    await expect.poll(() => head(page).innerText()).toContain('6 of 7')
    await page.keyboard.press('Control+ArrowLeft')
    await label(page, 'Precision')

    await verdict(page).getByRole('heading', { name: 'Passed in' }).waitFor()
    expect(await verdict(page).innerText()).toContain('3 of 3 stars')
    expect(await ticked(page)).toHaveLength(9)
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)
    expect(asked.filter((path) => /^\/(api|sync)/.test(path))).toEqual([])

    expect(await figures(page, 'Draw the funnel')).toEqual([
      '2:00',
      expect.stringMatching(TIME),
      expect.stringMatching(TIME),
      '1',
    ])
    await page.goto(here.server.url)
    await page.getByText('None yet.').waitFor()
    expectQuiet(visitor)
    await visitor.context.close()
  })

  it('drawn as one shape comes empty, and is filled in from field to field', async () => {
    const visitor = await visit(here.browser, at('/drill/draw-the-funnel'))
    const { page } = visitor
    await start(page)
    await openCanvas(page)
    await quickInsert(page, 'fu')
    await expect.poll(() => ticked(page)).toEqual(['two-stages', 'narrows'])

    await page.keyboard.press(';')
    await page.keyboard.press('i')
    const inspector = page.getByRole('region', { name: 'Inspector' })
    const stage = (n: number) => inspector.getByRole('region', { name: `Stage ${n}` })
    const write = async (n: number, field: string, text: string) => {
      await stage(n).getByRole('textbox', { name: field }).fill(text)
      await page.keyboard.press('Enter')
    }
    await write(1, 'Items in', '100M')
    await write(1, 'Items out', '10k')
    await write(1, 'Optimises', 'recall')
    await write(2, 'Items out', '100')
    await expect.poll(() => head(page).innerText()).toContain('6 of 7')
    await write(2, 'Optimises', 'precision at 10')
    await verdict(page).getByRole('heading', { name: 'Passed in' }).waitFor()
    expect(await verdict(page).innerText()).toContain('2 of 3 stars')
    expectQuiet(visitor)
    await visitor.context.close()
  })

  it('drawn wrong says what is wrong, is counted, and begins again with Enter', async () => {
    const visitor = await visit(here.browser, at('/drill/draw-the-funnel'))
    const { page } = visitor
    await start(page)
    await openCanvas(page)
    await insertLine(page, 'cg: Retrieval; itemsIn 100M; itemsOut 1k', 'Retrieval')
    await insertLine(page, 'rk: Ranker; itemsIn 10k', 'Ranker')
    await expect.poll(() => ticked(page)).toEqual(['two-stages', 'from-100m'])

    // The first Escape lets go of the ranker, the next two stop the drill.
    await page.keyboard.press('Escape')
    expect(await page.getByText('Esc again stops the drill.').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByText('Esc again stops the drill.').waitFor()
    await page.keyboard.press('Escape')
    await verdict(page).getByRole('heading', { name: 'Not passed' }).waitFor()
    const words = await verdict(page).innerText()
    for (const reason of [
      '2 of 7 hold',
      '“Retrieval” lets 1k through, not 10k.',
      '“Ranker” does not say how many items it lets through.',
      'Nothing on “Retrieval” mentions recall: write there what it is good for.',
      'The funnel widens: “Retrieval” lets 1k through, “Ranker” takes in 10k.',
      '“Retrieval” and “Ranker” have no p99.',
    ])
      expect(words).toContain(reason)

    await expect
      .poll(async () => {
        await page.keyboard.press('Enter')
        return shapes(page, 'component').count()
      })
      .toBe(0)
    await openCanvas(page)
    await page.getByRole('button', { name: 'Stop' }).click()
    await verdict(page).waitFor()
    expect(await figures(page, 'Draw the funnel')).toEqual(['2:00', '–', '–', '2'])
    expectQuiet(visitor)
    await visitor.context.close()
  })

  it('may be drawn on when the time is up, and then is not passed', async () => {
    const { page, context } = await visit(here.browser, at('/drill/draw-the-funnel'))
    await page.clock.install()
    await start(page)
    await openCanvas(page)
    await insertLine(page, 'cg: Recall; itemsIn 100M; itemsOut 10k', 'Recall')
    await page.clock.fastForward('02:05')
    await page.getByText('Time is up. You may draw on.').waitFor()
    await page.getByRole('timer', { name: 'Over the limit' }).waitFor()
    await insertLine(page, 'rk: Precision; itemsIn 10k; itemsOut 100', 'Precision')
    await verdict(page).getByRole('heading', { name: 'Not passed' }).waitFor()
    expect(await verdict(page).innerText()).toContain('the limit is 2:00')
    await context.close()
  })

  it('can be drawn with the server away, by mouse', async () => {
    const visitor = await visit(here.browser, here.server.url, { keepsApp: true })
    const { page } = visitor
    await appIsKept(page)
    await here.server.kill()
    await page.goto(at('/drill/draw-the-funnel'))
    await page.getByRole('button', { name: 'Start' }).click()
    await openCanvas(page)
    await page.getByRole('button', { name: 'Candidate generator' }).click()
    await press(page, shapes(page, 'component', 'Candidate generator'))
    await page.getByRole('tab', { name: 'Inspector' }).click()
    const inspector = page.getByRole('region', { name: 'Inspector' })
    await inspector.getByRole('textbox', { name: 'Items in' }).fill('100M')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Drill' }).click()
    await expect.poll(() => ticked(page)).toContain('from-100m')
    await here.server.restart()
    expectQuiet(visitor, SERVER_AWAY)
    await visitor.context.close()
  })
})

describe('the cards', () => {
  const drill = findDrill('shape-flash-cards')
  if (drill?.form !== 'cards') throw new Error('That drill has no cards.')
  const setOf = (seed: number) => drawCards(catalog, { seed, cards: drill.cards, symbols: drill.symbols })

  async function answer(page: Page, card: Card<ComponentKind>, isMissed: boolean) {
    if (isMissed) await page.keyboard.press('?')
    else if (card.form === 'symbol') await page.keyboard.press(String(card.options.indexOf(card.kind) + 1))
    else {
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type(card.kind.code)
      await page.keyboard.press('Enter')
    }
    await page.getByText(isMissed ? 'The answer:' : 'Right:').waitFor()
    await page.getByRole('button', { name: 'Next' }).waitFor()
    await page.keyboard.press('Space')
  }

  /** Answers the whole set by keyboard; those at these places are missed. */
  async function answerAll(page: Page, seed: number, missed: readonly number[] = []) {
    for (const [n, card] of setOf(seed).entries()) {
      await page.getByText(`${n + 1} of 20`, { exact: true }).waitFor()
      await answer(page, card, missed.includes(n))
    }
  }

  it('are passed by twenty right answers, without tldraw and without a pointer, and the time stays', async () => {
    const visitor = await visit(here.browser, at('/drill/shape-flash-cards#7'))
    const { page } = visitor
    await start(page)
    await answerAll(page, 7)
    await verdict(page).getByRole('heading', { name: 'Passed in' }).waitFor()
    expect(await verdict(page).innerText()).toContain('3 of 3 stars')
    expect(await ticked(page)).toEqual(['right', 'quick', 'keyboard'])
    expect(await loadedScripts(page)).toBeLessThan(WITHOUT_TLDRAW)
    expect(await figures(page, 'Shape flash cards')).toEqual([
      '1:30',
      expect.stringMatching(TIME),
      expect.stringMatching(TIME),
      '1',
    ])
    expectQuiet(visitor)
    await visitor.context.close()
  })

  it('that were missed come back at the end and do not count twice', async () => {
    const visitor = await visit(here.browser, at('/drill/shape-flash-cards#11'))
    const { page } = visitor
    await start(page)
    const missed = [1, 5, 9]
    await answerAll(page, 11, missed)
    const cards = setOf(11)
    for (const n of missed) {
      await page.getByText('Missed before').waitFor()
      const card = cards[n]
      if (card) await answer(page, card, false)
    }
    await verdict(page).getByRole('heading', { name: 'Not passed' }).waitFor()
    expect(await verdict(page).innerText()).toContain('17 of 20 were right; 18 are needed.')
    expect(await clause(page, 'keyboard').getAttribute('data-holds')).toBe('true')
    expect(await figures(page, 'Shape flash cards')).toEqual(['1:30', '–', '–', '1'])
    expectQuiet(visitor)
    await visitor.context.close()
  })

  it('stop with Escape, say when the time is up, and see a pointer', async () => {
    const { page, context } = await visit(here.browser, at('/drill/shape-flash-cards#7'))
    await page.clock.install()
    await start(page)
    await page.getByText('1 of 20', { exact: true }).waitFor()
    await page.clock.fastForward('01:40')
    await page.getByText('Time is up. The cards go on.').waitFor()
    await page.getByRole('button', { name: 'Show the answer' }).click()
    await page.getByRole('button', { name: 'Next' }).waitFor()
    await page.keyboard.press('Escape')
    await verdict(page).waitFor()
    const words = await verdict(page).innerText()
    expect(words).toContain('0 of 20 were right, 19 not answered; 18 are needed.')
    expect(words).toContain('1 answer was pointed at.')
    await context.close()
  })
})

it('says so where no drill is, and where kept times could not be read', async () => {
  const { page, context } = await visit(here.browser, at('/drill/nothing'))
  await page.getByText('No drill at this address.').waitFor()
  await page.evaluate(() => localStorage.setItem('drillboard.drill.draw-the-funnel', '{'))
  await page.goto(at('/drill/draw-the-funnel'))
  await page.getByText('Earlier times of this drill could not be read.').waitFor()
  await context.close()
})
