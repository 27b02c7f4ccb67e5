import type { ComponentKind } from '../catalog/kind.ts'
import { outlines } from '../shared/outlines.ts'
import type { ComponentProps } from './schema.ts'

/** The properties of a new component of that kind. */
export function componentDefaults({ id, name, outline }: ComponentKind): ComponentProps {
  return { ...outlines[outline].size, kind: id, label: name, zone: null, values: {} }
}
