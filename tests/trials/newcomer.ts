import type * as Y from 'yjs'
import { rawClient } from '../helpers/rawClient.ts'
import { until } from '../helpers/syncClient.ts'

/** What somebody gets who opens a document for the first time. @throws where it is not whole */
export async function newcomer(url: string, token: string): Promise<Y.Doc> {
  const client = await rawClient(`${url}?acks=1&token=${token}`)
  client.ask()
  await Promise.race([
    until(client.hasAnswer, 30_000),
    client.closed.then(({ code, reason }) => {
      throw new Error(`The newcomer was closed with ${code} ${reason}`)
    }),
  ])
  client.leave()
  const { pendingStructs, pendingDs } = client.doc.store
  if (pendingStructs || pendingDs) throw new Error('The newcomer waits for edits that never come.')
  return client.doc
}
