import { expect, it } from 'vitest'
import { begin, quickInsert } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it('gives the keys back to the canvas when what the header opened is closed', async () => {
  const ada = await visit(here.browser, here.server.url)
  const { page } = ada
  const { keyboard } = page
  await begin(page, 'New board')
  await quickInsert(page, 'sv')
  const takesKeys = async () => {
    await keyboard.press('r')
    const rectangle = page.getByTestId('tools.rectangle')
    await expect.poll(() => rectangle.getAttribute('aria-pressed')).toBe('true')
    await keyboard.press('Escape')
    await expect.poll(() => rectangle.getAttribute('aria-pressed')).toBe('false')
  }
  const share = page.getByRole('dialog', { name: 'Share this board' })
  await page.getByRole('button', { name: 'Share' }).click()
  await share.waitFor()
  await keyboard.press('Escape')
  await share.waitFor({ state: 'detached' })
  await takesKeys()
  await page.getByRole('button', { name: 'Share' }).click()
  await share.getByRole('button', { name: 'Close' }).click()
  await share.waitFor({ state: 'detached' })
  await takesKeys()
  for (const [field, end] of [
    ['Your name', 'Enter'],
    ['Board title', 'Escape'],
  ] as const) {
    await page.getByRole('button', { name: field }).click()
    await keyboard.type('Ada')
    await keyboard.press(end)
    await takesKeys()
  }
  expectQuiet(ada)
})
