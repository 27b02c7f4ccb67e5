import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sqliteStorage } from '../../server/log/sqlite.ts'
import { META } from '../../src/document/names.ts'
import { begin, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { laterSchema } from '../helpers/laterSchema.ts'
import { change } from '../helpers/logByHand.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { startServer } from '../helpers/startServer.ts'
import { callApi, createRoom } from '../helpers/syncClient.ts'

const here = journey()

/** The browser's own words for a link that opens no more, and for a server that is down. */
const CLOSED =
  /status of 40[134]|ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource|NetworkError/

/** Somebody whose clock the test turns, and who counts the attempts to reach the board. */
async function arrive(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await page.clock.install()
  let sockets = 0
  page.on('websocket', () => {
    sockets += 1
  })
  await page.goto(url)
  return { page, context, sockets: () => sockets }
}

const says = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor()

const boardUrl = (room: string, token = '') => `${here.server.url}/board/${room}#${token}`

const replace = (room: string, role: string, owner = '') =>
  callApi(here.server.url, 'POST', `/api/rooms/${room}/links/${role}`, {}, owner)

/** Lets a role's link end now, as its last day does. */
async function expire(room: string, role: 'observer') {
  const storage = sqliteStorage(join(here.server.dataDir, 'drillboard.sqlite'))
  await storage.index.change(room, (facts) => ({ ...facts, until: { [role]: Date.now() } }))
  await storage.close()
}

it('says of each link that opens no board why, and asks the server no more', async () => {
  const { room, tokens } = await createRoom(here.server.url)
  const newer = await createRoom(here.server.url)
  await expire(room, 'observer')
  await replace(room, 'editor', tokens.owner)
  await change(here.server.dataDir, `${newer.room}/board`, (doc) =>
    doc.getMap(META).set('schema', laterSchema.serialize()),
  )
  for (const [url, title] of [
    [boardUrl(room, tokens.observer), 'This link has expired.'],
    [boardUrl(room, tokens.editor), 'This link was replaced or taken back.'],
    [boardUrl(room, `${tokens.owner}x`), 'This link does not open the board.'],
    [boardUrl('nobody-made-this', tokens.owner), 'No board at this address.'],
    [boardUrl(newer.room, newer.tokens.editor), 'This page is older than the board.'],
  ] as const) {
    const { page, context, sockets } = await arrive(here.browser, url)
    await says(page, title)
    await page.getByRole('link', { name: 'Go to the start page' }).waitFor()
    await page.clock.runFor('05:00')
    expect([title, sockets()]).toEqual([title, 1])
    await context.close()
  }
})

it('lets the owner replace a link and take it back: who came by it is told at once, draws no more and does not ask again', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  const old = await shareLink(page, 'Editor')
  const bob = await arrive(here.browser, old)
  await openCanvas(bob.page)
  await shapes(bob.page, 'component', 'API gateway').waitFor()

  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Replace link of the editor' }).click()
  await page.getByText('everybody who came by it is out').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Replace link of the editor')
  await page.keyboard.press('Enter')
  await page.getByLabel('It opens').selectOption('for 7 days')
  await page.getByRole('button', { name: 'Replace the link' }).click()
  await page.getByText(/Opens until .*This is the new link\./).waitFor()
  await expect.poll(() => focused(page)).toBe('Copy the editor link')
  const link = await page.getByRole('textbox', { name: 'Editor link' }).inputValue()
  expect(link).not.toBe(old)

  await bob.page.getByRole('alert').filter({ hasText: 'This link was replaced or taken back.' }).waitFor()
  await lightSays(bob.page, 'Not connected')
  await bob.page.getByRole('navigation', { name: 'Components' }).waitFor({ state: 'detached' })
  await bob.page.clock.fastForward('05:00')
  // One for the board and one for its run.
  expect(bob.sockets()).toBe(2)

  await page.getByRole('button', { name: 'Take back the observer link' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('This link was taken back: nobody comes in by it.').waitFor()
  await expect.poll(() => focused(page)).toBe('Make a link for the observer')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByRole('textbox', { name: 'Observer link' }).waitFor()
  await page.keyboard.press('Escape')

  const cyd = await visit(here.browser, link)
  await openCanvas(cyd.page)
  await cyd.page.getByRole('button', { name: 'Share' }).click()
  await cyd.page.getByRole('textbox', { name: 'Observer link' }).waitFor()
  expect(await cyd.page.getByRole('button', { name: /^(Replace|Take back)/ }).count()).toBe(0)
  expectQuiet(ada)
  await Promise.all([ada.context.close(), bob.context.close(), cyd.context.close()])
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

it('carries the owner over to their own new link: tabs, address, list, history and an edit under way', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await page.waitForURL(/#/)
  const old = page.url()
  const tab = await ada.context.newPage()
  await tab.goto(old)
  await openCanvas(tab)
  await quickInsert(page, 'gw')
  await lightSays(page, 'Seen by 1 other')

  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Replace link of the owner' }).click()
  here.server.freeze()
  await page.getByRole('button', { name: 'Replace the link' }).click()
  await tab.bringToFront()
  await quickInsert(tab, 'fs')
  here.server.thaw()
  await page.bringToFront()
  await page.getByText('This is the new link, and this browser goes on with it.').waitFor()
  const now = page.url()
  expect(now).not.toBe(old)
  await page.keyboard.press('Escape')
  await lightSays(page, /Seen by 1 other|On the server/)
  await lightSays(tab, /Seen by 1 other|On the server/)
  await expect.poll(() => tab.url()).toBe(now)
  await expect.poll(() => shapes(page, 'component').count()).toBe(2)

  await page.keyboard.press('Control+z')
  await expect.poll(() => shapes(tab, 'component').count()).toBe(1)
  await quickInsert(page, 'ca')
  await expect.poll(() => shapes(tab, 'component').count()).toBe(2)
  await page.goto(here.server.url)
  await page.getByRole('link', { name: 'Untitled board', exact: true }).click()
  await lightSays(page, /Seen by 1 other|On the server/)
  expect(page.url()).toBe(now)

  await page.goto(old)
  await openCanvas(page)
  await lightSays(page, /Seen by 1 other|On the server/)
  expect(page.url()).toBe(now)
  const stranger = await arrive(here.browser, old)
  await says(stranger.page, 'This link was replaced or taken back.')
  expectQuiet(ada, CLOSED)
  await Promise.all([ada.context.close(), stranger.context.close()])
})

it('keeps what somebody drew offline whose link was replaced meanwhile, and makes a board of their own of it', async () => {
  const ada = await visit(here.browser, here.server.url)
  await begin(ada.page, 'New board')
  await quickInsert(ada.page, 'gw')
  const link = await shareLink(ada.page, 'Editor')
  const bob = await visit(here.browser, link)
  await openCanvas(bob.page)
  await shapes(bob.page, 'component', 'API gateway').waitFor()
  await here.server.kill()
  await quickInsert(bob.page, 'fs')
  await quickInsert(bob.page, 'ann')
  await lightSays(bob.page, 'Offline, still saving here')
  await bob.page.goto('about:blank')
  await here.server.restart()
  const { pathname, hash } = new URL(ada.page.url())
  await replace(pathname.split('/').at(-1) ?? '', 'editor', hash.slice(1))

  await bob.page.goto(link)
  await openCanvas(bob.page)
  await bob.page
    .getByText('Your changes to 3 shapes did not reach the server; this device keeps them.')
    .waitFor()
  await lightSays(bob.page, 'On this device only')
  await bob.page.getByRole('button', { name: 'Keep as a board of your own' }).click()
  await bob.page.getByRole('heading', { name: /\(copy\)/ }).waitFor()
  await lightSays(bob.page, 'On the server')
  for (const name of ['API gateway', 'Feature store', 'ANN index']) {
    expect(await shapes(bob.page, 'component', name).count()).toBe(1)
  }
  expect(await shapes(bob.page, 'arrow').count()).toBe(1)
  await bob.page.goto(here.server.url)
  await bob.page.getByText('Edits wait on this device').waitFor()
  expect(await shapes(ada.page, 'component').count()).toBe(1)
  expectQuiet(bob, CLOSED)
  await Promise.all([ada.context.close(), bob.context.close()])
})

it('says that a board has no place for one more, asks ever more seldom, and opens when there is one', async () => {
  const server = await startServer({ env: { CONNECTIONS_PER_ROOM: '1' } })
  try {
    const { room, tokens } = await createRoom(server.url)
    const url = `${server.url}/board/${room}#${tokens.editor}`
    const ada = await visit(here.browser, url)
    await openCanvas(ada.page)
    const bob = await arrive(here.browser, url)
    await says(bob.page, 'The board is full.')
    await bob.page.getByText('No more than 1 people fit in here at once.').waitFor()
    await bob.page.clock.runFor('05:00')
    expect(bob.sockets()).toBeLessThanOrEqual(14)
    expect(bob.sockets()).toBeGreaterThan(1)

    await ada.context.close()
    await bob.page.getByRole('button', { name: 'Try again' }).click()
    // The server may not have noticed yet that Ada is gone; the page then asks again by itself.
    const isOpen = async () => {
      await bob.page.clock.runFor('00:40')
      return bob.page.locator('.tl-canvas').isVisible()
    }
    await expect.poll(isOpen).toBe(true)
    await openCanvas(bob.page)
    await lightSays(bob.page, 'On the server')
    await bob.context.close()
  } finally {
    await server.stop()
  }
})
