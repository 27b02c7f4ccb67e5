import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type StartOptions, startServer, type TestServer } from './startServer.ts'

/** What the journeys of one file run on, from the first test to the last. */
export interface Journey {
  readonly server: TestServer
  readonly browser: Browser
}

/** Starts a server of its own and a Chromium for the tests of a file, and ends both after them. */
export function journey(options: StartOptions = {}): Journey {
  let server: TestServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    server = await startServer(options)
    browser = await launchChromium()
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
  }
}
