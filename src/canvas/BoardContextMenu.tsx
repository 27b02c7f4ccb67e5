import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  type TLUiContextMenuProps,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
} from 'tldraw'
import { runCommand } from './commands.ts'
import { CONTEXT_COMMANDS } from './contextCommands.ts'
import { capsOf } from './menuCaps.ts'

/** tldraw's menu of a selection, with what boards add to it first; what would find nothing to do is left out. */
export function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <OurCommands />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

function OurCommands() {
  const editor = useEditor()
  const shown = useValue('our commands', () => CONTEXT_COMMANDS.filter(({ applies }) => applies(editor)), [
    editor,
  ])
  return (
    <TldrawUiMenuGroup id="board">
      {shown.map(({ id, label }) => (
        <TldrawUiMenuItem
          key={id}
          id={id}
          label={label}
          kbd={capsOf(id)}
          readonlyOk
          onSelect={() => void runCommand(editor, id)}
        />
      ))}
    </TldrawUiMenuGroup>
  )
}
