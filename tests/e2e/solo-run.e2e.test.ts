import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { EVENTS } from '../../src/document/names.ts'
import { SECTIONS } from '../../src/domain/debrief/debriefMarkdown.ts'
import { MINUTE_MS } from '../../src/domain/pace/clock.ts'
import { clockText } from '../../src/domain/pace/clockText.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, type Run } from '../../src/domain/pace/run.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { loadBrief } from '../../templates/problems/briefs.ts'
import { findProblem } from '../../templates/problems/index.ts'
import { openCanvas, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'
import { serverClock } from '../helpers/serverClock.ts'
import { createRoom, joinDoc } from '../helpers/syncClient.ts'

const time = serverClock()
const here = journey({ env: time.env })
afterAll(time.remove)

const PROBLEM = 'song-recommendation'
const WITHIN_MS = 2_000

const ribbon = (page: Page) => page.getByRole('navigation', { name: 'Steps of the run' })
const clock = (page: Page) => page.getByRole('region', { name: 'Clock' })

async function isAt(page: Page, step: string | RegExp) {
  await ribbon(page).locator('[aria-current]').filter({ hasText: step }).waitFor()
}

/** ms on the clock. */
async function elapsed(page: Page): Promise<number> {
  const text = (await clock(page).locator('b').textContent()) ?? ''
  const [minutes, seconds] = text.split(':').map(Number)
  return ((minutes ?? Number.NaN) * 60 + (seconds ?? Number.NaN)) * 1000
}

/** Everything that the page was sent, as text. */
function traffic(page: Page) {
  const heard: string[] = []
  const waiting: Promise<unknown>[] = []
  page.on('response', (response) => {
    const read = response.text().then(
      (text) => heard.push(text),
      () => {},
    )
    waiting.push(read)
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()))
  })
  return async () => {
    await Promise.all(waiting)
    return heard.join('\n')
  }
}

/** Sentences of the brief that nobody may have read before the run is over, its first hint aside. */
async function secrets(): Promise<readonly string[]> {
  const brief = await loadBrief(PROBLEM)
  if (!brief) throw new Error('The problem has no brief.')
  const told = JSON.stringify(findProblem(PROBLEM))
  return [
    ...brief.hints.slice(1).map(({ text }) => text),
    ...brief.questions.map(({ answer }) => answer),
    ...brief.curveBalls.map(({ good }) => good),
    ...brief.data.pitfalls,
    ...brief.deployment,
    brief.options.why,
  ].filter((sentence) => sentence.length > 24 && !told.includes(sentence))
}

/** What a person does in a step: puts its first artefact there and ticks its first prompt. */
async function work(page: Page, step: (typeof sevenSteps.steps)[number]) {
  const before = await page.locator('.tl-shape').count()
  const frame = shapes(page, 'step-frame', step.name).first()
  await frame.locator('button, [role="button"]').first().click()
  await expect.poll(() => page.locator('.tl-shape').count()).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Prompts' }).click()
  await page
    .getByRole('list', { name: `To cover in step ${step.number}` })
    .getByRole('checkbox')
    .first()
    .check()
}

/** When somebody turned to a step: some time between two moments of the server's clock. */
interface Turn {
  readonly from: number
  readonly to: number
}

async function leaderKey(page: Page, key: string) {
  await page.getByTestId('canvas').focus()
  await page.keyboard.press(';')
  await page.keyboard.press(key)
}

async function turnTo(page: Page, { number, short }: (typeof sevenSteps.steps)[number]): Promise<Turn> {
  const from = time.now()
  await leaderKey(page, String(number))
  await isAt(page, short)
  return { from, to: time.now() }
}

/** Stands still for ten minutes. Returns for how long. */
async function pause(page: Page): Promise<number> {
  await clock(page).getByRole('button', { name: 'Pause' }).click()
  await clock(page).getByText('paused').waitFor()
  const before = time.now()
  time.advance(10 * MINUTE_MS)
  await clock(page).getByRole('button', { name: 'Go on' }).click()
  await clock(page).getByText('left').waitFor()
  return time.now() - before
}

async function takeHint(page: Page) {
  await leaderKey(page, 'h')
  await page.getByText('1 of 6').waitFor()
}

async function finish(page: Page): Promise<Turn> {
  const from = time.now()
  await clock(page).getByRole('button', { name: 'More about the clock' }).click()
  await page.getByRole('menuitem', { name: 'Finish the run' }).click()
  await clock(page).getByRole('button', { name: 'Finish for good' }).click()
  await clock(page).getByText('finished').waitFor()
  return { from, to: time.now() }
}

/** The run of the board in that tab, as the server has it. */
async function runOf(page: Page) {
  const { pathname, hash } = new URL(page.url())
  const client = joinDoc(here.server.wsUrl, `${pathname.split('/').at(-1)}/run`, hash.slice(1))
  await client.synced
  const run = foldRun(client.doc.getArray(EVENTS).toArray())
  client.leave()
  return run
}

/** Minutes that each step takes: three more than planned for the model, three fewer for monitoring. */
const MINUTES = planRun(sevenSteps, 45).parts.flatMap(({ place, minutes }) =>
  typeof place === 'number' ? [minutes + (place === 4 ? 3 : place === 6 ? -3 : 0)] : [],
)

/** The clock goes on where it was. */
async function clockSays(page: Page, expected: () => number) {
  await openCanvas(page)
  await expect
    .poll(async () => Math.abs((await elapsed(page)) - expected()), { timeout: 60_000 })
    .toBeLessThan(2 * WITHIN_MS)
}

/** A break, a hint. Returns how long the clock stood. */
async function meanwhile(page: Page, step: number): Promise<number> {
  if (step === 4) await takeHint(page)
  return step === 3 ? pause(page) : 0
}

