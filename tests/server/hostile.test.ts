import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardSchema } from '../../shapes/schemas.ts'
import { META } from '../../src/document/names.ts'
import { schemaTag } from '../../src/document/schemaAge.ts'
import { rawClient } from '../helpers/rawClient.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

async function enter({ room, tokens }: NewRoom, role: string, params = '') {
  const client = await rawClient(`${server.wsUrl}/sync/${room}/board?acks=1&token=${tokens[role]}${params}`)
  client.ask()
  await Promise.race([until(client.hasAnswer), client.closed])
  return client
}

/** An update that sets a value of arrays within arrays. */
function nested(doc: Y.Doc, levels: number): Uint8Array {
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(mine)
  mine.getMap('x').set('k', 'XYZZY')
  const update = Buffer.from(Y.encodeStateAsUpdate(mine, before))
  const at = update.indexOf(Buffer.from([119, 5, ...Buffer.from('XYZZY')]))
  const value = Buffer.concat([Buffer.alloc(levels * 2, Buffer.from([117, 1])), Buffer.from([126])])
  return new Uint8Array(Buffer.concat([update.subarray(0, at), value, update.subarray(at + 7)]))
}

it('refuses a value so deep that it could not be read again, and keeps one as deep as a board needs', async () => {
  for (const levels of [33, 3_000, 5_250, 7_000, 20_000, 200_000]) {
    const editor = await enter(await createRoom(server.url), 'editor')
    editor.sendUpdate(nested(editor.doc, levels))
    expect([levels, (await editor.closed).code]).toEqual([levels, 4400])
  }
  const made = await createRoom(server.url)
  const editor = await enter(made, 'editor')
  editor.sendUpdate(nested(editor.doc, 31))
  await until(() => editor.acked() === 1)
  await server.restart()
  const later = await enter(made, 'owner')
  expect(later.doc.getMap('x').has('k')).toBe(true)
  later.leave()
})

/** Maps within maps, `levels` deep, set at once. */
function nest(doc: Y.Doc, levels: number) {
  let map = doc.getMap('x')
  for (let level = 0; level < levels; level++) {
    const inner = new Y.Map<unknown>()
    map.set('in', inner)
    map = inner
  }
}

function innermost(doc: Y.Doc): Y.Map<unknown> {
  let map = doc.getMap('x')
  for (let inner = map.get('in'); inner instanceof Y.Map; inner = map.get('in')) map = inner
  return map
}

it('refuses maps within maps so deep that Yjs could not delete them, at once or one by one', async () => {
  for (const levels of [33, 5_000, 20_000]) {
    const editor = await enter(await createRoom(server.url), 'editor')
    editor.edit((doc) => nest(doc, levels))
    expect([levels, (await editor.closed).code]).toEqual([levels, 4400])
  }
  const made = await createRoom(server.url)
  const editor = await enter(made, 'editor')
  editor.edit((doc) => nest(doc, 31))
  editor.edit((doc) => innermost(doc).set('in', new Y.Map()))
  editor.edit((doc) => innermost(doc).set('k', 1))
  await until(() => editor.acked() === 3)
  const other = await enter(made, 'editor')
  other.edit((doc) => innermost(doc).set('in', new Y.Map()))
  expect((await other.closed).code).toBe(4400)
  editor.edit((doc) => doc.getMap('x').delete('in'))
  await until(() => editor.acked() === 4)
  editor.leave()
})

it('refuses lengths that add up to more than can be counted, after which nobody could read the board', async () => {
  const made = await createRoom(server.url)
  const LARGEST = Number.MAX_SAFE_INTEGER
  for (const lengths of [[LARGEST, 1], Array(40).fill(LARGEST)]) {
    const editor = await enter(made, 'editor')
    const removed = lengths.flatMap((length) => [0, length])
    const update = encoding.encode((encoder) => {
      for (const number of [1, lengths.length, 7, 0, ...removed, 0]) encoding.writeVarUint(encoder, number)
    })
    editor.sendUpdate(update)
    expect((await editor.closed).code).toBe(4400)
  }
  const later = await enter(made, 'owner')
  expect(Y.getState(later.doc.store, 7)).toBe(0)
  later.leave()
})

