import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { SECTIONS } from '../../src/domain/debrief/debriefMarkdown.ts'
import { openCanvas, quickInsert } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { createRoom } from '../helpers/syncClient.ts'

const here = journey()

it('looks back on a run: from the clock to the debrief, rated, compared, taken along as Markdown', async () => {
  const made = await createRoom(here.server.url, {
    mode: 'solo',
    template: 'seven-steps',
    problem: 'song-recommendation',
  })
  const address = (page: string, role: string) =>
    `${here.server.url}/${page}/${made.room}#${made.tokens[role]}`
  const observer = await visit(here.browser, address('debrief', 'observer'))
  await observer.page.getByText('There is no run on this board yet.').waitFor()

  const ada = await visit(here.browser, address('board', 'owner'))
  const { page } = ada
  await openCanvas(page)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await observer.page.getByText('This run is not finished.').waitFor()
  await page.getByTestId('canvas').focus()
  await quickInsert(page, 'fu')
  const clock = page.getByRole('region', { name: 'Clock' })
  await clock.getByRole('button', { name: 'More about the clock' }).click()
  await page.getByRole('menuitem', { name: 'Finish the run' }).click()
  await clock.getByRole('button', { name: 'Finish for good' }).click()
  await clock.getByRole('link', { name: 'Debrief' }).click()

  await page.getByRole('heading', { name: /^The run ended after 0:\d\d of its 45 minutes\.$/ }).waitFor()
  await page.getByText('there, but empty').first().waitFor()
  const data = page.getByRole('group', { name: 'Data and features' })
  await data.getByRole('radio', { name: '1 no hire' }).focus()
  await page.keyboard.press('ArrowDown')
  await data.getByLabel('Evidence').fill('Random split.')
  await page.keyboard.press('Tab')
  await page.getByText('Saved on the server.').waitFor()
  await observer.page.getByText('2 of 4, lean no').waitFor()
  await observer.page.getByText('Random split.').waitFor()
  expect(await observer.page.getByRole('radio').count()).toBe(0)

  await page.reload()
  await data.getByRole('radio', { name: '2 lean no', checked: true }).waitFor()
  expect(await data.getByLabel('Evidence').inputValue()).toBe('Random split.')
  expect(await page.getByText('Missing in yours').count()).toBe(0)
  await page.getByRole('button', { name: 'Show the reference' }).click()
  await page.getByRole('heading', { name: 'Missing in yours' }).waitFor()
  await page.getByRole('img', { name: 'The reference' }).waitFor()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download Markdown' }).click()
  const text = await readFile(await (await saved).path(), 'utf8')
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(Object.values(SECTIONS))
  expect(text).toContain('- Data and features: 2 of 4, lean no. Random split.')
  expectQuiet(ada)
  expectQuiet(observer)
  await ada.context.close()
  await observer.context.close()
})
