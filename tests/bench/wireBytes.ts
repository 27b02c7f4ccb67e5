import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { packPresence } from '../../src/sync/presenceState.ts'
import { boardUpdate, recordDrag } from './boardUpdates.ts'
import { compareRow, HEAD, say, table } from './figures.ts'
import { updateFrame } from './member.ts'

/** Bytes that a WebSocket puts before a message of less than 126 bytes from a browser: 2, and a mask of 4. */
const FRAME_BYTES = 6
const STEPS = 500
const AWARENESS = 1
/** What tldraw's Yjs example sends of the same drag, and tldraw's full presence; measured once. */
const TLDRAW = { update: 504, presence: 515 }

function presenceFrame(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 4_000_000_000
  const awareness = new Awareness(doc)
  for (let clock = 0; clock < STEPS; clock++) {
    const selected = ['shape:V1StGXR8_Z5jdHi6B-myT'] as never
    awareness.setLocalState(packPresence({ cursor: { x: -12_345.6 - clock, y: 54_321.1 + clock }, selected }))
  }
  const update = encodeAwarenessUpdate(awareness, [doc.clientID])
  awareness.destroy()
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** What a step of a drag weighs on the wire, as a browser sends it. */
export async function benchWireBytes(): Promise<void> {
  const { updates } = recordDrag(boardUpdate(200), 0, STEPS)
  const update = Math.max(...updates.map((step) => updateFrame(step).length))
  say('\nBytes of a step of a drag, from a browser; beside what tldraw sends of it, without framing')
  say(
    table([
      HEAD,
      compareRow('edit of the document', update, TLDRAW.update, { ours: 80 }),
      compareRow('  with its WebSocket frame', update + FRAME_BYTES, TLDRAW.update),
      compareRow('presence', presenceFrame().length, TLDRAW.presence, { ours: 120 }),
      compareRow('  with its WebSocket frame', presenceFrame().length + FRAME_BYTES, TLDRAW.presence),
    ]),
  )
}
