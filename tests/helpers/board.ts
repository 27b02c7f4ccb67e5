import type { Locator, Page } from 'playwright-core'

/** The drawing surface, once the board is open. */
export async function openCanvas(page: Page): Promise<Locator> {
  const canvas = page.getByTestId('canvas')
  await canvas.waitFor()
  return canvas
}

/** Starts a board from the start page's button of that name. */
export async function begin(page: Page, button: string) {
  await page.getByRole('button', { name: button }).click()
  await openCanvas(page)
}

/** Shapes of a tldraw type, by the text they show. */
export function shapes(page: Page, type: string, text?: string): Locator {
  const all = page.locator(`.tl-shape[data-shape-type="${type}"]`)
  return text === undefined ? all : all.filter({ hasText: text })
}

/** Clicks the middle of a shape, where whatever lies on top of it gets the click, as with a real mouse. */
export async function press(page: Page, shape: Locator) {
  const box = await shape.boundingBox()
  if (!box) throw new Error('That shape is not in view.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** Puts a component on the board as fast hands do: Ctrl+K, its code, Enter. */
export async function quickInsert(page: Page, code: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Insert a component' }).waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Insert a component' }).waitFor({ state: 'detached' })
}

/** Writes the selected component's label. */
export async function label(page: Page, text: string) {
  await page.keyboard.press('F2')
  await page.getByTestId('canvas').getByRole('textbox', { name: 'Label' }).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

/** The address that the share dialog gives for a role, e.g. `Observer`. */
export async function shareLink(page: Page, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('textbox', { name: `${role} link` }).inputValue()
  await page.keyboard.press('Escape')
  return link
}

/** Waits until the save light says so. */
export async function lightSays(page: Page, words: string | RegExp) {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}

/** Presses Tab until what has the focus is called that. */
export async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (focused === name) return
  }
  throw new Error(`Tab never reaches “${name}”`)
}
