import { DefaultCanvas, type Editor, type TLCanvasComponentProps, useEditor } from 'tldraw'
import { cullQuietly } from './quietCulling.ts'

const quieted = new WeakSet<Editor>()

/** tldraw's canvas. Culling is made quiet before the first shape is drawn. */
export function QuietCanvas(props: TLCanvasComponentProps) {
  quieten(useEditor())
  return <DefaultCanvas {...props} />
}

function quieten(editor: Editor): void {
  if (quieted.has(editor)) return
  quieted.add(editor)
  cullQuietly(editor)
}
