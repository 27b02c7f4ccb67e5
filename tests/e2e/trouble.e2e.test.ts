import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { begin, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { damage } from '../helpers/damage.ts'
import { limitFiles } from '../helpers/fileLimit.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { until } from '../helpers/syncClient.ts'

const here = journey()

/** What the browser itself says of a server that is down or in trouble. */
const IN_TROUBLE = /ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource/

const dataFile = () => join(here.server.dataDir, 'drillboard.sqlite')

const said = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })

it('says that the server’s disk takes nothing more, draws on, and all is on the server once it does', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  const link = await shareLink(page, 'Editor')
  const bob = await visit(here.browser, link)
  await openCanvas(bob.page)
  await lightSays(page, 'Seen by 1 other')

  limitFiles(here.server.pid(), (await stat(`${dataFile()}-wal`)).size)
  await quickInsert(page, 'fs')
  await said(page, 'Not saved: the server’s disk cannot be written.').waitFor()
  await said(page, 'What you draw stays on this device and goes to the server by itself').waitFor()
  await lightSays(page, 'On this device only')
  await quickInsert(page, 'ann')
  await quickInsert(bob.page, 'ca')
  await said(bob.page, 'Not saved').waitFor()
  await lightSays(bob.page, 'On this device only')
  expect(await shapes(page, 'component').count()).toBe(3)
  expect(await shapes(bob.page, 'component').count()).toBe(2)
  await page.reload()
  await openCanvas(page)
  await lightSays(page, 'On this device only')

  limitFiles(here.server.pid(), null)
  for (const one of [page, bob.page]) {
    await lightSays(one, /^(Seen by 1 other|On the server)$/)
    await said(one, 'Not saved').waitFor({ state: 'detached' })
    await expect.poll(() => shapes(one, 'component').count()).toBe(4)
  }
  await here.server.kill()
  await here.server.restart()
  const newcomer = await visit(here.browser, link)
  await openCanvas(newcomer.page)
  await expect.poll(() => shapes(newcomer.page, 'component').count()).toBe(4)
  for (const visitor of [ada, bob, newcomer]) {
    expectQuiet(visitor, IN_TROUBLE)
    await visitor.context.close()
  }
})

it('says that another program holds the data, makes no board meanwhile, and goes on when it is let go', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  await lightSays(page, 'On the server')
  const other = new Database(dataFile())
  other.exec('BEGIN IMMEDIATE')
  await quickInsert(page, 'fs')
  await said(page, 'Not saved: another program holds the server’s data file.').waitFor()
  await lightSays(page, 'On this device only')
  const cyd = await visit(here.browser, here.server.url)
  await cyd.page.getByRole('button', { name: 'New board' }).click()
  await said(cyd.page, 'another program holds the server’s data file').waitFor()

  other.exec('ROLLBACK')
  other.close()
  await lightSays(page, 'On the server')
  await said(page, 'Not saved').waitFor({ state: 'detached' })
  await begin(cyd.page, 'New board')
  await lightSays(cyd.page, 'On the server')
  expectQuiet(ada, IN_TROUBLE)
  await Promise.all([ada.context.close(), cyd.context.close()])
})

it('says that a board’s data are damaged, shows what this device has of it, and leaves other boards alone', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  await begin(page, 'New board')
  await quickInsert(page, 'gw')
  const link = await shareLink(page, 'Editor')
  await fillWith(link, 'hurthurt')
  await lightSays(page, 'On the server')
  await here.server.restart()
  await here.server.kill()
  await damage(dataFile(), 'hurthurt')
  await here.server.restart()

  await said(page, 'The server’s data of this board are damaged. Ask whoever runs it.').waitFor()
  expect(await shapes(page, 'component', 'API gateway').count()).toBe(1)
  const bob = await visit(here.browser, link)
  await bob.page.getByRole('heading', { name: 'The server’s data of this board are damaged.' }).waitFor()
  await bob.page.getByRole('button', { name: 'Try again' }).click()
  await bob.page.getByText('Asked again: it is still so.').waitFor({ state: 'attached' })
  await bob.page.getByRole('link', { name: 'Go to the start page' }).click()
  await begin(bob.page, 'New board')
  await quickInsert(bob.page, 'fs')
  await lightSays(bob.page, 'On the server')
  expectQuiet(ada, IN_TROUBLE)
  await Promise.all([ada.context.close(), bob.context.close()])
})

/** Writes so much of a text to a board that it fills pages of the data file of its own. */
async function fillWith(link: string, text: string) {
  const { pathname, hash } = new URL(link)
  const room = pathname.split('/').at(-1)
  const writer = await rawClient(`${here.server.wsUrl}/sync/${room}/board?acks=1&token=${hash.slice(1)}`)
  for (let n = 0; n < 40; n++) writer.edit((doc) => doc.getMap('x').set(`k${n}`, text.repeat(1_500)))
  await until(() => writer.acked() === 40)
  writer.leave()
}
