import { findKind } from '../catalog/index.ts'
import type { ComponentKind } from '../catalog/kind.ts'
import { outlines, plainOutline } from '../shared/outlines.ts'
import type { ComponentProps } from './schema.ts'

/** The properties of a new component, given its kind or the kind's id; an unknown one is a plain box. */
export function componentDefaults(kindOrId: ComponentKind | string): ComponentProps {
  const isId = typeof kindOrId === 'string'
  const kind = isId ? findKind(kindOrId) : kindOrId
  const id = isId ? kindOrId : kindOrId.id
  const { w, h } = (kind ? outlines[kind.outline] : plainOutline).size
  return { w, h, kind: id, label: kind?.name ?? id, zone: null, values: {} }
}
