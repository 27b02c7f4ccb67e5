import {
  DefaultMainMenu,
  DefaultMainMenuContent,
  type TLUiMainMenuProps,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
} from 'tldraw'
import { takesDesigns } from './boardDialog.ts'
import { runCommand } from './commands.ts'
import { capsOf } from './menuCaps.ts'

/** tldraw's menu of the board, with its design as a file at the end. */
export function BoardMainMenu(props: TLUiMainMenuProps) {
  return (
    <DefaultMainMenu {...props}>
      <DefaultMainMenuContent />
      <DesignFiles />
    </DefaultMainMenu>
  )
}

function DesignFiles() {
  const editor = useEditor()
  const mayImport = useValue('may import', () => takesDesigns(editor).get() && !editor.getIsReadonly(), [
    editor,
  ])
  return (
    <TldrawUiMenuGroup id="design-files">
      <TldrawUiMenuItem
        id="export-design"
        label="Export design (JSON)"
        kbd={capsOf('export-design')}
        readonlyOk
        onSelect={() => void runCommand(editor, 'export-design')}
      />
      {mayImport && (
        <TldrawUiMenuItem
          id="import-design"
          label="Import design…"
          kbd={capsOf('import-design')}
          onSelect={() => void runCommand(editor, 'import-design')}
        />
      )}
    </TldrawUiMenuGroup>
  )
}
