import type { PlainObject } from '../document/leaves.ts'

/** A record as the document holds it. */
export type RawRecord = PlainObject & { readonly id: string; readonly typeName: string }

/** What a store shows instead of what the document holds: `null` hides the record, an object replaces values. */
export type Repairs = Map<string, null | Readonly<Record<string, unknown>>>

/** Orders texts by their code units, as Yjs and tldraw do; no locale has a say. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
