import type { LinkWords } from './connect.ts'

/** What a link will be, in words: `sync, number 3, “top 10k”, optional`. */
export function linkSaid({ mode, seq, label, optional }: LinkWords): string {
  return [mode, seq && `number ${seq}`, label && `“${label}”`, optional && 'optional']
    .filter(Boolean)
    .join(', ')
}
