import { useCallback, useState } from 'react'
import type { Editor } from 'tldraw'
import { openDialog } from './boardDialog.ts'
import { feedCards } from './feedCards.ts'
import { followStages } from './followStages.ts'
import { keepPorts } from './keepPorts.ts'
import { makeRoom } from './makeRoom.ts'
import { nameDrawnLinks } from './nameDrawnLinks.ts'
import { keepCanvasSteady } from './steadyCanvas.ts'

const KEEPERS = [keepCanvasSteady, keepPorts, nameDrawnLinks, followStages, makeRoom, feedCards]

interface BoardEditor {
  /** Null until the canvas is there. */
  readonly editor: Editor | null
  /** For the canvas. */
  readonly canvas: {
    readonly onEditor: (editor: Editor) => () => void
    readonly onShortcuts: () => void
  }
}

/**
 * The editor of a page's canvas, with what every board does to it.
 *
 * @param attach what the page does to it besides, once it is there; returns how to stop each
 */
export function useBoardEditor(attach: (editor: Editor) => readonly (() => void)[]): BoardEditor {
  const [editor, setEditor] = useState<Editor | null>(null)
  const onEditor = (mounted: Editor) => {
    const stops = [...attach(mounted), ...KEEPERS.map((keep) => keep(mounted))]
    setEditor(mounted)
    return () => {
      setEditor(null)
      for (const stop of stops) stop()
    }
  }
  const onShortcuts = useCallback(() => editor && openDialog(editor, 'shortcuts'), [editor])
  return { editor, canvas: { onEditor, onShortcuts } }
}
