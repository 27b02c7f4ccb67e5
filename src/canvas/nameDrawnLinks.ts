import { type Editor, react, type TLArrowShape, type TLShapeId, unsafe__withoutCapture } from 'tldraw'
import { LINK } from '../../shapes/link/schema.ts'
import { insertableOf } from './boardShapes.ts'
import { linkEnds } from './connect.ts'
import { linkWords } from './insert.ts'

/**
 * Gives a link that somebody has just drawn from one component to another the mode and label that such two
 * usually have, in the same undo step. What has a mode or a label of its own keeps it. Returns how to stop.
 */
export function nameDrawnLinks(editor: Editor): () => void {
  let joinedBefore: TLShapeId | null = null
  let wasDragging = false
  return react('name drawn links', () => {
    const isDragging = editor.isIn('select.dragging_handle')
    if (isDragging === wasDragging) return
    wasDragging = isDragging
    unsafe__withoutCapture(() => {
      const link = selectedLink(editor)
      if (isDragging) joinedBefore = link && endsOf(editor, link.id) ? link.id : null
      else if (link && link.id !== joinedBefore) nameLink(editor, link)
    })
  })
}

function nameLink(editor: Editor, { id, type, props, meta }: TLArrowShape): void {
  const ends = endsOf(editor, id)
  if (!ends || meta.mode !== undefined || props.text.trim() !== '') return
  const [from, to] = ends.map(insertableOf)
  const { mode, label } = linkWords(from, to, 'right', null)
  if (label !== '') editor.updateShape({ id, type, props: { text: label }, meta: { ...meta, mode } })
}

/** What a link joins; null while an end is loose, or where both are the same. */
function endsOf(editor: Editor, link: TLShapeId) {
  const { from, to } = linkEnds(editor, link)
  const [start, end] = [from && editor.getShape(from), to && editor.getShape(to)]
  return start && end && from !== to ? [start, end] : null
}

function selectedLink(editor: Editor): TLArrowShape | null {
  const shape = editor.getOnlySelectedShape()
  return shape && editor.isShapeOfType<TLArrowShape>(shape, LINK) ? shape : null
}
