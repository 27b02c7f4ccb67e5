import { LINK_MODES, type LinkMode } from '../../src/domain/kinds.ts'

/** Links are tldraw arrows; what they mean is in `meta`, so that tldraw's own tools keep working on them. */
export const LINK = 'arrow'

export interface LinkMeta {
  mode: LinkMode
  /** Order of parallel calls; equal numbers run at once. */
  seq?: number
  optional?: boolean
}

/** What an arrow's `meta` says; whatever is missing or malformed reads as an ordinary synchronous call. */
export function linkMeta(meta: Readonly<Record<string, unknown>>): LinkMeta {
  const { mode, seq, optional } = meta
  return {
    mode: LINK_MODES.find((known) => known === mode) ?? 'sync',
    ...(typeof seq === 'number' && Number.isInteger(seq) && seq > 0 ? { seq } : {}),
    ...(optional === true ? { optional } : {}),
  }
}
