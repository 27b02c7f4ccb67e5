import { EASINGS, type Editor } from 'tldraw'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { importDesign, openDialog } from './boardDialog.ts'
import { stepFrames } from './boardShapes.ts'
import { clockControl } from './clockControl.ts'
import { cycleMode, numberLinks, toggleOptional } from './connect.ts'
import { selectDownstream } from './downstream.ts'
import { duplicateLinked } from './duplicateLinked.ts'
import type { CommandId } from './keys.ts'
import { SIDES } from './place.ts'
import { replaceable } from './replaceKind.ts'
import { tidy } from './tidy.ts'
import { selectLink, walkLink } from './walk.ts'

interface Panel {
  readonly side: 'palette' | 'inspector'
  /** What takes keys first in its body. */
  readonly first: string
}

const PANELS = {
  palette: { side: 'palette', first: '[data-panel] :is(input, select, textarea, button)' },
  inspector: { side: 'inspector', first: '[data-panel] :is(input, select, textarea, button)' },
  prompts: { side: 'inspector', first: '[data-panel] input' },
} as const satisfies Readonly<Record<string, Panel>>

/** How long the view takes to another step; 0 where the person wants no motion. */
const FLIGHT_MS = 320

/** False: there was nothing to do it with. */
type Act = (editor: Editor) => unknown

const ACTS: Readonly<Partial<Record<CommandId, Act>>> = {
  'quick-insert': (editor) => openDialog(editor, 'quick-insert'),
  connect: (editor) => openDialog(editor, 'connect'),
  shortcuts: (editor) => openDialog(editor, 'shortcuts'),
  palette: () => focusPanel('palette'),
  inspector: () => focusPanel('inspector'),
  'link-mode': (editor) => cycleMode(editor),
  'link-mode-back': (editor) => cycleMode(editor, -1),
  'link-optional': toggleOptional,
  'link-order': (editor) => numberLinks(editor, false),
  'link-order-same': (editor) => numberLinks(editor, true),
  'edit-label': editLabel,
  replace: (editor) => replaceable(editor).length > 0 && openDialog(editor, 'replace'),
  'duplicate-linked': duplicateLinked,
  downstream: selectDownstream,
  tidy: (editor) => void tidy(editor),
  'export-design': exportDesign,
  'import-design': (editor) => importDesign(editor),
  prompts: () => hasTab('prompts') && focusPanel('prompts'),
  hint: (editor) => takeHint(editor),
  clock: (editor) => clockControl(editor).get()?.turn(),
  ...Object.fromEntries(
    SIDES.flatMap((side) => [
      [`walk-${side}`, (editor: Editor) => walkLink(editor, side)],
      [`select-link-${side}`, (editor: Editor) => selectLink(editor, side)],
    ]),
  ),
}

/** Does what a key of ours asks for. False: there was nothing to do it with. */
export function runCommand(editor: Editor, id: CommandId): boolean {
  const act = ACTS[id]
  if (act) return act(editor) !== false
  goToStep(editor, Number(id.slice('step-'.length)))
  return true
}

/** Its code comes when it is asked for: most boards are never exported. */
function exportDesign(editor: Editor): void {
  void import('./exportDesignFile.ts').then(
    ({ exportDesignFile }) => exportDesignFile(editor),
    () => boardSays(editor).set('The export could not be loaded. Check the connection and try again.'),
  )
}

/** Whether the panel on the right has that tab, folded or not. */
function hasTab(name: string): boolean {
  return document.querySelector(`[data-tab="${name}"]`) !== null
}

/** Shows where the hint will stand, and asks for it. */
function takeHint(editor: Editor): void {
  const control = clockControl(editor).get()
  if (!control) return
  if (hasTab('prompts')) focusPanel('prompts')
  control.hint()
}

/** Shows that step, and lets the run's time count for it. */
function goToStep(editor: Editor, step: number): void {
  flyToStep(editor, step)
  clockControl(editor).get()?.choose(step)
}

/** Shows the frame of that step as large as it fits; nothing where the board has none. */
export function flyToStep(editor: Editor, step: number): void {
  const frame = stepFrames(editor).find((shape) => shape.props.step === step)
  const bounds = frame && editor.getShapePageBounds(frame.id)
  if (!bounds) return
  const isStill = editor.user.getAnimationSpeed() === 0
  editor.zoomToBounds(bounds, {
    inset: 32,
    targetZoom: 1,
    ...(isStill ? {} : { animation: { duration: FLIGHT_MS, easing: EASINGS.easeOutCubic } }),
  })
}

/** Edits the label of the only selected shape in place. */
function editLabel(editor: Editor): void {
  const shape = editor.getOnlySelectedShape()
  if (!shape || editor.getIsReadonly() || editor.isShapeOrAncestorLocked(shape)) return
  if (!editor.getShapeUtil(shape).canEdit(shape)) return
  editor.markHistoryStoppingPoint('edit label')
  editor.setEditingShape(shape.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

/**
 * Moves the focus to a panel, unfolded and before other tabs if need be: to the first thing in it that takes
 * keys, else to its head.
 */
function focusPanel(panel: keyof typeof PANELS): void {
  const { side: name, first } = PANELS[panel]
  const side = document.querySelector(`[data-side="${name}"]`)
  const unfold = side?.querySelector<HTMLElement>('.board-fold[aria-expanded="false"]')
  unfold?.click()
  const choose = () => {
    const tab = side?.querySelector<HTMLElement>(`[role="tab"][data-tab="${panel}"][aria-selected="false"]`)
    tab?.click()
    if (tab) requestAnimationFrame(focus)
    else focus()
  }
  const focus = () => {
    const inside = side?.querySelector<HTMLElement>(first)
    const target = inside ?? side?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    target?.focus()
  }
  if (unfold) requestAnimationFrame(choose)
  else choose()
}
