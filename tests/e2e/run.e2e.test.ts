import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../helpers/axe.ts'
import { openCanvas, press, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { createRoom } from '../helpers/syncClient.ts'

const here = journey()

const ribbon = (page: Page) => page.getByRole('navigation', { name: 'Steps of the run' })
const clock = (page: Page) => page.getByRole('region', { name: 'Clock' })

/** Which step is outlined. */
async function isAt(page: Page, step: string) {
  await expect.poll(() => ribbon(page).locator('[aria-current]').textContent()).toContain(step)
}

/** Seconds on the clock. */
async function elapsed(page: Page): Promise<number> {
  const text = (await clock(page).locator('b').textContent()) ?? ''
  const [minutes, seconds] = text.split(':').map(Number)
  return (minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN)
}

it('runs against the clock: start, steps, pause, reload, and a second tab and an observer agree', async () => {
  const made = await createRoom(here.server.url, { mode: 'solo', template: 'seven-steps' })
  const address = (role: string) => `${here.server.url}/board/${made.room}#${made.tokens[role]}`
  const ada = await visit(here.browser, address('owner'))
  const { page, context } = ada
  const { keyboard } = page
  await openCanvas(page)
  await ribbon(page).getByRole('button', { name: '1 Clarify 5 min' }).waitFor()

  await keyboard.press(';')
  await keyboard.press('c')
  const start = page.getByRole('dialog', { name: 'Start the clock' })
  await start.getByLabel('Minutes').fill('60')
  await start.getByText('Clarify 7').waitFor()
  expect(await violations(page)).toEqual([])
  await start.getByRole('button', { name: 'Start' }).click()
  await clock(page).getByText('of 60:00').waitFor()
  await isAt(page, 'intro')

  await keyboard.press(';')
  await keyboard.press('4')
  await isAt(page, 'Model')
  await ribbon(page)
    .getByRole('button', { name: /^2 Frame/ })
    .click()
  await isAt(page, 'Frame')
  await shapes(page, 'step-frame', 'Frame as an ML problem').first().waitFor()
  await page.getByTestId('canvas').focus()
  await keyboard.press(';')
  await keyboard.press('3')
  await isAt(page, 'Data')
  const before = await elapsed(page)
  await expect.poll(() => elapsed(page)).toBeGreaterThan(before)

  await keyboard.press(';')
  await keyboard.press('c')
  await clock(page).getByText('paused').waitFor()
  const stood = await elapsed(page)
  const parts = await ribbon(page).textContent()
  const tab = await context.newPage()
  await tab.goto(address('owner'))
  const observer = await visit(here.browser, address('observer'))
  await page.reload()
  for (const each of [page, tab, observer.page]) {
    await clock(each).getByText('paused').waitFor()
    expect(await elapsed(each)).toBe(stood)
    await isAt(each, 'Data')
    expect(await ribbon(each).textContent()).toBe(parts)
  }
  expect(await clock(observer.page).getByRole('button').count()).toBe(0)
  expect(await violations(page)).toEqual([])

  await clock(tab).getByRole('button', { name: 'Go on' }).click()
  for (const each of [page, tab, observer.page]) await clock(each).getByText('left').waitFor()
  await clock(page).getByRole('button', { name: 'More about the clock' }).click()
  await page.getByRole('menuitem', { name: 'Finish the run' }).click()
  await clock(page).getByRole('button', { name: 'Finish for good' }).click()
  for (const each of [page, tab, observer.page]) await clock(each).getByText('finished').waitFor()
  expectQuiet(ada)
  expectQuiet(observer)
})

it('goes where the candidate edits, and undo leaves the time alone', async () => {
  const made = await createRoom(here.server.url, { mode: 'solo', template: 'seven-steps' })
  const ada = await visit(here.browser, `${here.server.url}/board/${made.room}#${made.tokens.editor}`)
  const { page } = ada
  const { keyboard } = page
  await openCanvas(page)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await isAt(page, 'intro')
  await ribbon(page)
    .getByRole('button', { name: /^1 Clarify/ })
    .click()
  await isAt(page, 'Clarify')
  const frame = shapes(page, 'step-frame', 'Clarify').first()
  await frame.waitFor()
  await ribbon(page)
    .getByRole('button', { name: /^intro/ })
    .click()
  await isAt(page, 'intro')
  const isThere = () => ribbon(page).locator('[aria-current]').textContent()
  await expect
    .poll(
      async () => {
        await page.getByTestId('canvas').focus()
        await keyboard.press('n')
        await press(page, frame)
        await keyboard.press('Escape')
        return isThere()
      },
      { interval: 700, timeout: 60_000 },
    )
    .toContain('Clarify')
  await keyboard.press('Control+z')
  await isAt(page, 'Clarify')
  expectQuiet(ada)
})
