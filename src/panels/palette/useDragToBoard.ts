import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import type { Editor } from 'tldraw'
import { focusCanvas } from '../../canvas/boardDialog.ts'
import { insert } from '../../canvas/insert.ts'
import type { Insertable } from '../../canvas/insertables.ts'
import type { Match } from '../../canvas/search.ts'
import type { Drag } from './Ghost.tsx'

/** A press that moves less is a click, px. */
const DRAG_STARTS_PX = 6

/**
 * Dragging something from a list to the board with mouse, pen or finger. A finger that moves along the list
 * scrolls it; one that moves across, to the board, drags. Escape gives up.
 */
export function useDragToBoard(editor: Editor) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const startDrag = (press: ReactPointerEvent, { item: insertable, synonym }: Match<Insertable>) => {
    if (press.button !== 0 || editor.getIsReadonly()) return
    const { w, h } = insertable.defaults()
    let isDragging = false
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return
      const moved = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY)
      isDragging ||= moved >= DRAG_STARTS_PX
      const zoom = editor.getZoomLevel()
      if (isDragging) setDrag({ insertable, x: event.clientX, y: event.clientY, w: w * zoom, h: h * zoom })
    }
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return
      stop.current()
      if (!isDragging) return
      swallowClick()
      if (!isOverCanvas(editor, event)) return
      insert(editor, insertable, {
        at: editor.screenToPage({ x: event.clientX, y: event.clientY }),
        synonym,
      })
      focusCanvas(editor)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      if (isDragging) swallowClick()
      stop.current()
    }
    stop.current()
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointerup', onUp, { signal })
    window.addEventListener('pointercancel', () => stop.current(), { signal })
    window.addEventListener('keydown', onKey, { signal, capture: true })
    stop.current = () => {
      listening.abort()
      setDrag(null)
    }
  }
  return { drag, startDrag }
}

/** The click that a browser makes of a drag that ends where it began is no click. */
function swallowClick(): void {
  const listening = new AbortController()
  window.addEventListener('click', (event) => event.stopPropagation(), {
    signal: listening.signal,
    capture: true,
  })
  setTimeout(() => listening.abort())
}

function isOverCanvas(editor: Editor, { clientX, clientY }: PointerEvent): boolean {
  const target = document.elementFromPoint(clientX, clientY)
  return target !== null && editor.getContainer().contains(target)
}
