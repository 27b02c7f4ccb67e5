import { expect, it } from 'vitest'
import { begin } from '../helpers/board.ts'
import { journey } from '../helpers/journey.ts'
import { expectQuiet, visit } from '../helpers/people.ts'

const here = journey()

it.each(['light', 'dark'] as const)(
  'copies the example as an SVG of paths and text alone, in %s',
  async (colorScheme) => {
    const visitor = await visit(here.browser, here.server.url, { colorScheme })
    const { page, context } = visitor
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin(page, 'Open the example')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+Shift+c')
    const read = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(read, { timeout: 30_000 }).toContain('</svg>')
    const svg = await read()
    expect(svg.includes('foreignObject')).toBe(false)
    expect(svg.includes('var(--')).toBe(false)
    const words = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
      return [...parsed.querySelectorAll('text')].map((text) => text.textContent ?? '').join(' ')
    }, svg)
    for (const text of [
      'API gateway',
      'GET /home',
      '100M',
      'Dense 512',
      'Model development',
      'More minutes of songs',
    ]) {
      expect(words).toContain(text)
    }
    expectQuiet(visitor)
    await context.close()
  },
)
