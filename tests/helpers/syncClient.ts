import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface NewRoom {
  readonly room: string
  readonly links: Readonly<Record<string, string>>
  readonly tokens: Readonly<Record<string, string>>
}

/** `POST /api/rooms`. */
export async function createRoom(url: string, body: object = {}, token?: string): Promise<NewRoom> {
  const answer = await callApi(url, 'POST', '/api/rooms', body, token)
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as NewRoom
}

/** Any call of the API; the body comes back as JSON. */
export async function callApi(url: string, method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
}

/** A plain y-websocket client, as any tool would use it. */
export function joinDoc(wsUrl: string, place: string, token: string, doc = new Y.Doc()) {
  const provider = new WebsocketProvider(`${wsUrl}/sync`, place, doc, {
    params: { token },
    awareness: new Awareness(doc),
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  const closed = new Promise<{ code: number; reason: string }>((resolve) => provider.on('closed', resolve))
  const leave = () => {
    provider.awareness.destroy()
    provider.destroy()
  }
  return { doc, provider, synced, closed, leave }
}

/** Waits for a fact, by looking every few milliseconds. */
export async function until(isSo: () => boolean, withinMs = 15_000): Promise<void> {
  const endsAt = Date.now() + withinMs
  while (!isSo()) {
    if (Date.now() > endsAt) throw new Error(`Not so after ${withinMs} ms: ${isSo}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
