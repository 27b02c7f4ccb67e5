import { atom } from '@tldraw/state'
import { IDBFactory } from 'fake-indexeddb'
import type { Editor, TLStore } from 'tldraw'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { CONTAINER_TYPES } from '../../shapes/schemas.ts'
import { openRoom, type Room } from '../../src/sync/openRoom.ts'
import { PERSON_COLORS } from '../../src/sync/person.ts'
import { type StartOptions, startServer, type TestServer } from '../helpers/startServer.ts'
import { boardEditor } from './boardEditor.ts'

/** Somebody at a board, with a real editor and a real connection. */
export interface Guest {
  readonly room: Room
  readonly editor: Editor
  /** Ends the connection as a lost network does. */
  cut(): void
  /** Closes the tab. */
  leave(): void
}

/** What a browser stores and what its tabs tell each other; no other browser sees either. */
export interface TestBrowser {
  readonly indexedDB: IDBFactory | undefined
  readonly BroadcastChannel?: typeof BroadcastChannel
  /** Where its `offline` and `online` are heard. */
  readonly network?: EventTarget
}

interface JoinOptions {
  readonly token?: string
  /** Waits until the board is there. */
  readonly isReady?: boolean
  readonly browser?: TestBrowser
  /** Another store than that of the editor. */
  readonly store?: TLStore
}

export interface RoomOfGuests {
  readonly server: TestServer
  newRoom(): Promise<void>
  /** Replaces a role's link; the old one opens no more. Answers the new token. */
  newLink(role: string): Promise<string>
  join(role: string, name: string, options?: JoinOptions): Promise<Guest>
}

/** A browser with an empty storage. */
export function aBrowser(): TestBrowser {
  return { indexedDB: new IDBFactory() }
}

/** A real server for the tests of a file, and rooms on it in which people meet. */
export function guests(options?: StartOptions): RoomOfGuests {
  let server: TestServer
  let made: { room: string; tokens: Record<string, string> }
  beforeAll(async () => {
    server = await startServer(options)
  })
  afterAll(() => server.stop())
  const here = new Set<Guest>()
  afterEach(() => {
    for (const guest of here) guest.leave()
  })

  return {
    get server() {
      return server
    },
    async newRoom() {
      const response = await fetch(`${server.url}/api/rooms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode: 'free', template: 'blank' }),
      })
      made = (await response.json()) as typeof made
    },
    async newLink(role) {
      const response = await fetch(`${server.url}/api/rooms/${made.room}/links/${role}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${made.tokens.owner}` },
        body: '{}',
      })
      return ((await response.json()) as typeof made).tokens[role] ?? ''
    },
    async join(role, name, options = {}) {
      const { token = made.tokens[role] ?? '', isReady = true, browser = aBrowser() } = options
      const editor = boardEditor()
      const sockets: NodeSocket[] = []
      class Wire extends NodeSocket {
        constructor(...address: ConstructorParameters<typeof NodeSocket>) {
          super(...address)
          sockets.push(this)
        }
      }
      const room = openRoom({
        syncUrl: `${server.wsUrl}/sync`,
        room: made.room,
        token,
        store: options.store ?? editor.store,
        person: atom('person', { id: name, name, color: PERSON_COLORS[0] }),
        containerTypes: CONTAINER_TYPES,
        readonly: role === 'observer',
        browser: { ...browser, WebSocket: Wire as unknown as typeof WebSocket },
      })
      room.attach(editor)
      const guest: Guest = {
        room,
        editor,
        cut: () => sockets.at(-1)?.terminate(),
        leave() {
          if (!here.delete(guest)) return
          room.close()
          editor.dispose()
        },
      }
      here.add(guest)
      if (isReady) await poll(() => room.ready.get()).toBe(true)
      return guest
    },
  }
}

/** The save light in short: where the edits are, how many have seen them, and the connection unless it is well. */
export function light({ room }: Guest): string {
  const { kind, seen, link } = room.save.get()
  return `${kind} ${seen.by ?? 0}${link === 'online' ? '' : ` ${link}`}`
}

/** Waits for a fact. */
export function poll<Value>(read: () => Value) {
  return expect.poll(read, { interval: 20 })
}
