import type { Editor, TLArrowBinding, TLArrowShape, TLShapeId } from 'tldraw'

interface Ends {
  readonly start: TLArrowBinding
  readonly end: TLArrowBinding
}

/**
 * How many lanes beside the middle a link runs, to its right: 0 where it is alone between its two ends.
 * Links count as covering each other if they join the same two places, in either direction. The order is
 * that of their ids, so everybody sees the same.
 */
export function laneOf(editor: Editor, link: TLArrowShape, ends: Ends): number {
  const mine = placesOf(link, ends)
  const lanes = linksBetween(editor, ends)
    .filter(({ link: other, ends: others }) => placesOf(other, others) === mine)
    .map(({ link: { id } }) => id)
    .sort()
  const lane = lanes.indexOf(link.id) - (lanes.length - 1) / 2
  return ends.start.toId <= ends.end.toId ? lane : -lane
}

function linksBetween(editor: Editor, { start, end }: Ends) {
  const ids = new Set<TLShapeId>(
    editor.getBindingsToShape<TLArrowBinding>(start.toId, 'arrow').map(({ fromId }) => fromId),
  )
  return [...ids].flatMap((id) => {
    const bindings = editor.getBindingsFromShape<TLArrowBinding>(id, 'arrow')
    const theirs = {
      start: bindings.find(({ props }) => props.terminal === 'start'),
      end: bindings.find(({ props }) => props.terminal === 'end'),
    }
    const link = editor.getShape<TLArrowShape>(id)
    if (!link || !theirs.start || !theirs.end) return []
    const joinsSame = [theirs.start.toId, theirs.end.toId].includes(end.toId)
    return joinsSame ? [{ link, ends: { start: theirs.start, end: theirs.end } }] : []
  })
}

function placesOf({ props: { kind, bend } }: TLArrowShape, { start, end }: Ends): string {
  const place = ({ toId, props: { isPrecise, normalizedAnchor } }: TLArrowBinding) =>
    `${toId} ${isPrecise ? `${normalizedAnchor.x.toFixed(2)} ${normalizedAnchor.y.toFixed(2)}` : 'middle'}`
  return [kind === 'elbow' ? kind : `arc ${bend.toFixed()}`, ...[place(start), place(end)].sort()].join('|')
}
