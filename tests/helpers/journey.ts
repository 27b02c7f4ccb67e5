import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { newcomer } from './people.ts'
import { type StartOptions, startServer, type TestServer } from './startServer.ts'

/** What the journeys of one file run on, from the first test to the last. */
export interface Journey {
  readonly server: TestServer
  readonly browser: Browser
  /** Somebody's browser for all tests of the file: a second board opens in half the time. Its pages are closed. */
  home(whose: string): Promise<BrowserContext>
}

/**
 * Starts a server of its own and a Chromium for the tests of a file, and ends both after them.
 * After each test every page is closed, and every browser but the homes.
 */
export function journey(options: StartOptions = {}): Journey {
  let server: TestServer | undefined
  let browser: Browser | undefined
  const homes = new Map<string, Promise<BrowserContext>>()
  beforeAll(async () => {
    server = await startServer(options)
    browser = await launchChromium()
  })
  afterEach(async () => {
    const kept = await Promise.all(homes.values())
    const left = (context: BrowserContext) =>
      kept.includes(context) ? context.pages().map((page) => page.close()) : [context.close()]
    await Promise.all(browser?.contexts().flatMap(left) ?? [])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const started = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('A journey begins with its first test, not before.')
    return thing
  }
  return {
    get server() {
      return started(server)
    },
    get browser() {
      return started(browser)
    },
    home(whose) {
      const home = homes.get(whose) ?? newcomer(started(browser))
      homes.set(whose, home)
      return home
    },
  }
}
