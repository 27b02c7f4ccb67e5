import type { Editor } from 'tldraw'
import { takesDesigns } from '../../canvas/boardDialog.ts'
import { type CommandId, KEYS } from '../../canvas/keys.ts'

/** What can be typed here to be done, besides what can be inserted. */
export interface TypedCommand {
  readonly id: CommandId
  readonly name: string
  readonly purpose: string
  readonly words: readonly string[]
}

const COMMANDS: readonly TypedCommand[] = [
  {
    id: 'export-design',
    name: 'Export design (JSON)',
    purpose: 'save what is drawn as a file',
    words: ['export', 'design', 'json', 'save', 'download'],
  },
  {
    id: 'import-design',
    name: 'Import design…',
    purpose: 'add what a design file holds',
    words: ['import', 'design', 'json', 'open', 'upload'],
  },
]
/** Shorter, it is the code of a component. */
const SHORTEST = 3

/** The commands that a text may mean, those left out that would do nothing here. */
export function typedCommands(editor: Editor, typed: string): TypedCommand[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted.length < SHORTEST) return []
  return COMMANDS.filter(
    ({ id, name, words }) =>
      (name.toLowerCase().startsWith(wanted) || words.some((word) => word.startsWith(wanted))) &&
      (id !== 'import-design' || takesDesigns(editor).get()),
  )
}

/** The keys that do the same without a search. */
export function keysOf({ id }: TypedCommand): string {
  return KEYS.find((binding) => binding.id === id)?.keys[0] ?? ''
}
