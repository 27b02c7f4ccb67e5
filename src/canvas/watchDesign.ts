import { type Editor, react, type TLRecord } from 'tldraw'
import { readDesign } from '../../shapes/readDesign.ts'
import type { Design } from '../domain/design.ts'

/**
 * Tells what the board means, now and whenever that changes: read at most once a frame, and only after a
 * shape or a link has changed; told only if it means something else then, so not while shapes are moved.
 * Returns how to stop.
 */
export function watchDesign(editor: Editor, onDesign: (design: Design) => void): () => void {
  const { query } = editor.store
  const shapes = query.records('shape')
  const bindings = query.records('binding')
  let told = ''
  const read = () => {
    const records: TLRecord[] = [...shapes.get(), ...bindings.get()]
    const design = readDesign(records)
    const text = JSON.stringify(design)
    if (text === told) return
    told = text
    onDesign(design)
  }
  let frame = 0
  const onceAFrame = (run: () => void) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(run)
  }
  const stop = react('what the board means', read, { scheduleEffect: onceAFrame })
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}
