import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { findKind } from '../../shapes/catalog/index.ts'
import type { ComponentProps } from '../../shapes/component/schema.ts'
import { type PlainObject, toLeaves } from '../../src/document/leaves.ts'
import { RECORDS } from '../../src/document/names.ts'
import { gridBoard } from './boards.ts'

/** As large as the ids that Yjs draws, so that updates are as long as real ones. */
const FIRST_CLIENT = 4_000_000_000

/** A board of so many components, filled in as the catalog would: one update. */
export function boardUpdate(shapes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = FIRST_CLIENT
  const records = doc.getMap(RECORDS)
  doc.transact(() => {
    for (const record of gridBoard({ columns: 20, rows: shapes / 20, links: 0 }, 'ours')) {
      records.set(record.id, new Y.Map(toLeaves(filledIn(record) as unknown as PlainObject)))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

function filledIn(record: TLRecord): TLRecord {
  const props = (record as { props: ComponentProps }).props
  const properties = findKind(props.kind)?.properties ?? []
  const values = Object.fromEntries(properties.map(({ id, typical }) => [id, typical?.text ?? '100 ms']))
  return { ...record, props: { ...props, values } } as TLRecord
}

/** The updates of one person who drags a shape of their own, in order. */
export interface Drag {
  readonly client: number
  readonly updates: readonly Uint8Array[]
}

/** Leaves that a step writes, each one a tick of the person's clock. */
export const CLOCKS_PER_STEP = 2

export function recordDrag(board: Uint8Array, person: number, steps: number): Drag {
  const doc = new Y.Doc()
  doc.clientID = FIRST_CLIENT + 1 + person
  Y.applyUpdate(doc, board)
  const shape = doc.getMap<Y.Map<unknown>>(RECORDS).get(`shape:node-${person}`)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let step = 1; step <= steps; step++) {
    doc.transact(() => {
      shape?.set('x', Math.round(step * 370) / 100)
      shape?.set('y', Math.round(step * 190) / 100)
    })
  }
  doc.destroy()
  return { client: doc.clientID, updates }
}
