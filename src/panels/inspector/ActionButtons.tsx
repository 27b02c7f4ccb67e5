import { tlenv, useEditor, useValue } from 'tldraw'
import { runCommand } from '../../canvas/commands.ts'
import { KEYS, keyCaps } from '../../canvas/keys.ts'
import { Button } from '../../look/Button.tsx'

const WORDS = {
  tidy: 'Tidy',
  replace: 'Replace with…',
  'duplicate-linked': 'Duplicate with links',
} as const
export type ActionId = keyof typeof WORDS

/** What can be done with the selection, for who may draw; each says its key. */
export function ActionButtons({ ids }: { ids: readonly ActionId[] }) {
  const editor = useEditor()
  const isReadonly = useValue('actions are hidden', () => editor.getIsReadonly(), [editor])
  if (isReadonly || ids.length === 0) return null
  return (
    <div className="inspector-actions">
      {ids.map((id) => (
        <Button key={id} title={titleOf(id)} onClick={() => runCommand(editor, id)}>
          {WORDS[id]}
        </Button>
      ))}
    </div>
  )
}

function titleOf(id: ActionId): string | undefined {
  const binding = KEYS.find((one) => one.id === id)
  return binding && `${binding.label} (${keyCaps(binding, tlenv.isDarwin)[0]?.join(' ')})`
}
