import type { PlainObject } from '../document/leaves.ts'
import { compareText, type RawRecord, type Repairs } from './rawRecord.ts'
import { sortOutIndices } from './repairIndices.ts'
import { findParents, type Standing } from './repairParents.ts'

/** Leaves that a repair depends on. */
export const STRUCTURAL: ReadonlySet<string> = new Set([
  'typeName',
  'type',
  'parentId',
  'index',
  'fromId',
  'toId',
  'props.terminal',
])

/**
 * What merging two people's edits can break, put right: parents that are gone, cycles, frames in frames without
 * end, empty groups, equal indices, bindings without an end. Depends on the records alone, so every browser
 * shows the same without asking another; nothing is written until somebody edits the record.
 *
 * @param records valid records of the document, in any order
 * @param containerTypes shape types that may hold shapes, besides frame and group
 */
export function repair(records: Iterable<RawRecord>, containerTypes: ReadonlySet<string>): Repairs {
  const repairs: Repairs = new Map()
  const byType: Record<string, RawRecord[]> = { page: [], shape: [], binding: [] }
  for (const record of records) byType[record.typeName]?.push(record)
  const { page: pages = [], shape: shapes = [], binding: bindings = [] } = byType
  for (const list of [pages, shapes, bindings]) list.sort((a, b) => compareText(a.id, b.id))

  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const standing = findParents(byId, pages, containerTypes)
  for (const [id, { parentId }] of standing) {
    if (parentId !== byId.get(id)?.parentId) repairs.set(id, { parentId })
  }
  const children = hideEmptyGroups(shapes, standing, repairs)
  for (const siblings of children.values()) sortOutIndices(siblings, repairs)
  sortOutIndices(pages, repairs)
  hideBrokenBindings(bindings, byId, (id) => standing.get(id)?.pageId, repairs)
  return repairs
}

/** The shapes that are left, by parent. */
function hideEmptyGroups(shapes: RawRecord[], standing: ReadonlyMap<string, Standing>, repairs: Repairs) {
  const children = new Map<string, Set<RawRecord>>()
  for (const shape of shapes) {
    const parent = standing.get(shape.id)?.parentId ?? ''
    const siblings = children.get(parent)
    if (siblings) siblings.add(shape)
    else children.set(parent, new Set([shape]))
  }
  const waiting = shapes.filter((shape) => shape.type === 'group')
  const byId = new Map(waiting.map((group) => [group.id, group]))
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    if (repairs.get(group.id) === null || (children.get(group.id)?.size ?? 0) > 0) continue
    repairs.set(group.id, null)
    const parent = standing.get(group.id)?.parentId ?? ''
    children.get(parent)?.delete(group)
    const outer = byId.get(parent)
    if (outer) waiting.push(outer)
  }
  return children
}

/** A binding needs both ends on one page; an arrow starts it, and each end of an arrow has one. */
function hideBrokenBindings(
  bindings: RawRecord[],
  shapes: ReadonlyMap<string, RawRecord>,
  pageOf: (id: string) => string | undefined,
  repairs: Repairs,
) {
  const taken = new Set<string>()
  for (const { id, type, fromId, toId, props } of bindings) {
    const [from, to] = [shapes.get(String(fromId)), shapes.get(String(toId))]
    const isWhole = from && to && from !== to && repairs.get(from.id) !== null && repairs.get(to.id) !== null
    const isArrow = type === 'arrow'
    const end = isArrow ? `${fromId} ${(props as PlainObject).terminal}` : id
    const isBroken =
      !isWhole || (isArrow && from.type !== 'arrow') || pageOf(from.id) !== pageOf(to.id) || taken.has(end)
    if (isBroken) repairs.set(id, null)
    else taken.add(end)
  }
}
