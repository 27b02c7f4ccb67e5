import type { Editor } from 'tldraw'

/** Keeps what is drawn where it is on the screen when the canvas gets another left edge. Returns how to stop. */
export function keepCanvasSteady(editor: Editor): () => void {
  const container = editor.getContainer()
  let left = container.getBoundingClientRect().left
  const observer = new ResizeObserver(() => {
    const next = container.getBoundingClientRect().left
    if (next === left) return
    const { x, y, z } = editor.getCamera()
    const moved = next - left
    left = next
    editor.updateViewportScreenBounds(container)
    editor.setCamera({ x: x - moved / z, y, z }, { immediate: true })
  })
  observer.observe(container)
  return () => observer.disconnect()
}
