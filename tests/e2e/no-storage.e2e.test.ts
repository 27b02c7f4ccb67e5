import { expect, it } from 'vitest'
import { begin, quickInsert, shapes } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'

const here = journey()

it('draws on where the browser forbids storage', async () => {
  const page = await here.browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await page.goto(here.server.url)
  await begin(page, 'New board')
  await quickInsert(page, 'db')
  expect(await shapes(page, 'component', 'Relational DB').count()).toBe(1)
  expect(errors).toEqual([])
})
