import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { appIsKept } from '../helpers/app.ts'
import {
  begin,
  label,
  lightSays,
  openCanvas,
  press,
  quickInsert,
  shapes,
  shareLink,
} from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

/** What is missed while the server is dead: the browser says so itself. */
const SERVER_AWAY = /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource|fetching the script/

/** What the panel behind the light says of a place. */
async function placeSays(page: Page, place: string): Promise<string> {
  const light = page.getByRole('button', { expanded: false }).and(page.getByTitle('Where your edits are'))
  await light.click()
  const row = page.locator('.save-panel > div').filter({ hasText: place })
  const text = (await row.locator('dd').allInnerTexts()).join(' · ')
  await page.keyboard.press('Escape')
  return text
}

it('says within seconds that the network has gone, though nobody draws, and that it is back', async () => {
  const { page, context } = await visit(here.browser, here.server.url)
  await begin(page, 'New board')
  await lightSays(page, 'On the server')
  await context.setOffline(true)
  // Left alone, the connection would be given up after half a minute.
  await page
    .getByRole('status')
    .filter({ hasText: 'Offline, still saving here' })
    .waitFor({ timeout: 10_000 })
  expect(await placeSays(page, 'Connection')).toContain('is down')
  await context.setOffline(false)
  await lightSays(page, 'On the server')
  expect(await placeSays(page, 'Connection')).toContain('is up')
  await context.close()
})

it('keeps what two people draw while the server is away, through restarts of both browsers, and merges it', async () => {
  const ada = await visit(here.browser, here.server.url, { keepsApp: true })
  await begin(ada.page, 'New board')
  await quickInsert(ada.page, 'gw')
  await quickInsert(ada.page, 'or')
  const bob = await visit(here.browser, await shareLink(ada.page, 'Editor'), { keepsApp: true })
  await openCanvas(bob.page)
  await shapes(bob.page, 'component').nth(1).waitFor()
  for (const { page } of [ada, bob]) await appIsKept(page)
  await lightSays(ada.page, 'Seen by 1 other')

  await here.server.kill()
  for (const { page } of [ada, bob]) await lightSays(page, 'Offline, still saving here')
  await press(ada.page, shapes(ada.page, 'component', 'API gateway'))
  await label(ada.page, 'Edge')
  await quickInsert(ada.page, 'fs')
  await quickInsert(bob.page, 'ann')
  await bob.page.keyboard.press('Escape')
  for (const { page } of [ada, bob]) {
    await expect.poll(() => placeSays(page, 'This device')).toContain('keeps everything')
    expect(await placeSays(page, 'The server')).toContain('is behind')
    await page.reload()
    await openCanvas(page)
    await lightSays(page, 'Offline, still saving here')
  }
  await shapes(ada.page, 'component', 'Edge').waitFor()
  await shapes(ada.page, 'component', 'Feature store').waitFor()
  await shapes(bob.page, 'component', 'ANN index').waitFor()
  await quickInsert(bob.page, 'cdn')
  await ada.page.goto(here.server.url)
  await ada.page.getByText('Edits wait on this device').waitFor()
  await ada.page.goBack()
  await openCanvas(ada.page)

  await here.server.restart()
  for (const { page } of [ada, bob]) {
    await lightSays(page, /^(Seen by 1 other|On the server)$/)
    await shapes(page, 'component', 'Edge').waitFor({ state: 'attached' })
    await expect.poll(() => shapes(page, 'component').count()).toBe(5)
    await expect.poll(() => shapes(page, 'arrow').count()).toBe(2)
  }
  await ada.page.goto(here.server.url)
  await ada.page.getByRole('link', { name: 'Untitled board', exact: true }).waitFor()
  expect(await ada.page.getByText('Edits wait on this device').count()).toBe(0)
  expectQuiet(ada, SERVER_AWAY)
  expectQuiet(bob, SERVER_AWAY)
})

it('says what is true: server frozen, back, killed, back, friend gone, friend back', async () => {
  const ada = await visit(here.browser, here.server.url)
  await begin(ada.page, 'New board')
  await quickInsert(ada.page, 'gw')
  await lightSays(ada.page, 'On the server')
  expect(await placeSays(ada.page, 'Others here')).toContain('nobody')
  const link = await shareLink(ada.page, 'Editor')
  const bob = await visit(here.browser, link)
  await openCanvas(bob.page)
  await lightSays(ada.page, 'Seen by 1 other')

  here.server.freeze()
  await quickInsert(ada.page, 'or')
  await lightSays(ada.page, 'On this device')
  expect(await placeSays(ada.page, 'The server')).toContain('is behind')
  expect(await shapes(bob.page, 'component').count()).toBe(1)
  here.server.thaw()
  await lightSays(ada.page, 'Seen by 1 other')
  await expect.poll(() => shapes(bob.page, 'component').count()).toBe(2)

  await here.server.kill()
  await lightSays(ada.page, 'Offline, still saving here')
  await quickInsert(ada.page, 'fs')
  expect(await placeSays(ada.page, 'Connection')).toContain('is down')
  await here.server.restart()
  await lightSays(ada.page, 'Seen by 1 other')
  await expect.poll(() => shapes(bob.page, 'component').count()).toBe(3)

  await bob.context.close()
  await lightSays(ada.page, 'On the server')
  await quickInsert(ada.page, 'ann')
  await lightSays(ada.page, 'On the server')
  const again = await visit(here.browser, link)
  await openCanvas(again.page)
  await expect.poll(() => shapes(again.page, 'component').count()).toBe(4)
  await lightSays(ada.page, 'Seen by 1 other')
  expectQuiet(ada, SERVER_AWAY)
})

it('says that the storage is full, goes on in memory, and warns before what is only there is closed', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  const devtools = await ada.context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: here.server.url, quotaSize: 1 })
  await begin(page, 'New board')
  await page.getByText('This browser’s storage is full.').waitFor()
  await quickInsert(page, 'gw')
  await lightSays(page, 'On the server')
  expect(await placeSays(page, 'This device')).toContain('its storage is full')

  await here.server.kill()
  await quickInsert(page, 'or')
  await lightSays(page, 'Offline, only in this tab')
  const warned = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.type())
      void dialog.dismiss()
    })
  })
  await page.reload({ timeout: 2_000 }).catch(() => {})
  expect(await warned).toBe('beforeunload')
  expect(await shapes(page, 'component').count()).toBe(2)

  await here.server.restart()
  await lightSays(page, 'On the server')
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: here.server.url })
  await page.getByText('This browser’s storage is full.').waitFor({ state: 'detached' })
  expect(await placeSays(page, 'This device')).toContain('keeps everything')
  expectQuiet(ada, SERVER_AWAY)
})

it('refuses a paste of 20 MiB with a sentence, and the board goes on', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('recall '.repeat(3 * 2 ** 20)))
  await page.keyboard.press('Control+v')
  await page.getByText('That text has 22,020,096 characters; a text on a board takes 100,000.').waitFor()
  await quickInsert(page, 'gw')
  await lightSays(page, 'On the server')
  expect(await page.locator('.tl-shape').count()).toBe(1)
  expectQuiet(ada)
})
