import type { Editor, TLArrowBinding, TLShapeId } from 'tldraw'
import { linkEnds } from './connect.ts'

/** Selects all that the selection's links lead to, however far; where that is selected already, the links too. */
export function selectDownstream(editor: Editor): boolean {
  const start = editor.getSelectedShapeIds()
  const found = new Set<TLShapeId>()
  const links = new Set<TLShapeId>()
  const next = start.flatMap((id) => (isLink(editor, id) ? (linkEnds(editor, id).to ?? []) : id))
  for (let id = next.pop(); id; id = next.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const link of linksOut(editor, id)) {
      const { to } = linkEnds(editor, link)
      if (!to) continue
      links.add(link)
      next.push(to)
    }
  }
  if (found.size === 0) return false
  const selected = new Set(start)
  const isAgain = [...found].every((id) => selected.has(id))
  editor.setSelectedShapes([...new Set([...start, ...found, ...(isAgain ? links : [])])])
  return true
}

function linksOut(editor: Editor, id: TLShapeId): TLShapeId[] {
  return editor
    .getBindingsToShape<TLArrowBinding>(id, 'arrow')
    .flatMap(({ fromId, props }) => (props.terminal === 'start' ? [fromId] : []))
}

function isLink(editor: Editor, id: TLShapeId): boolean {
  return editor.getShape(id)?.type === 'arrow'
}
