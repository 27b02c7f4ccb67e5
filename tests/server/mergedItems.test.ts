import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyUpdate } from '../../server/log/sharedStrings.ts'

const itemsOf = (doc: Y.Doc) =>
  [...doc.store.clients.values()].flat().filter((struct) => struct instanceof Y.Item)

it('lets go of what Yjs merged away, and holds the same text', () => {
  const writer = new Y.Doc()
  const doc = new Y.Doc()
  const seen = new Set<Y.Item>()
  doc.on('afterTransaction', () => {
    for (const item of itemsOf(doc)) seen.add(item)
  })
  writer.on('update', (update: Uint8Array) => applyUpdate(doc, update))
  const text = writer.getText('t')
  for (const letter of 'funnel') text.insert(text.length, letter)
  const [kept, ...others] = itemsOf(doc)
  const away = [...seen].filter((item) => item !== kept)
  expect(others).toEqual([])
  expect(away).toHaveLength('funnel'.length - 1)
  expect(away.every(({ left, right }) => left === null && right === null)).toBe(true)
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Y.encodeStateAsUpdate(writer))).toBe(true)
})
