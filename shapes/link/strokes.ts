import type { LinkMode } from '../../src/domain/kinds.ts'

export interface LinkStroke {
  /** px */
  readonly width: number
  readonly dash?: string
  readonly tone: 'ink' | 'ink-3'
  readonly head: 'filled' | 'open' | 'hollow'
}

/** How a link of each mode looks: line and head differ, so that no colour is needed to tell them apart. */
export const LINK_STROKES: Readonly<Record<LinkMode, LinkStroke>> = {
  sync: { width: 2, tone: 'ink', head: 'filled' },
  stream: { width: 2, dash: '8 5', tone: 'ink', head: 'open' },
  batch: { width: 2.4, dash: '0.1 5.4', tone: 'ink', head: 'hollow' },
  control: { width: 1.25, tone: 'ink-3', head: 'open' },
}
