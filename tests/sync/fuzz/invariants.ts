import type { Editor, TLRecord, TLShape, TLShapeId } from 'tldraw'
import { CONTAINER_TYPES } from '../../../shapes/schemas.ts'

const HOLDERS = new Set(['frame', 'group', ...CONTAINER_TYPES])

/** What a store shows that no board may be, in words; written without a look at the repair. */
export function brokenInvariants({ store }: Editor): string[] {
  const records = store.allRecords()
  const shapes = records.filter((record) => record.typeName === 'shape')
  return [
    ...shapes.flatMap((shape) => brokenShape(store, shape)),
    ...records.flatMap((record) => invalid(store, record)),
    ...equalPlaces(records),
    ...shapes
      .filter(({ type, id }) => type === 'group' && !shapes.some(({ parentId }) => parentId === id))
      .map(({ id }) => `${id} is a group without a child`),
    ...brokenBindings(store, records),
    ...brokenSession(store, records),
    ...(records.some(({ typeName }) => typeName === 'page') ? [] : ['there is no page']),
    ...(records.some(({ typeName }) => typeName === 'document') ? [] : ['there is no document']),
  ]
}

type Store = Editor['store']

function brokenShape(store: Store, shape: TLShape): string[] {
  const seen = new Set<string>()
  let now: TLRecord | undefined = shape
  while (now?.typeName === 'shape') {
    if (seen.has(now.id)) return [`${shape.id} is in a circle of parents`]
    seen.add(now.id)
    const { parentId }: TLShape = now
    now = store.get(parentId)
    if (!now && !parentId.startsWith('page:')) return [`${shape.id} is in ${parentId}, which is not there`]
    if (now?.typeName === 'shape' && !HOLDERS.has(now.type))
      return [`${shape.id} is in ${now.id}, a ${now.type}`]
  }
  return []
}

function invalid(store: Store, record: TLRecord): string[] {
  const types = store.schema.types as Record<string, { validate(record: unknown): unknown }>
  try {
    types[record.typeName]?.validate(record)
    return []
  } catch (error) {
    return [`${record.id} is not valid: ${error}`]
  }
}

function equalPlaces(records: readonly TLRecord[]): string[] {
  const taken = new Map<string, string>()
  return records.flatMap((record) => {
    if (!('index' in record)) return []
    const place = `${'parentId' in record ? record.parentId : 'page'} ${record.index}`
    const other = taken.get(place)
    taken.set(place, record.id)
    return other ? [`${record.id} and ${other} are both at ${place}`] : []
  })
}

function brokenBindings(store: Store, records: readonly TLRecord[]): string[] {
  const ends = new Set<string>()
  return records.flatMap((record) => {
    if (record.typeName !== 'binding') return []
    const [from, to] = [store.get(record.fromId), store.get(record.toId)]
    if (!from || !to) return [`${record.id} has no ${from ? 'end' : 'start'}`]
    const end = `${record.fromId} ${(record.props as { terminal: string }).terminal}`
    if (from.type !== 'arrow') return [`${record.id} starts at a ${from.type}`]
    if (pageOf(store, from) !== pageOf(store, to)) return [`${record.id} joins two pages`]
    if (ends.has(end)) return [`${end} is bound twice`]
    ends.add(end)
    return []
  })
}

function brokenSession(store: Store, records: readonly TLRecord[]): string[] {
  return records.flatMap((record) => {
    if (record.typeName === 'instance' && !store.has(record.currentPageId))
      return ['the page shown is not there']
    if (record.typeName !== 'instance_page_state') return []
    const { selectedShapeIds, editingShapeId, croppingShapeId } = record
    const held = [...selectedShapeIds, editingShapeId, croppingShapeId]
    return held.flatMap((id) => (id && !store.has(id) ? [`${id} is held and not there`] : []))
  })
}

function pageOf(store: Store, shape: TLShape): string {
  let id: string = shape.parentId
  for (let up = store.get(id as TLShapeId); up; up = store.get(id as TLShapeId)) {
    if (!('parentId' in up)) break
    id = up.parentId
  }
  return id
}
