import { TLDOCUMENT_ID } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { boardSchema } from '../shapes/schemas.ts'
import { type PlainObject, toLeaves } from '../src/document/leaves.ts'
import { META, RECORDS } from '../src/document/names.ts'
import type { Chosen, Template } from '../templates/template.ts'
import { isPlain } from './plainValue.ts'

/** A leaf of a record is a few levels deep at most. */
const DEEPEST_LEAF = 32

type RecordMap = Y.Map<Y.Map<unknown>>

const recordsOf = (doc: Y.Doc): RecordMap => doc.getMap<Y.Map<unknown>>(RECORDS)

interface NewBoard {
  readonly template: Template
  readonly chosen?: Chosen
  readonly title: string
  /** The version of the app that makes it. */
  readonly app: string
}

/** The first update of a board made from a template. */
export function boardFromTemplate({ template, chosen, title, app }: NewBoard): Uint8Array {
  return firstUpdate((doc) => {
    const records = recordsOf(doc)
    for (const record of template.records(chosen)) {
      records.set(record.id, new Y.Map(toLeaves(record as unknown as PlainObject)))
    }
    rename(doc, title)
    const meta = doc.getMap(META)
    meta.set('schema', boardSchema.serialize())
    meta.set('app', app)
  })
}

/** The first update of a board that begins as `source` is now, without its history. */
export function boardFromBoard(source: Y.Doc, title: string): Uint8Array {
  return firstUpdate((doc) => {
    const records = recordsOf(doc)
    for (const [id, leaves] of recordsOf(source)) {
      if (leaves instanceof Y.Map) records.set(id, new Y.Map(plainEntries(leaves)))
    }
    rename(doc, title)
    for (const [key, value] of plainEntries(source.getMap(META))) doc.getMap(META).set(key, value)
  })
}

function plainEntries(map: Y.Map<unknown>): [string, unknown][] {
  return [...map].filter(([, value]) => !(value instanceof Y.AbstractType) && isPlain(value, DEEPEST_LEAF))
}

function firstUpdate(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** The title of a board: the name of tldraw's document record. */
export function titleOf(doc: Y.Doc): string {
  const leaves = recordsOf(doc).get(TLDOCUMENT_ID)
  const name = leaves instanceof Y.Map ? leaves.get('name') : ''
  return typeof name === 'string' ? name : ''
}

/** Gives a board a title. */
export function rename(doc: Y.Doc, title: string) {
  const leaves = recordsOf(doc).get(TLDOCUMENT_ID)
  if (leaves instanceof Y.Map && leaves.get('name') !== title) leaves.set('name', title)
}
