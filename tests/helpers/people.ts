import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody with a browser of their own, and what that browser complained of. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors and uncaught exceptions, as text. */
  readonly errors: string[]
  /** Requests to any other host than the server's. */
  readonly foreign: string[]
}

export interface VisitorOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly hasTouch?: boolean
  /** Whether the browser keeps the app for when the server is away: all its files, which takes a while. */
  readonly keepsApp?: boolean
}

/** Opens a browser of its own (no shared storage) at an address, or a page of one that is there already. */
export async function visit(
  from: Browser | BrowserContext,
  url: string,
  options: VisitorOptions = {},
): Promise<Visitor> {
  const context = 'newContext' in from ? await newcomer(from, options) : from
  const page = await context.newPage()
  const errors: string[] = []
  const foreign: string[] = []
  const { host } = new URL(url)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    const target = new URL(request.url())
    if (/^(https?|wss?):$/.test(target.protocol) && target.host !== host) foreign.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) foreign.push(socket.url())
  })
  await page.goto(url)
  return { page, context, errors, foreign }
}

/** A browser that has been nowhere yet. */
export function newcomer(browser: Browser, { keepsApp = false, ...options }: VisitorOptions = {}) {
  return browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: keepsApp ? 'allow' : 'block',
    ...options,
  })
}

/** Nothing was asked of another host and the console is clean; a server that was killed may be missed. */
export function expectQuiet({ errors, foreign }: Visitor, missed: RegExp = /$^/) {
  expect(foreign).toEqual([])
  expect(errors.filter((error) => !missed.test(error))).toEqual([])
}
