import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { type PlainObject, toLeaves } from '../../src/document/leaves.ts'
import { RECORDS } from '../../src/document/names.ts'
import type { TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, until } from '../helpers/syncClient.ts'

export interface FilledRoom {
  /** The page of the board, for its owner. */
  readonly page: string
  /** The name of its document, and a token that opens it. */
  readonly place: string
  readonly token: string
}

/** Makes a room and puts these records in it, over the wire as any client would. */
export async function fillRoom(
  { url, wsUrl }: TestServer,
  records: readonly TLRecord[],
): Promise<FilledRoom> {
  const { room, tokens } = await createRoom(url)
  const token = tokens.owner ?? ''
  const place = `${room}/board`
  const writer = joinDoc(wsUrl, place, token)
  const reader = joinDoc(wsUrl, place, token)
  await Promise.all([writer.synced, reader.synced])
  const map = writer.doc.getMap(RECORDS)
  writer.doc.transact(() => {
    for (const record of records) map.set(record.id, new Y.Map(toLeaves(record as unknown as PlainObject)))
  })
  await until(() => reader.doc.getMap(RECORDS).size === map.size)
  writer.leave()
  reader.leave()
  return { page: `${url}/board/${room}#${token}`, place, token }
}
