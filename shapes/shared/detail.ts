import { atom, type Editor, react, type Signal, unsafe__withoutCapture, useEditor, useValue } from 'tldraw'

/**
 * How much of a shape is drawn, from near to far: all of it; without small text (figures, links' labels, what
 * stands in composites); without names; its outline alone.
 */
export type Detail = 'all' | 'names' | 'marks' | 'outlines'

/** From which zoom on each can be made out, the finest first. */
const FROM_ZOOM: readonly (readonly [Detail, number])[] = [
  ['all', 0.35],
  ['names', 0.2],
  ['marks', 0.15],
  ['outlines', 0],
]

/** What has been left out comes back a little later, so that nothing flickers while zooming about a threshold. */
const LATER = 1.05

/** What is drawn at a zoom, after what was drawn until now. */
export function detailAt(zoom: number, before?: Detail): Detail {
  const rank = (detail: Detail | undefined) => FROM_ZOOM.findIndex(([known]) => known === detail)
  const isDrawn = (detail: Detail, from: number) =>
    zoom >= (before !== undefined && rank(detail) < rank(before) ? from * LATER : from)
  return FROM_ZOOM.find(([detail, from]) => isDrawn(detail, from))?.[0] ?? 'outlines'
}

const details = new WeakMap<Editor, Signal<Detail>>()

/**
 * What an editor draws now. A value of its own that only zooming past a threshold sets: shapes that followed
 * the camera would each be asked again whenever it moves.
 */
export function detailOf(editor: Editor): Signal<Detail> {
  const known = details.get(editor)
  if (known) return known
  const detail = unsafe__withoutCapture(() => followZoom(editor))
  details.set(editor, detail)
  return detail
}

function followZoom(editor: Editor): Signal<Detail> {
  const detail = atom<Detail>('detail', detailAt(editor.getZoomLevel()))
  const follow = () => detail.set(detailAt(editor.getZoomLevel(), detail.__unsafe__getWithoutCapture()))
  editor.disposables.add(react('follow the zoom', follow))
  return detail
}

/** What the shapes of this board draw now. */
export function useDetail(): Detail {
  return useValue(detailOf(useEditor()))
}
