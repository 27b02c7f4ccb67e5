import { react, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { leaveOutPending } from './pending.ts'

/**
 * What the tabs of one browser say to each other about a board while the server is away. `hello` names what
 * a tab has; whoever has more answers with it.
 */
type Message =
  | { readonly kind: 'hello'; readonly has: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'edits'; readonly update: Uint8Array; readonly isAnswer: boolean }

export interface TabsOptions {
  readonly doc: Y.Doc
  readonly room: string
  /** What this app knows of records (`schemaTag`). Tabs of another version are not heard: they know other forms. */
  readonly schema: string
  /** Absent where the browser has none. */
  readonly Channel: typeof BroadcastChannel | undefined
  /** Takes edits and gives none. */
  readonly readonly: boolean
  /** Edits travel through the server, which checks them: nothing need be said here. */
  readonly isOnline: Signal<boolean>
}

/**
 * Lets the tabs that one browser has open at a board agree while the server is away. What a tab takes from
 * another it also sends to the server later; a tab that may only look gives nothing, so no role is passed by.
 * The result leaves.
 */
export function joinTabs({ doc, room, schema, readonly, Channel, isOnline }: TabsOptions): () => void {
  if (!Channel) return () => {}
  const channel = new Channel(`drillboard.board.${room} ${schema}`)
  const say = (message: Message) => channel.postMessage(message)
  const hello = (isAnswer: boolean) => say({ kind: 'hello', has: Y.encodeStateVector(doc), isAnswer })

  const hear = (update: Uint8Array, origin: unknown) => {
    if (!readonly && origin !== channel && !isOnline.get()) say({ kind: 'edits', update, isAnswer: false })
  }
  doc.on('update', hear)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'edits') {
      Y.applyUpdate(doc, data.update, channel)
      // It builds on something that this tab has missed, and that another may have.
      if (doc.store.pendingStructs && !data.isAnswer) hello(false)
      else leaveOutPending(doc)
      return
    }
    if (!data.isAnswer) hello(true)
    if (!readonly) say({ kind: 'edits', update: Y.encodeStateAsUpdate(doc, data.has), isAnswer: true })
  }
  const stop = react('meet other tabs', () => {
    if (!isOnline.get()) hello(false)
  })
  return () => {
    stop()
    doc.off('update', hear)
    channel.close()
  }
}
