import { expect, it } from 'vitest'
import { appIsKept } from '../helpers/app.ts'
import { begin, lightSays, openCanvas, quickInsert, shapes, shareLink } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { visit } from '../helpers/people.ts'

const here = journey()

it('what two people put on an empty board offline, then reloaded, ends beside each other', async () => {
  const ada = await visit(here.browser, here.server.url, { keepsApp: true })
  await begin(ada.page, 'New board')
  const bob = await visit(here.browser, await shareLink(ada.page, 'Editor'), { keepsApp: true })
  await openCanvas(bob.page)
  for (const { page } of [ada, bob]) await appIsKept(page)
  await here.server.kill()
  for (const { page } of [ada, bob]) await lightSays(page, 'Offline, still saving here')
  await quickInsert(ada.page, 'gw')
  await quickInsert(bob.page, 'ca')
  for (const { page } of [ada, bob]) {
    await lightSays(page, 'Offline, still saving here')
    await page.reload()
    await openCanvas(page)
    await shapes(page, 'component').waitFor()
  }
  await here.server.restart()
  for (const { page } of [ada, bob]) {
    await shapes(page, 'component').nth(1).waitFor({ timeout: 20_000 })
    const overlap = async () => {
      const [a, b] = await Promise.all([0, 1].map((i) => shapes(page, 'component').nth(i).boundingBox()))
      if (!a || !b) return 'not in view'
      const isOver =
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
      return isOver ? 'covered' : 'apart'
    }
    await expect.poll(overlap, { timeout: 15_000 }).toBe('apart')
  }
  for (const { context } of [ada, bob]) await context.close()
}, 120_000)
