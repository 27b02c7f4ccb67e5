import { toRichText } from '@tldraw/tlschema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardSchema } from '../../shapes/schemas.ts'
import { fromLeaves, type PlainObject, toLeaves } from '../../src/document/leaves.ts'
import { migrateBoard } from '../../src/document/migrateBoard.ts'
import { META, RECORDS } from '../../src/document/names.ts'
import { laterSchema, UNMIGRATABLE } from '../helpers/laterSchema.ts'

const SHAPE = {
  typeName: 'shape',
  x: 1,
  y: 2,
  rotation: 0,
  index: 'a1',
  parentId: 'page:a',
  isLocked: false,
  opacity: 1,
}

function component(id: string, props: PlainObject = {}): PlainObject {
  const usual = { w: 100, h: 50, kind: 'cache', label: 'Users', zone: null, values: { tags: ['a', 'b'] } }
  return {
    ...SHAPE,
    id: `shape:${id}`,
    type: 'component',
    props: { ...usual, ...props },
    meta: { by: 'me' },
  }
}

function board(records: readonly PlainObject[], schema: unknown = boardSchema.serialize()): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    const map = doc.getMap<unknown>(RECORDS)
    for (const record of records) map.set(String(record.id), new Y.Map(toLeaves(record)))
    if (schema !== null) doc.getMap(META).set('schema', schema)
  })
  return doc
}

function recordIn(doc: Y.Doc, id: string): PlainObject {
  const leaves = doc.getMap<Y.Map<unknown>>(RECORDS).get(`shape:${id}`)
  return fromLeaves(`shape:${id}`, leaves?.entries() ?? [])
}

/** What a change writes and deletes: `shape:a props.label`. */
function changesOf(doc: Y.Doc, change: () => void): string[] {
  const changed: string[] = []
  const note = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const { path, keys } of events) for (const key of keys.keys()) changed.push([...path, key].join(' '))
  }
  doc.getMap(RECORDS).observeDeep(note)
  doc.getMap(META).observeDeep(note)
  change()
  return changed.sort()
}

const newer = ({ props, ...record }: PlainObject) => {
  const { label, ...others } = props as PlainObject
  return { ...record, props: { ...others, names: { main: { text: label } } } }
}

