import { type Editor, isShape, type TLRecord, type TLShape } from 'tldraw'
import { findCard } from '../../shapes/cards/list.ts'
import { CARD, type CardShape } from '../../shapes/cards/schema.ts'
import { namedParts } from '../../shapes/namedParts.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardPath } from '../../shapes/shared/boardPath.ts'
import { slowestPath } from '../domain/estimate/slowestPath.ts'

/**
 * Shows the board's slowest call path on the cards that show one: worked out once a frame at most, after
 * something was added, taken away or said otherwise, never for what is only moved. Returns how to stop.
 */
export function feedCards(editor: Editor): () => void {
  const path = boardPath(editor)
  let frame = 0
  let told = JSON.stringify(path.get())
  const tell = () => {
    const records = editor.store.allRecords()
    if (!records.some(isFed)) return
    const now = slowestPath(namedParts(readDesign(records)))
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    path.set(now)
  }
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(tell)
  }
  tell()
  const stop = editor.store.listen(
    ({ changes: { added, removed, updated } }) => {
      const isSaid =
        [...Object.values(added), ...Object.values(removed)].some(isOnBoard) ||
        Object.values(updated).some(([before, after]) => saysOtherwise(before, after))
      if (isSaid) soon()
    },
    { scope: 'document' },
  )
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}

function isFed(record: TLRecord): boolean {
  if (!isShape(record) || (record as TLShape).type !== CARD) return false
  return findCard((record as CardShape).props.card)?.isFedByBoard === true
}

function isOnBoard({ typeName }: TLRecord): boolean {
  return typeName === 'shape' || typeName === 'binding'
}

/** A shape that is moved keeps its properties. */
function saysOtherwise(before: TLRecord, after: TLRecord): boolean {
  if (!isOnBoard(after) || !('props' in before && 'props' in after)) return false
  return before.props !== after.props || before.meta !== after.meta
}
