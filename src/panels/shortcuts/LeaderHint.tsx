import { useEditor, useValue } from 'tldraw'
import { KEYS, LEADER } from '../../canvas/keys.ts'
import { leaderWaits } from '../../canvas/useBoardKeys.ts'
import './shortcuts.css'

const WORDS: Readonly<Record<string, string>> = {
  palette: 'find a component',
  inspector: 'inspector',
  connect: 'connect to',
  'link-mode': 'link mode',
  'link-order': 'order number',
  'link-optional': 'optional link',
  replace: 'replace',
  'duplicate-linked': 'duplicate linked',
  tidy: 'tidy',
  downstream: 'downstream',
  clock: 'clock',
  shortcuts: 'all keys',
}

/** After the leader: which keys may come next. */
export function LeaderHint() {
  const editor = useEditor()
  const isWaiting = useValue('leader waits', () => leaderWaits(editor).get(), [editor])
  if (!isWaiting) return null
  return (
    <div className="leader-hint" role="status">
      <kbd>{LEADER}</kbd>
      <span>
        <kbd>1–7</kbd> step
      </span>
      {KEYS.flatMap(({ id, keys }) => {
        const way = keys.find((key) => key.startsWith(LEADER))
        if (!way || !WORDS[id]) return []
        return (
          <span key={id}>
            <kbd>{way.slice(LEADER.length + 1).toUpperCase()}</kbd> {WORDS[id]}
          </span>
        )
      })}
      <span>
        <kbd>←↓↑→</kbd> select a link
      </span>
      <span>
        <kbd>Esc</kbd> nothing
      </span>
    </div>
  )
}