describe('an older board', () => {
  it('comes to the current form in one transaction, and only the leaves that differ are written', () => {
    const line = { ...SHAPE, id: 'shape:g', type: 'group', props: {}, meta: {} }
    const doc = board([component('a'), line])
    let transactions = 0
    doc.on('afterTransaction', () => {
      transactions += 1
    })
    const changed = changesOf(doc, () =>
      expect(migrateBoard(doc, laterSchema)).toEqual({ kind: 'migrated', changed: 1, unmigrated: [] }),
    )
    const paths = ['props.label', 'props.names', 'props.names.main', 'props.names.main.text']
    expect(changed).toEqual(['schema', ...paths.map((path) => `shape:a ${path}`)].sort())
    expect(transactions).toBe(1)
    expect(recordIn(doc, 'a')).toEqual(newer(component('a')))
    expect(doc.getMap(META).get('schema')).toEqual(laterSchema.serialize())
  })

  it('changes no more when it is migrated again', () => {
    const doc = board([component('a')])
    migrateBoard(doc, laterSchema)
    const before = Y.encodeStateVector(doc)
    expect(migrateBoard(doc, laterSchema)).toEqual({ kind: 'current' })
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('keeps a record that cannot follow, or would not be valid, and reports it', () => {
    const stuck = component('stuck', { label: UNMIGRATABLE })
    const invalid = component('invalid', { w: -5 })
    const unknown = { ...component('unknown'), typeName: 'nonsense' }
    const doc = board([stuck, component('a'), invalid, unknown])
    doc.getMap(RECORDS).set('shape:text', 'no leaves at all')
    const migration = migrateBoard(doc, laterSchema)
    expect(migration).toMatchObject({
      changed: 1,
      unmigrated: [
        { id: 'shape:stuck', reason: 'No name can be made of this.' },
        { id: 'shape:invalid', reason: expect.stringContaining('props.w') },
        { id: 'shape:unknown', reason: expect.stringContaining('nonsense') },
      ],
    })
    expect(recordIn(doc, 'stuck')).toEqual(stuck)
    expect(recordIn(doc, 'invalid')).toEqual(invalid)
    expect(recordIn(doc, 'a')).toEqual(newer(component('a')))
  })

  it('loses what outlived a deleted part when that part comes anew', () => {
    const doc = board([component('a')])
    doc.getMap<Y.Map<unknown>>(RECORDS).get('shape:a')?.set('props.names.old.text', 'long gone')
    migrateBoard(doc, laterSchema)
    expect(recordIn(doc, 'a')).toEqual(newer(component('a')))
  })

  it('is migrated by tldraw’s own steps too', () => {
    const sequences = { ...boardSchema.serialize().sequences, 'com.tldraw.shape.text': 2 }
    const props = { color: 'black', size: 'm', w: 100, font: 'draw', textAlign: 'start', autoSize: true }
    const text = { ...SHAPE, id: 'shape:t', type: 'text', meta: {} }
    const old = { ...text, props: { ...props, scale: 1, text: 'hello' } }
    const doc = board([old], { schemaVersion: 2, sequences })
    migrateBoard(doc, boardSchema)
    expect(recordIn(doc, 't')).toEqual({
      ...text,
      props: { ...props, scale: 1, richText: toRichText('hello') },
    })
  })
})

describe('a board is left alone', () => {
  const { sequences } = boardSchema.serialize()
  it.each([
    ['that is as new', laterSchema.serialize()],
    [
      'that is newer',
      {
        schemaVersion: 2,
        sequences: { ...laterSchema.serialize().sequences, 'com.tldraw.shape.component': 2 },
      },
    ],
    [
      'that is newer in one part and older in another',
      { schemaVersion: 2, sequences: { ...sequences, more: 0 } },
    ],
    ['that does not say how old it is', null],
    ['whose schema is unreadable', { schemaVersion: 1, storeVersion: 4 }],
  ])('%s', (_, schema) => {
    const doc = board([component('a')], schema)
    const changed = changesOf(doc, () => expect(migrateBoard(doc, laterSchema)).toEqual({ kind: 'current' }))
    expect(changed).toEqual([])
  })

  it.each([
    ['whose schema never was', { 'com.tldraw.page': 1, 'com.tldraw.shape.arrow': 0.5 }, 'current'],
    ['from which a step for the whole store leads on', { 'com.tldraw.store': 1 }, 'stuck'],
  ])('%s', (_, other, kind) => {
    const doc = board([component('a')], { schemaVersion: 2, sequences: { ...sequences, ...other } })
    const changed = changesOf(doc, () => expect(migrateBoard(doc, laterSchema)).toMatchObject({ kind }))
    expect(changed).toEqual([])
  })
})

it('comes to the same whoever migrates it, and though two do at once', () => {
  const props = fc.record({
    label: fc.oneof(fc.string(), fc.constant(UNMIGRATABLE)),
    w: fc.integer({ min: -1, max: 9 }),
    values: fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(fc.integer(), fc.array(fc.string())), {
      noNullPrototype: true,
    }),
  })
  const records = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), props), {
    selector: ([id]) => id,
  })
  fc.assert(
    fc.property(records, (some) => {
      const older = some.map(([id, values]) => component(id, values))
      const one = board(older)
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      migrateBoard(one, laterSchema)
      migrateBoard(other, laterSchema)
      Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      for (const [id, values] of some) {
        const before = component(id, values)
        const canFollow = values.label !== UNMIGRATABLE && values.w > 0
        expect(recordIn(one, id)).toEqual(canFollow ? newer(before) : before)
        expect(recordIn(other, id)).toEqual(recordIn(one, id))
      }
    }),
  )
})
