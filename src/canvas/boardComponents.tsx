import {
  ArrowDownToolbarItem,
  ArrowLeftToolbarItem,
  ArrowRightToolbarItem,
  ArrowToolbarItem,
  ArrowUpToolbarItem,
  CheckBoxToolbarItem,
  CloudToolbarItem,
  DefaultStylePanel,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HexagonToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  OvalToolbarItem,
  RectangleToolbarItem,
  RhombusToolbarItem,
  SelectToolbarItem,
  StarToolbarItem,
  TextToolbarItem,
  type TLComponents,
  type TLUiStylePanelProps,
  TrapezoidToolbarItem,
  TriangleToolbarItem,
  useEditor,
  useValue,
  XBoxToolbarItem,
} from 'tldraw'
import { Announcer } from './Announcer.tsx'
import { BoardContextMenu } from './BoardContextMenu.tsx'
import { BoardMainMenu } from './BoardMainMenu.tsx'
import { QuietCanvas } from './QuietCanvas.tsx'
import { QuietIndicator } from './QuietIndicator.tsx'

/** Shapes and tools whose looks people choose; a component's come from its group, a link's from its mode. */
const STYLED = new Set(['geo', 'text', 'note', 'draw', 'highlight', 'line'])

function StylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor()
  const isShown = useValue('style panel is shown', () => {
    const selected = editor.getSelectedShapes()
    if (selected.length === 0) return STYLED.has(editor.getCurrentToolId())
    return selected.every((shape) => STYLED.has(shape.type))
  }, [editor])
  return isShown ? <DefaultStylePanel {...props} /> : null
}

/** tldraw's toolbar in its own order, with the highlighter where it offers pictures, which boards refuse. */
function Toolbar() {
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      <DrawToolbarItem />
      <EraserToolbarItem />
      <ArrowToolbarItem />
      <TextToolbarItem />
      <NoteToolbarItem />
      <HighlightToolbarItem />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <TriangleToolbarItem />
      <DiamondToolbarItem />
      <HexagonToolbarItem />
      <OvalToolbarItem />
      <RhombusToolbarItem />
      <TrapezoidToolbarItem />
      <StarToolbarItem />
      <CloudToolbarItem />
      <XBoxToolbarItem />
      <CheckBoxToolbarItem />
      <ArrowLeftToolbarItem />
      <ArrowUpToolbarItem />
      <ArrowDownToolbarItem />
      <ArrowRightToolbarItem />
      <LineToolbarItem />
      <LaserToolbarItem />
      <FrameToolbarItem />
    </DefaultToolbar>
  )
}

/** What of tldraw's interface a board shows. People, sharing, help and pages are ours or not there. */
export const boardComponents: TLComponents = {
  A11y: Announcer,
  ContextMenu: BoardContextMenu,
  MainMenu: BoardMainMenu,
  StylePanel,
  Toolbar,
  Canvas: QuietCanvas,
  ShapeIndicator: QuietIndicator,
  HelpMenu: null,
  PageMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
  ImageToolbar: null,
  VideoToolbar: null,
}
