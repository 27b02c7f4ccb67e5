import type { Editor, TLArrowBinding } from 'tldraw'
import { linkEnds } from './connect.ts'
import type { CommandId } from './keys.ts'
import { replaceable } from './replaceKind.ts'
import { groupsToTidy } from './tidyScope.ts'

export interface ContextCommand {
  readonly id: CommandId
  readonly label: string
  /** Whether it would find something to do. */
  readonly applies: (editor: Editor) => boolean
}

/** The commands of ours that the menu of a selection offers, in its order. */
export const CONTEXT_COMMANDS: readonly ContextCommand[] = [
  { id: 'replace', label: 'Replace with…', applies: (editor) => replaceable(editor).length > 0 },
  {
    id: 'duplicate-linked',
    label: 'Duplicate with links',
    applies: (editor) => mayCopy(editor) && linksAt(editor, 'start', 'end').length > 0,
  },
  { id: 'downstream', label: 'Select downstream', applies: leadsOn },
  {
    id: 'tidy',
    label: 'Tidy',
    applies: (editor) => !editor.getIsReadonly() && groupsToTidy(editor).length > 0,
  },
]

function mayCopy(editor: Editor): boolean {
  return (
    !editor.getIsReadonly() &&
    editor.getSelectedShapes().some(({ id }) => !editor.isShapeOrAncestorLocked(id))
  )
}

function leadsOn(editor: Editor): boolean {
  const isLinkChosen = editor
    .getSelectedShapes()
    .some(({ id, type }) => type === 'arrow' && linkEnds(editor, id).to !== null)
  return isLinkChosen || linksAt(editor, 'start').some(({ fromId }) => linkEnds(editor, fromId).to)
}

/** The links that begin or end at what is selected. */
function linksAt(editor: Editor, ...terminals: TLArrowBinding['props']['terminal'][]): TLArrowBinding[] {
  return editor
    .getSelectedShapes()
    .flatMap(({ id }) => editor.getBindingsToShape<TLArrowBinding>(id, 'arrow'))
    .filter(({ props }) => terminals.includes(props.terminal))
}
