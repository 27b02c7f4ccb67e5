import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { vocabulary } from '../../shapes/vocabulary.ts'
import { readDesignFile } from '../../src/domain/designFile/readDesignFile.ts'

interface SavedDesign {
  readonly name: string
  readonly text: string
}

/** What the menu's export saves: the file's name and text. */
export async function exported(page: Page): Promise<SavedDesign> {
  const download = page.waitForEvent('download')
  await page.getByTestId('main-menu.button').click()
  await page.getByRole('menuitem', { name: 'Export design (JSON)' }).click()
  const saved = await download
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') }
}

export function importDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Import design' })
}

/** Opens the dialog by its keys and gives it a file. */
export async function choose(page: Page, name: string, content: string | Buffer) {
  const dialog = importDialog(page)
  if (!(await dialog.isVisible())) {
    await page.keyboard.press(';')
    await page.keyboard.press('Shift+E')
  }
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
}

/** What a saved file says, each list in one order. */
export function lists({ text }: { text: string }) {
  const read = readDesignFile(text, vocabulary)
  if (!read.ok) throw new Error(read.problem.what)
  const byId = <Item extends { id: string }>(items: readonly Item[]) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { requirements, nodes, links, cards, composites } = read.design
  return {
    requirements,
    nodes: byId(nodes),
    links: byId(links),
    cards: byId(cards),
    composites: byId(composites),
  }
}
