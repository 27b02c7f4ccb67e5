import type { Save } from '../../sync/save.ts'

interface Words {
  readonly light: 'ring' | 'dot' | 'halo'
  readonly text: string
  readonly explains: string
}

/** What the light says of where the latest edits are. */
export function saveWords({ kind, others, offline }: Pick<Save, 'kind' | 'others' | 'offline'>): Words {
  if (offline) {
    return {
      light: 'ring',
      text: 'Offline, kept in this tab',
      explains:
        'What you draw stays in this tab and goes to the server when it answers again. Keep the tab open.',
    }
  }
  if (kind === 'device') {
    return {
      light: 'ring',
      text: 'On this device',
      explains: 'Your latest edits are on their way to the server.',
    }
  }
  if (kind === 'server') {
    return { light: 'dot', text: 'On the server', explains: 'The server keeps everything you have drawn.' }
  }
  return {
    light: 'halo',
    text: `Seen by ${others} ${others === 1 ? 'other' : 'others'}`,
    explains: 'The server keeps everything you have drawn, and their browsers show it.',
  }
}

export function SaveLight({ save }: { save: Pick<Save, 'kind' | 'others' | 'offline'> }) {
  const { light, text, explains } = saveWords(save)
  return (
    <p className="save-light" title={explains} role="status">
      <span className={`save-${light}`} />
      {text}
    </p>
  )
}