/** The page is loaded again in one step, the server started again in another. */
async function goneAndBack(page: Page, step: number): Promise<boolean> {
  if (step === 5) await page.reload()
  if (step === 6) await here.server.restart()
  return step === 5 || step === 6
}

/** Each step had the time between the turns to it and to the next, what the clock stood aside. */
function expectSpent({ clock: { parts } }: Run, turns: readonly Turn[], pausedMs: number) {
  for (const [n, { number, name }] of sevenSteps.steps.entries()) {
    const [began, ended] = [turns[n], turns[n + 1]]
    if (!began || !ended) throw new Error(`Nobody turned to ${name}.`)
    const paused = number === 3 ? pausedMs : 0
    const spent = parts.find(({ place }) => place === number)?.spentMs
    expect(spent, name).toBeGreaterThan(ended.from - began.to - paused - WITHIN_MS)
    expect(spent, name).toBeLessThan(ended.to - began.from - paused + WITHIN_MS)
  }
}

it('runs a whole interview of 45 minutes against the clock, and adds up what each step had', async () => {
  const ada = await visit(here.browser, `${here.server.url}/problems#${PROBLEM}`)
  const { page } = ada
  const heard = traffic(page)
  await page.getByRole('button', { name: 'Practise alone' }).click()
  await openCanvas(page)
  await leaderKey(page, 'c')
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await isAt(page, 'intro')

  const begun = time.now()
  const turns: Turn[] = []
  let pausedMs = 0
  time.advance(2 * MINUTE_MS)
  for (const [n, step] of sevenSteps.steps.entries()) {
    turns.push(await turnTo(page, step))
    await work(page, step)
    pausedMs += await meanwhile(page, step.number)
    time.advance((MINUTES[n] ?? 0) * MINUTE_MS)
    const hasGone = await goneAndBack(page, step.number)
    if (hasGone) await clockSays(page, () => time.now() - begun - pausedMs)
    await isAt(page, step.short)
  }
  expect(await secretsIn(await heard())).toEqual([])
  turns.push(await finish(page))

  const run = await runOf(page)
  expect(run.shown.filter(({ act }) => act.type === 'hint')).toHaveLength(1)
  expect(run.ticked.size).toBe(7)
  expectSpent(run, turns, pausedMs)
  await looksBack(page, run)
  // What was searched for above is what comes now.
  expect(await secretsIn(await heard())).toEqual(await secrets())
  expectQuiet(ada, /WebSocket|ERR_CONNECTION|Failed to fetch/)
})

/** From the clock to the debrief with every section of its Markdown, and on to the progress. */
async function looksBack(page: Page, { clock: { parts } }: Run) {
  await clock(page).getByRole('link', { name: 'Debrief' }).click()
  await page.getByRole('heading', { name: 'Monitoring got', exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'Show the reference' }).click()
  await page.getByRole('heading', { name: 'Missing in yours' }).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download Markdown' }).click()
  const markdown = await readFile(await (await saved).path(), 'utf8')
  expect([...markdown.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(Object.values(SECTIONS))
  for (const { spentMs } of parts) expect(markdown).toContain(clockText(spentMs))
  await page.goto(`${here.server.url}/progress`)
  await page.getByRole('link', { name: 'Song and playlist recommendation' }).first().waitFor()
  await page.getByRole('row', { name: /Song and playlist recommendation.*Seven steps/ }).waitFor()
}

async function secretsIn(text: string): Promise<readonly string[]> {
  return (await secrets()).filter((sentence) => text.includes(sentence))
}

it('shows the same time in browsers whose clocks are ten minutes wrong', async () => {
  const made = await createRoom(here.server.url, { mode: 'solo', template: 'seven-steps' })
  const address = `${here.server.url}/board/${made.room}#${made.tokens.owner}`
  const pages = await Promise.all([-10, 10].map((minutes) => openSkewed(address, minutes * MINUTE_MS)))
  const [first, second] = pages
  if (!first || !second) throw new Error('Two browsers are needed.')
  await first.getByRole('button', { name: 'Start the clock' }).click()
  await first.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  const seen = await Promise.all(pages.map(ticksOf))
  const apart = [...(seen[0] ?? [])].flatMap(([text, at]) => {
    const other = seen[1]?.get(text)
    return other === undefined ? [] : [Math.abs(other - at)]
  })
  expect(apart.length).toBeGreaterThan(1)
  apart.sort((a, b) => a - b)
  const median = apart[Math.floor(apart.length / 2)] ?? Number.NaN
  process.stdout.write(
    `The same second on two clocks 20 minutes apart: ${Math.round(median)} ms between them\n`,
  )
  expect(median).toBeLessThanOrEqual(250)
})

/** A board in a browser of its own whose clock is wrong. */
async function openSkewed(address: string, skewMs: number): Promise<Page> {
  const context = await here.browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript((skew) => {
    const RealDate = Date
    const now = () => RealDate.now() + skew
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args) => (args.length === 0 ? new target(now()) : Reflect.construct(target, args)),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    })
  }, skewMs)
  const page = await context.newPage()
  await page.goto(address)
  await openCanvas(page)
  return page
}

/** When, by the machine's time, each of some seconds appeared on the clock. */
async function ticksOf(page: Page): Promise<Map<string, number>> {
  await clock(page).getByText('left').waitFor()
  const ticks = await page.evaluate(async () => {
    const shown = document.querySelector('.run-clock .run-time b')
    const seen: [string, number][] = []
    let last = shown?.textContent
    while (seen.length < 5) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      if (shown?.textContent === last) continue
      last = shown?.textContent
      seen.push([last ?? '', performance.timeOrigin + performance.now()])
    }
    return seen
  })
  return new Map(ticks)
}
