import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { RecordStep, Step } from './historyStep.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly rotation: number
}

/** Where the frames and groups around a shape are, each in its own parent. */
export type PlacesAbove = ReadonlyMap<TLRecord['id'], Place>

/** What is around a shape in this parent, up to the page. */
export function placesAbove(store: TLStore, parentId: TLRecord['id']): PlacesAbove {
  const places = new Map<TLRecord['id'], Place>()
  for (let record = store.get(parentId); record?.typeName === 'shape' && !places.has(record.id); ) {
    const { x, y, rotation } = record
    places.set(record.id, { x, y, rotation })
    record = store.get(record.parentId)
  }
  return places
}

/** Whether somebody else has moved or turned what is around a shape since `places` were noted for `step`. */
export function isCarriedOff(store: TLStore, places: PlacesAbove, step: Step): boolean {
  return [...places].some(([id, noted]) => {
    const now = store.get(id)
    const left = leftBy(step.get(id), noted)
    return now?.typeName === 'shape' && KEYS.some((key) => now[key] !== left[key])
  })
}

const KEYS = ['x', 'y', 'rotation'] as const

/** My own step may have moved it too, after it took the shape in. */
function leftBy(own: RecordStep | undefined, noted: Place): Place {
  if (own?.kind !== 'changed') return own?.record.typeName === 'shape' ? own.record : noted
  const left = (key: keyof Place) => (own.leaves.get(key)?.[0] ?? noted[key]) as number
  return { x: left('x'), y: left('y'), rotation: left('rotation') }
}