it('refuses deletions that name the same thing again and again, each of which would cost a walk', async () => {
  const made = await createRoom(server.url)
  const editor = await enter(made, 'editor')
  const map = () => editor.doc.getMap('x')
  editor.edit(() => {
    for (let n = 0; n < 20_000; n++) map().set('x', n)
  })
  await until(() => editor.acked() === 1)
  const { clientID, store } = editor.doc
  const end = Y.getState(store, clientID)
  const repeated = encoding.encode((encoder) => {
    for (const number of [0, 1, clientID, 15_000]) encoding.writeVarUint(encoder, number)
    for (let n = 0; n < 15_000; n++) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, end - 4)
    }
  })
  const observer = await enter(made, 'observer')
  observer.sendUpdate(repeated)
  expect((await observer.closed).code).toBe(4400)
  editor.edit(() => map().set('x', 'on'))
  await until(() => editor.acked() === 2)
  editor.leave()
})

it('takes what holds of an edit whose parts hide each other, and disturbs nobody but its sender', async () => {
  const made = await createRoom(server.url)
  const [pair, editor] = [await enter(made, 'editor'), await enter(made, 'editor')]
  const [first, second] = twoParts()
  const blocks = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2)
    for (const part of [first, second]) encoding.writeUint8Array(encoder, part)
    encoding.writeVarUint(encoder, 0)
  })
  editor.sendUpdate(blocks)
  expect((await editor.closed).code).toBe(4400)
  pair.edit((doc) => doc.getMap('y').set('a', 1))
  await until(() => pair.acked() === 1)
  await server.restart()
  const later = await enter(made, 'owner')
  expect(later.doc.getMap('y').toJSON()).toEqual({ a: 1 })
  expect(later.doc.store.pendingStructs).toBeNull()
  later.leave()
})

/** Two blocks of one client, the second building on the first: Yjs would keep only the second. */
function twoParts(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getArray('z').push(['one'])
  doc.getArray('z').push(['two'])
  // Without the number of blocks before it and the empty deletions after it.
  const [first, second] = updates.map((update) => update.subarray(1, -1))
  return [first ?? new Uint8Array(), second ?? new Uint8Array()]
}

it('lets nobody make a board what they do not know themselves, which would lock the others out', async () => {
  const made = await createRoom(server.url)
  const schema = boardSchema.serialize()
  const known = `&schema=${schemaTag(schema)}`
  const newer = { ...schema, sequences: { ...schema.sequences, 'com.tldraw.shape.nope': 0 } }
  for (const [role, params, value] of [
    ['editor', '', newer],
    ['editor', known, newer],
    ['editor', known, 'no schema'],
    ['editor', '', undefined],
  ] as const) {
    const editor = await enter(made, role, params)
    editor.edit((doc) => {
      if (value) doc.getMap(META).set('schema', value)
      else doc.getMap(META).delete('schema')
    })
    expect((await editor.closed).code).toBe(4400)
    const owner = await enter(made, 'owner', known)
    expect(owner.doc.getMap(META).get('schema')).toEqual(schema)
    owner.leave()
  }
})

it('tells those who know less when a newer client has brought the board to its form', async () => {
  const made = await createRoom(server.url)
  const schema = boardSchema.serialize()
  const newer = { ...schema, sequences: { ...schema.sequences, 'com.tldraw.shape.nope': 0 } }
  const older = await enter(made, 'owner', `&schema=${schemaTag(schema)}`)
  const editor = await enter(made, 'editor', `&schema=${schemaTag(newer)}`)
  editor.edit((doc) => doc.getMap(META).set('schema', newer))
  expect((await older.closed).code).toBe(4409)
  await until(() => editor.acked() === 1)
  editor.leave()
})
