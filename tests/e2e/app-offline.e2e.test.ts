import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { createServer as createVite } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageRoutes, securityHeaders } from '../../server/pages.ts'
import { appIsKept } from '../helpers/app.ts'
import { begin, lightSays } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const DIST = resolve(import.meta.dirname, '../../dist')
const here = journey()

/** Empties the browser's own cache, which may forget at any time what the worker keeps for good. */
async function forgetHttpCache(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await session.detach()
}

/** The addresses of all that the browser keeps, without the worker's own marks of a version. */
function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const keys = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    return keys
      .flat()
      .map(({ url }) => url.slice(location.origin.length).replace(/\?__WB_REVISION__=\w+$/, ''))
  })
}

it('opens the start page and boards with the server away', async () => {
  const visitor = await visit(here.browser, here.server.url, { keepsApp: true })
  const { page } = visitor
  await begin(page, 'New board')
  await lightSays(page, 'On the server')
  const board = page.url()
  await page.getByRole('link', { name: /start page/ }).click()
  const boards = page.getByRole('region', { name: 'Boards on this device' }).getByRole('listitem')
  await expect.poll(() => boards.count()).toBe(1)
  await appIsKept(page)
  expectQuiet(visitor)

  await forgetHttpCache(page)
  await here.server.kill()
  const start = await page.goto(here.server.url)
  expect([start?.status(), start?.fromServiceWorker()]).toEqual([200, true])
  await expect.poll(() => boards.count()).toBe(1)
  const again = await page.goto(board)
  expect([again?.status(), again?.fromServiceWorker()]).toEqual([200, true])
  await page.locator('#root > *').first().waitFor()
  await page.waitForLoadState('networkidle')
  await here.server.restart()
  expectQuiet(visitor, /Failed to load resource|WebSocket connection|fetching the script/)
})

it('leaves the API and the sync to the server, and keeps the app’s files alone', async () => {
  const visitor = await visit(here.browser, here.server.url, { keepsApp: true })
  const { page } = visitor
  await appIsKept(page)
  const fromWorker: string[] = []
  const answered: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.fromServiceWorker()) fromWorker.push(pathname)
    else answered.push(pathname)
  })
  await begin(page, 'New board')
  await lightSays(page, 'On the server')
  await page.goto(`${here.server.url}/board/nowhere?token=secret-in-query#secret-in-fragment`)
  await page.getByText('No board at this address.').waitFor()

  expect(answered.filter((path) => path.startsWith('/api/rooms')).length).toBeGreaterThan(1)
  expect(fromWorker.some((path) => path.startsWith('/assets/BoardPage-'))).toBe(true)
  expect(fromWorker.filter((path) => /^\/(api|sync)/.test(path))).toEqual([])
  const built = readdirSync(join(DIST, 'assets')).map((name) => `/assets/${name}`)
  const kept = await keptAddresses(page)
  expect(kept.filter((path) => !['/index.html', '/favicon.svg', ...built].includes(path))).toEqual([])
  expect(kept).toContain('/index.html')

  await here.server.kill()
  const reach = (path: string) =>
    page.evaluate(
      (path) =>
        fetch(path).then(
          ({ status }) => status,
          () => 'away',
        ),
      path,
    )
  expect([await reach('/api/rooms/nowhere'), await reach('/healthz')]).toEqual(['away', 'away'])
  await expect(page.goto(`${here.server.url}/healthz`)).rejects.toThrow('ERR_CONNECTION_REFUSED')
  await here.server.restart()
})

/** A build of the app whose scripts have other names and whose page has another title. */
function nextVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drillboard-next-'))
  cpSync(DIST, folder, { recursive: true })
  const assets = join(folder, 'assets')
  for (const name of readdirSync(assets)) if (name.endsWith('.gz')) rmSync(join(assets, name))
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const renamed = (name: string) => name.replace(/.{4}\.js$/, 'next.js')
  const inNewNames = (text: string) =>
    scripts.reduce((done, name) => done.replaceAll(name, renamed(name)), text)
  for (const file of [...scripts.map((name) => join('assets', name)), 'index.html', 'service-worker.js']) {
    const text = inNewNames(readFileSync(join(folder, file), 'utf8'))
    writeFileSync(
      join(folder, file),
      text.replace('<title>Drillboard', '<title>Next').replace(/(\/index\.html[^}]*revision:.)\w+/, '$1next'),
    )
  }
  for (const name of scripts) renameSync(join(assets, name), join(assets, renamed(name)))
  return folder
}

/** A server of the app alone: it knows no board. */
function appOf(dist: string): Hono {
  return new Hono()
    .use('*', securityHeaders)
    .all('/api/*', (c) => c.json({ error: 'No such board.' }, 404))
    .route('/', pageRoutes(dist))
}
let app = appOf(DIST)
const pages = createServer(getRequestListener((request, env) => app.fetch(request, env)))
let url: string
beforeAll(async () => {
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
})
afterAll(closePages)

function closePages() {
  pages.close()
  pages.closeAllConnections()
}

it('lets an open tab go on after an update, and opens new tabs in the new version', async () => {
  const old = await visit(here.browser, url, { keepsApp: true })
  await appIsKept(old.page)

  const folder = nextVersion()
  app = appOf(folder)
  const fresh = await old.context.newPage()
  await fresh.goto(url)
  expect(await fresh.evaluate(() => document.scripts[0]?.src)).toMatch(/next\.js$/)
  // The new version is kept, and waits for the last tab of the old one.
  await expect
    .poll(() => fresh.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting), {
      timeout: 30_000,
    })
    .toBe(true)

  // Its board is a file that the server no longer has.
  await forgetHttpCache(old.page)
  const boardPart = old.page.waitForResponse(/\/assets\/BoardPage-.*\.js$/)
  await old.page.evaluate(() => {
    history.pushState(null, '', '/board/nowhere#key')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  const part = await boardPart
  expect([part.status(), part.fromServiceWorker()]).toEqual([200, true])
  await old.page.getByRole('region', { name: 'Boards on this device' }).waitFor({ state: 'detached' })
  await old.page.locator('#root > *').first().waitFor()
  expect(await old.page.getByText('This page did not load.').count()).toBe(0)

  await old.page.close()
  await fresh.close()
  const later = await old.context.newPage()
  await later.goto(url)
  await expect
    .poll(async () => (await keptAddresses(later)).filter((path) => /BoardPage.*\.js/.test(path)), {
      timeout: 30_000,
    })
    .toEqual([expect.stringMatching(/next\.js$/)])
  rmSync(folder, { recursive: true })
})

it('makes way for the dev server on the same port', async () => {
  app = appOf(DIST)
  const { page } = await visit(here.browser, url, { keepsApp: true })
  await appIsKept(page)
  closePages()
  const cacheDir = mkdtempSync(join(tmpdir(), 'drillboard-vite-'))
  const vite = await createVite({
    root: resolve(DIST, '..'),
    cacheDir,
    logLevel: 'silent',
    server: { port: Number(new URL(url).port), host: '127.0.0.1', strictPort: true },
  })
  await vite.listen()
  await page.goto(url)
  expect(await page.evaluate(() => [...document.scripts].at(-1)?.src)).toMatch(/src\/main\.tsx/)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), {
      timeout: 30_000,
    })
    .toBe(0)
  await page.close()
  await vite.close()
  rmSync(cacheDir, { recursive: true, force: true })
})
