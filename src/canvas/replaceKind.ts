import type { Editor, JsonObject, TLShapePartial } from 'tldraw'
import { findProperty } from '../../shapes/catalog/properties.ts'
import type { ComponentProps, ComponentShape } from '../../shapes/component/schema.ts'
import type { PropertyValue } from '../domain/design.ts'
import { isComponent } from './boardShapes.ts'
import { findInsertable, type Insertable, insertables } from './insertables.ts'
import { byLikeness } from './likeness.ts'

/** So many of the most alike come before the others of the group. */
const MOST_ALIKE = 5

/** Where a component keeps the values that its kind has no property for, by property id. */
const SET_ASIDE = 'setAside'

/** The selected components that may become another kind. */
export function replaceable(editor: Editor): ComponentShape[] {
  if (editor.getIsReadonly()) return []
  return editor.getSelectedShapes().flatMap((shape) => {
    const isMeant = isComponent(shape) && !editor.isShapeOrAncestorLocked(shape)
    return isMeant ? [shape as ComponentShape] : []
  })
}

/** The kinds that these may become: what is most like the first one first, then those of its group. */
export function replacements(shapes: readonly ComponentShape[]): readonly Insertable[] {
  const kinds = new Set(shapes.map(({ props }) => props.kind))
  const [first] = shapes
  const kind = first && findInsertable(first.props.kind)
  const others = insertables.filter(({ id, kind }) => kind && !(kinds.size === 1 && kinds.has(id)))
  if (!kind) return others
  const likely = byLikeness(kind, others)
  const [alike, rest] = [likely.slice(0, MOST_ALIKE), likely.slice(MOST_ALIKE)]
  const { group } = kind
  return [
    ...alike,
    ...rest.filter((one) => one.group === group),
    ...rest.filter((one) => one.group !== group),
  ]
}

/**
 * Makes the selected components another kind, in one undo step. Id, links, zone and place stay, and a label
 * that somebody wrote. Values that the new kind has no property for are set aside, and come back with a kind
 * that has it.
 */
export function replaceKind(editor: Editor, to: Insertable): void {
  const shapes = replaceable(editor)
  if (shapes.length === 0 || !to.kind) return
  editor.markHistoryStoppingPoint('replace kind')
  editor.updateShapes(shapes.map((shape) => replaced(shape, to)) as unknown as TLShapePartial[])
}

function replaced({ id, type, x, y, props, meta }: ComponentShape, to: Insertable) {
  const from = findInsertable(props.kind)
  const before = from?.defaults()
  const { w, h } = to.defaults()
  const isUsualSize = !before || (props.w === before.w && props.h === before.h)
  const size = isUsualSize ? { w, h } : { w: props.w, h: props.h }
  const { values, aside } = sort(props, meta, to)
  const label = isOwnLabel(props.label, from) ? props.label : to.name
  return {
    id,
    type,
    x: x + (props.w - size.w) / 2,
    y: y + (props.h - size.h) / 2,
    props: { ...size, kind: to.id, label, values },
    ...(aside || meta[SET_ASIDE] ? { meta: { [SET_ASIDE]: aside } } : {}),
  }
}

/** Whether somebody wrote it, and not the kind or the word by which it was found. */
function isOwnLabel(label: string, from: Insertable | undefined): boolean {
  if (label.trim() === '') return false
  const given = from ? [null, ...from.synonyms].map((synonym) => from.defaults(synonym)) : []
  return !given.some((defaults) => 'label' in defaults && defaults.label === label)
}

/** The values the new kind has properties for or nobody knows, and the others. */
function sort({ values }: ComponentProps, meta: JsonObject, { kind }: Insertable) {
  const listed = new Set<string>(kind?.properties.map(({ id }) => id))
  const kept: Record<string, PropertyValue> = {}
  const aside: Record<string, PropertyValue> = {}
  for (const [id, value] of Object.entries({ ...asideOf(meta), ...values })) {
    const isKept = listed.has(id) || (!findProperty(id) && Object.hasOwn(values, id))
    if (isKept) kept[id] = value
    else aside[id] = value
  }
  return { values: kept, aside: Object.keys(aside).length > 0 ? (aside as JsonObject) : null }
}

/** Anybody may have written it, so what is no value is left out. */
function asideOf(meta: JsonObject): Record<string, PropertyValue> {
  const aside = meta[SET_ASIDE]
  if (typeof aside !== 'object' || aside === null) return {}
  return Object.fromEntries(
    Object.entries(aside).flatMap(([id, value]) => (isValue(value) ? [[id, value] as const] : [])),
  )
}

function isValue(value: unknown): value is PropertyValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
