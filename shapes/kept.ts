import type { TLShape } from '@tldraw/tlschema'
import type { Design } from '../src/domain/design.ts'

/**
 * What a design file had and this version cannot draw, such as a card of a newer one: it is kept, as it was,
 * with a locked text that shows it, so that an export has it again.
 */
export type Kept =
  | { readonly part: 'cards'; readonly value: Design['cards'][number] }
  | { readonly part: 'composites'; readonly value: Design['composites'][number] }

/** Of a shape's `meta`. */
const KEPT = 'kept'

export function keptMeta(kept: Kept): TLShape['meta'] {
  return { [KEPT]: { part: kept.part, value: JSON.stringify(kept.value) } }
}

/** What a shape keeps; null for almost all shapes, and for what is no part of a design. */
export function readKept({ id, meta }: Pick<TLShape, 'id' | 'meta'>): Kept | null {
  const kept = meta[KEPT]
  if (!isObject(kept) || typeof kept.value !== 'string') return null
  const value = parsed(kept.value)
  if (kept.part !== 'cards' && kept.part !== 'composites') return null
  if (typeof value.type !== 'string') return null
  const step = typeof value.step === 'number' ? value.step : null
  if (kept.part === 'composites')
    return {
      part: 'composites',
      value: { id: textOf(value.id), type: value.type, step, props: objectOf(value.props) },
    }
  return { part: 'cards', value: { id, type: value.type, step, fields: objectOf(value.fields) } }
}

type Json = Readonly<Record<string, unknown>>

function parsed(text: string): Json {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
