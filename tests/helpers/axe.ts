import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export type Narrow = (axe: AxeBuilder) => AxeBuilder

/** Violations as `rule: element`, those inside tldraw's own interface aside. */
export async function violations(page: Page, narrow: Narrow = (axe) => axe): Promise<string[]> {
  const found = await violated(page, (axe) => narrow(axe.exclude('.tlui-layout')))
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** The rules that are broken anywhere on a page, tldraw's own interface included, and where. */
export async function violated(page: Page, narrow: Narrow = (axe) => axe) {
  // No page here has frames, and what passes is not asked for: that takes a quarter of the time.
  const axe = new AxeBuilder({ page: page as never })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
  return (await narrow(axe).analyze()).violations
}
