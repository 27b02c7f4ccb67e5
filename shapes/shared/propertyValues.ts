import { T } from '@tldraw/validate'
import type { PropertyValue } from '../../src/domain/design.ts'

/** A property value as it may be stored: no NaN, no infinity, no nested objects. */
const propertyValue = T.or(T.or(T.number, T.string), T.or(T.boolean, T.arrayOf(T.string)))

/** Values by property id, as shapes store them. */
export const propertyValues = T.dict(T.string, propertyValue) as T.Validatable<Record<string, PropertyValue>>
