import { createShapePropsMigrationSequence, createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema'
import { createTLStore } from 'tldraw'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { toLeaves } from '../../src/document/leaves.ts'
import { META, RECORDS } from '../../src/document/names.ts'
import { asObject } from '../../src/sync/dirty.ts'
import { bringUpToDate, schemaOf } from '../../src/sync/upToDate.ts'
import { emptyBoard } from '../../templates/emptyBoard.ts'

const { geo } = defaultShapeSchemas
const older = createTLSchema({
  shapes: {
    ...defaultShapeSchemas,
    geo: { ...geo, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
  },
})
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
  expect(bringUpToDate(doc, current, false)).toBe(true)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it('brings a copy of an older version to this one’s form, once', () => {
  const doc = copyKeptBy(older)
  expect(bringUpToDate(doc, current, false)).toBe(true)
  expect(doc.getMap(META).get('schema')).toEqual(schemaOf(current))
  const after = Y.encodeStateAsUpdate(doc)
  expect(bringUpToDate(doc, current, false)).toBe(true)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(after)
})

it('leaves an older copy alone where nothing may be written: the server’s opens instead', () => {
  const doc = copyKeptBy(older)
  const before = Y.encodeStateAsUpdate(doc)
  expect(bringUpToDate(doc, current, true)).toBe(false)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

it('does not open a copy that a newer version kept', () => {
  const doc = copyKeptBy(current.schema)
  expect(bringUpToDate(doc, createTLStore({ schema: older }), false)).toBe(false)
})
