import type { Editor, RecordsDiff, TLParentId, TLRecord } from 'tldraw'
import { isShape, isShapeId } from 'tldraw'
import { isStepFrame } from './boardShapes.ts'

/** A drag, or words typed without a break, are one edit. */
const QUIET_MS = 400

/** Tells of each edit of this person in whose step's frame it was, once its gesture is over. Returns how to stop. */
export function watchEdits(editor: Editor, onEdit: (step: number) => void): () => void {
  const parents = new Set<TLParentId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    if (editor.inputs.isPointing) {
      tellSoon()
      return
    }
    const steps = new Set([...parents].flatMap((parent) => stepOf(editor, parent) ?? []))
    parents.clear()
    for (const step of steps) onEdit(step)
  }
  const tellSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET_MS)
  }
  const stop = editor.store.listen(
    ({ changes }) => {
      const before = parents.size
      for (const record of changed(changes)) if (isShape(record)) parents.add(record.parentId)
      if (parents.size > 0 || before > 0) tellSoon()
    },
    { source: 'user', scope: 'document' },
  )
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function changed({ added, updated, removed }: RecordsDiff<TLRecord>): TLRecord[] {
  return [...Object.values(added), ...Object.values(updated).map(([, now]) => now), ...Object.values(removed)]
}

/** The step whose frame that is, or is in; null: none. */
function stepOf(editor: Editor, parent: TLParentId): number | null {
  const shape = isShapeId(parent) ? editor.getShape(parent) : undefined
  if (!shape) return null
  const frame = isStepFrame(shape) ? shape : editor.findShapeAncestor(shape, (other) => isStepFrame(other))
  return frame && isStepFrame(frame) ? frame.props.step : null
}
