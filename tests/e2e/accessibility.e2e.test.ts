import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { writeHistory } from '../../src/domain/progress/historyFile.ts'
import { type Narrow, violated, violations } from '../helpers/axe.ts'
import { begin, openCanvas, quickInsert } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { visit } from '../helpers/people.ts'
import { AS_PLANNED, recordFor } from '../helpers/runRecords.ts'
import { callApi, createRoom } from '../helpers/syncClient.ts'

const here = journey()

/** Has the board's link replaced elsewhere, until its page says so. */
async function outOfTheBoard(page: Page) {
  const { pathname, hash } = new URL(page.url())
  const room = pathname.split('/').at(-1)
  await callApi(here.server.url, 'POST', `/api/rooms/${room}/links/owner`, {}, hash.slice(1))
  await page.getByText('This link was replaced or taken back.').waitFor()
}

/** Rules that light and dark may keep differently. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What a look finds in light, and what it finds in dark of that which may differ there. */
async function inLightAndDark<Found>(page: Page, look: (narrow?: Narrow) => Promise<Found[]>) {
  const inLight = await look()
  await turn(page, 'dark')
  const inDark = await look((axe) => axe.withRules(OF_COLOUR))
  await turn(page, 'light')
  return [...inLight, ...inDark]
}

/** Violations in light and in dark, on the same page as it stands. */
function faults(page: Page, narrow: Narrow = (axe) => axe) {
  return inLightAndDark(page, (more = (axe) => axe) => violations(page, (axe) => more(narrow(axe))))
}

async function turn(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.locator(colorScheme === 'dark' ? ':root.dark' : ':root:not(.dark)').waitFor()
  // What fades from one colour to the other is neither on the way.
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
}

it('finds no fault with any page, panel or dialog of ours', async () => {
  const { page, context } = await visit(here.browser, here.server.url)
  expect(await faults(page)).toEqual([])
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: here.server.url, quotaSize: 1 })
  await begin(page, 'Open the example')
  await page.waitForURL(/#/)
  await page.getByText('This browser’s storage is full.').waitFor()
  expect(await faults(page)).toEqual([])

  await page.keyboard.press('Control+a')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await quickInsert(page, 'fu')
  await page.getByRole('region', { name: 'Inspector' }).getByText('Funnel').first().waitFor()
  expect(await faults(page)).toEqual([])

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Insert a component' }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByTitle('Where your edits are').click()
  await page.getByText('its storage is full').waitFor()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('textbox', { name: 'Editor link' }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  expect(await faults(page)).toEqual([])

  await page.goto(here.server.url)
  await page.getByRole('link', { name: 'Song recommendation', exact: true }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.goto(`${here.server.url}/board/nowhere#x`)
  await page.getByText('No board at this address.').waitFor()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with drills', async () => {
  const { page, context } = await visit(here.browser, `${here.server.url}/drill`)
  const start = () => page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('link', { name: 'Draw the funnel' }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.goto(`${here.server.url}/drill/shape-flash-cards#7`)
  await start()
  await page.getByRole('combobox').fill('cache')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Next' }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.goto(`${here.server.url}/drill/draw-the-funnel`)
  await page.getByRole('button', { name: 'Start' }).waitFor()
  expect(await faults(page)).toEqual([])
  await start()
  await openCanvas(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('region', { name: 'Verdict' }).waitFor()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with the problems, one of them open', async () => {
  const at = `${here.server.url}/problems#payment-fraud`
  const { page, context } = await visit(here.browser, at)
  await page.getByRole('button', { name: 'Practise alone' }).waitFor()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with the progress, without runs and with some', async () => {
  const { page, context } = await visit(here.browser, `${here.server.url}/progress`)
  await page.getByRole('heading', { name: 'No finished run of your own yet.' }).waitFor()
  expect(await faults(page)).toEqual([])
  const ratings = [{ type: 'rate', dimension: 'data', score: 3 }]
  const short = recordFor({ minutes: AS_PLANNED.with(6, 1).with(1, 9), others: ratings })
  const records = ['r1', 'r2'].map((room) => ({ ...short, room }))
  await page.getByLabel('Progress file').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeHistory(records)),
  })
  await page.getByText('2 runs added.').waitFor()
  await page.getByText('In figures').click()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with a debrief, before the finish, after it, and with the reference', async () => {
  const made = await createRoom(here.server.url, {
    mode: 'solo',
    template: 'seven-steps',
    problem: 'song-recommendation',
  })
  const { room, tokens } = made
  const post = (...acts: object[]) =>
    callApi(here.server.url, 'POST', `/api/rooms/${room}/events`, acts, tokens.owner)
  const at = `${here.server.url}/debrief/${room}#${tokens.owner}`
  const { page, context } = await visit(here.browser, at)
  await page.getByText('There is no run on this board yet.').waitFor()
  expect(await faults(page)).toEqual([])
  await post({ type: 'start' }, { type: 'hint', hint: 1 }, { type: 'step', step: 3 }, { type: 'finish' })
  const data = page.getByRole('group', { name: 'Data and features' })
  await data.getByRole('radio', { name: '2 lean no' }).check()
  await page.getByText('Saved on the server.').waitFor()
  await page.getByRole('button', { name: 'Show the reference' }).click()
  await page.getByRole('heading', { name: 'Missing in yours' }).waitFor()
  await page.getByText('Questions to ask').click()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with a cluster and what the inspector says of it', async () => {
  const { page, context } = await visit(here.browser, here.server.url)
  await begin(page, 'New board')
  await quickInsert(page, 'k8s')
  await page.getByLabel('Scales by').waitFor()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with the page of all shapes, whole and filtered', async () => {
  const { page, context } = await visit(here.browser, `${here.server.url}/shapes#ann-index`)
  await page.getByRole('heading', { name: 'ANN index' }).waitFor()
  // Contrast costs as much as all other rules for each element: one shape of each group will do.
  expect(await violations(page, (axe) => axe.disableRules(OF_COLOUR))).toEqual([])
  const oneOfEach = ['.page-head', '.shapes h1', '.list-margin', '.shapes h2', '.shape:first-of-type']
  expect(await faults(page, (axe) => axe.include(oneOfEach.join(', ')))).toEqual([])
  await page.getByRole('searchbox', { name: 'Find a shape' }).fill('lane')
  await page.getByText('1 of').waitFor()
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('finds no fault with the step before a link is replaced, nor with a board whose link was', async () => {
  const { page, context } = await visit(here.browser, here.server.url)
  await begin(page, 'New board')
  await quickInsert(page, 'fu')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Replace link of the owner' }).click()
  await page.getByRole('button', { name: 'Replace the link' }).waitFor()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await outOfTheBoard(page)
  expect(await faults(page)).toEqual([])
  await context.close()
})

it('adds nothing to the list of what tldraw itself lacks', async () => {
  const { page, context } = await visit(here.browser, here.server.url)
  await begin(page, 'New board')
  await openCanvas(page)
  await page.keyboard.press('r')
  await page.mouse.move(700, 400)
  await page.mouse.down()
  await page.mouse.move(800, 500, { steps: 3 })
  await page.mouse.up()
  const broken = await inLightAndDark(page, (narrow) => violated(page, narrow))
  expect(broken.map(({ id }) => id).filter((rule) => !TLDRAWS_OWN.includes(rule))).toEqual([])
  await context.close()
})

/** Rules that tldraw 3.15.6 breaks in its own interface. This list only shrinks. */
const TLDRAWS_OWN = ['aria-input-field-name']
