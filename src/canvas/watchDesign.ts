import { type Editor, react, type TLRecord, type TLShape } from 'tldraw'
import { readDesign } from '../../shapes/readDesign.ts'
import type { Design } from '../domain/design.ts'

/**
 * Tells what the board means, now and whenever that changes: read at most once a frame, and only after a
 * shape or a link has changed what it says; told only if it means something else then, so not while shapes are moved.
 * Returns how to stop.
 */
export function watchDesign(editor: Editor, onDesign: (design: Design) => void): () => void {
  const { query } = editor.store
  const shapes = query.records('shape')
  const bindings = query.records('binding')
  const hasNewMeaning = noteMeanings()
  let told = ''
  const read = () => {
    const records: TLRecord[] = [...shapes.get(), ...bindings.get()]
    if (!hasNewMeaning(records)) return
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

/** What of a record says something; where it stands and how it is turned do not. */
type Said = Pick<TLShape, 'parentId' | 'type' | 'props' | 'meta'>

/**
 * Answers whether records say something else than those it was asked about before, without reading them: parts
 * of records are never changed in place, so that what is the same object says the same.
 */
function noteMeanings(): (records: readonly TLRecord[]) => boolean {
  let before: Map<string, TLRecord> | null = null
  return (records) => {
    const known = before
    const isSame =
      known?.size === records.length && records.every((record) => saysSame(known.get(record.id), record))
    if (!isSame) before = new Map(records.map((record) => [record.id, record]))
    return !isSame
  }
}

function saysSame(before: TLRecord | undefined, now: TLRecord): boolean {
  if (before === now) return true
  const [old, said] = [before as unknown as Said | undefined, now as unknown as Said]
  return (
    old !== undefined &&
    old.props === said.props &&
    old.meta === said.meta &&
    old.parentId === said.parentId &&
    old.type === said.type
  )
}
