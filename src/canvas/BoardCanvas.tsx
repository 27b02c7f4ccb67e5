import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { type ReactNode, useMemo } from 'react'
import {
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  type Editor,
  type TLStore,
  type TLUser,
  Tldraw,
  type TldrawOptions,
} from 'tldraw'
import { shapeUtils } from '../../shapes/index.ts'
import 'tldraw/tldraw.css'
import './canvas.css'
import { BoardToast } from './BoardToast.tsx'
import { boardComponents } from './boardComponents.tsx'
import { boardOverrides } from './boardOverrides.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { OutsideContent } from './OutsideContent.tsx'
import { PlusButtons } from './PlusButtons.tsx'

const assetUrls = getAssetUrlsByImport()

/** Dots every 24 at a grid of 8; fewer as one zooms out. */
const options: Partial<TldrawOptions> = {
  maxPages: 1,
  actionShortcutsLocation: 'menu',
  // Text under a figure stands beyond its bounds, and pictures of a board are cut at the bounds and this.
  defaultSvgPadding: 64,
  gridSteps: [
    { min: -1, mid: 0.12, step: 48 },
    { min: 0.1, mid: 0.35, step: 12 },
    { min: 0.3, mid: 0.7, step: 3 },
  ],
}

interface BoardCanvasProps {
  store: TLStore
  user: TLUser
  isReadonly: boolean
  /** Called once when the editor is there; what it returns, when it goes. */
  onEditor: (editor: Editor) => () => void
  onShortcuts: () => void
  /** What else belongs over the canvas, inside tldraw's contexts. */
  children?: ReactNode
}

/** tldraw, with our look and without what a board has no use for. */
export function BoardCanvas({ store, user, isReadonly, onEditor, onShortcuts, children }: BoardCanvasProps) {
  const overrides = useMemo(() => boardOverrides(onShortcuts), [onShortcuts])
  function onMount(editor: Editor) {
    editor.updateInstanceState({ isReadonly, isGridMode: true })
    editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
    editor.setStyleForNextShapes(DefaultSizeStyle, 's')
    return onEditor(editor)
  }
  return (
    <Tldraw
      store={store}
      shapeUtils={shapeUtils}
      user={user}
      assetUrls={assetUrls}
      options={options}
      overrides={overrides}
      components={boardComponents}
      embeds={[]}
      onMount={onMount}
    >
      <OutsideContent />
      <EmptyHint />
      <PlusButtons />
      <BoardToast />
      {children}
    </Tldraw>
  )
}
