import { Box, type Editor, type TLRecord, type TLShape } from 'tldraw'
import type { placeDesign } from '../../../templates/design/placeDesign.ts'
import type { Design } from '../../domain/design.ts'

/** Between what is on the board and what is added, px. */
const BESIDE_PX = 160
const SHOW_MS = 320

type Place = typeof placeDesign

/**
 * Puts a design beside what is on the board, selected and in view, in one undo step.
 *
 * @returns why nothing was added, in a sentence; null: it is there
 */
export function addDesign(editor: Editor, design: Design, place: Place): string | null {
  // What follows writes to the store, which does not ask.
  if (editor.getIsReadonly()) return 'This board can only be looked at now, so nothing can be added to it.'
  const { records, box } = place(design, spotFor(editor))
  const added = records.filter((record): record is TLShape => record.typeName === 'shape')
  const problem = tooMany(editor, added.length)
  if (problem) return problem
  const page = editor.getCurrentPageId()
  const ids = new Set<string>(added.map(({ id }) => id))
  const roots = added.filter(({ parentId, type }) => !ids.has(parentId) && type !== 'arrow')
  editor.markHistoryStoppingPoint('import design')
  editor.run(() => {
    editor.store.put(records.map((record) => onPage(record, ids, page)))
    editor.setSelectedShapes(roots.map(({ id }) => id))
  })
  const isStill = editor.user.getAnimationSpeed() === 0
  editor.zoomToBounds(Box.From(box), {
    inset: 64,
    targetZoom: 1,
    ...(isStill ? { immediate: true } : { animation: { duration: SHOW_MS } }),
  })
  return null
}

/** To the right of everything, level with its top. */
function spotFor(editor: Editor) {
  const bounds = editor.getCurrentPageBounds()
  const shapes = editor.getCurrentPageShapesSorted()
  const onPage = shapes.filter(({ parentId }) => parentId === editor.getCurrentPageId())
  const at = bounds
    ? { x: Math.ceil((bounds.maxX + BESIDE_PX) / 8) * 8, y: Math.round(bounds.minY / 8) * 8 }
    : { x: 0, y: 0 }
  return { at, taken: new Set<string>(shapes.map(({ id }) => id)), above: onPage.at(-1)?.index }
}

/** Why so many shapes more do not go on the board; null: they do. */
export function tooMany(editor: Editor, count: number): string | null {
  const most = editor.options.maxShapesPerPage
  const there = editor.getCurrentPageShapeIds().size
  if (there + count <= most) return null
  const [needs, holds, has] = [count, most, there].map((number) => number.toLocaleString('en-GB'))
  return `This design takes ${needs} shapes. A board holds ${holds}, and this one has ${has} already: import it on a new board, or leave parts of it out of the file.`
}

function onPage(record: TLRecord, ids: ReadonlySet<string>, page: TLShape['parentId']): TLRecord {
  if (record.typeName !== 'shape' || ids.has(record.parentId)) return record
  return { ...record, parentId: page }
}
