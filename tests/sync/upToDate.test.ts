import { createShapePropsMigrationSequence, createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema'
import { createTLStore } from 'tldraw'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardSchema } from '../../shapes/schemas.ts'
import { toLeaves } from '../../src/document/leaves.ts'
import { migrateBoard } from '../../src/document/migrateBoard.ts'
import { META, RECORDS } from '../../src/document/names.ts'
import { asObject } from '../../src/sync/dirty.ts'
import { bringUpToDate, schemaOf } from '../../src/sync/upToDate.ts'
import { emptyBoard } from '../../templates/emptyBoard.ts'
import { laterSchema } from '../helpers/laterSchema.ts'

const { geo } = defaultShapeSchemas
const older = createTLSchema({
  shapes: {
    ...defaultShapeSchemas,
    geo: { ...geo, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
  },
})
const COMPONENT = { w: 168, h: 64, kind: 'service', zone: null, values: {} }
const SHAPE = {
  typeName: 'shape',
  type: 'component',
  parentId: 'page:page',
  index: 'a1',
  x: 1,
  y: 1,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
}
const current = createTLStore({ schema: createTLSchema({ shapes: defaultShapeSchemas }) })

function copyKeptBy(schema: { serialize(): unknown }): Y.Doc {
  const doc = new Y.Doc()
  for (const record of emptyBoard('Board')) {
    doc.getMap(RECORDS).set(record.id, new Y.Map(toLeaves(asObject(record))))
  }
  doc.getMap(META).set('schema', schema.serialize())
  return doc
}

it('opens a copy of this version as it is', () => {
  const doc = copyKeptBy(current.schema)
  const before = Y.encodeStateAsUpdate(doc)
  expect(bringUpToDate(doc, current, true)).toBe(true)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it('brings a copy of an older version to this one’s form, once', () => {
  const doc = copyKeptBy(older)
  expect(bringUpToDate(doc, current, true)).toBe(true)
  expect(doc.getMap(META).get('schema')).toEqual(schemaOf(current))
  const after = Y.encodeStateAsUpdate(doc)
  expect(bringUpToDate(doc, current, true)).toBe(true)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(after)
})

it('leaves an older copy alone that holds nothing of its own: the server’s opens instead', () => {
  const doc = copyKeptBy(older)
  const before = Y.encodeStateAsUpdate(doc)
  expect(bringUpToDate(doc, current, false)).toBe(false)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it('does not open a copy that a newer version kept', () => {
  const doc = copyKeptBy(current.schema)
  expect(bringUpToDate(doc, createTLStore({ schema: older }), true)).toBe(false)
})

it('does not take back what people have done on the server’s board since it was migrated', () => {
  for (let run = 0; run < 20; run += 1) {
    const copy = new Y.Doc()
    copy
      .getMap(RECORDS)
      .set('shape:a', new Y.Map(toLeaves({ ...SHAPE, props: { ...COMPONENT, label: 'old' } })))
    copy.getMap(META).set('schema', boardSchema.serialize())
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(copy))
    migrateBoard(server, laterSchema)
    const rows = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>(RECORDS).get('shape:a')
    for (const week of [1, 2, 3]) rows(server)?.set('props.names.main.text', `week ${week}`)
    rows(copy)?.set('x', 2)
    bringUpToDate(copy, createTLStore({ schema: laterSchema }), true)
    Y.applyUpdate(server, Y.encodeStateAsUpdate(copy))
    expect(rows(server)?.get('props.names.main.text')).toBe('week 3')
    expect(rows(server)?.get('x')).toBe(2)
  }
})
