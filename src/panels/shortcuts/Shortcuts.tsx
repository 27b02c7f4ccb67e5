import { useEffect, useRef, useState } from 'react'
import { tlenv, useActions, useEditor, useTools, useTranslation } from 'tldraw'
import { closeDialog } from '../../canvas/boardDialog.ts'
import { Dialog } from '../../look/Dialog.tsx'
import { filterGroups, listShortcuts, type ShortcutGroup } from './listShortcuts.ts'
import './shortcuts.css'

/** Every key, ours and tldraw's. It reads tldraw's keys, so it stands inside its interface. */
export function Shortcuts() {
  const editor = useEditor()
  const actions = useActions()
  const tools = useTools()
  const translate = useTranslation()
  const [query, setQuery] = useState('')
  const groups = listShortcuts({ actions, tools, translate, isMac: tlenv.isDarwin })
  const shown = filterGroups(groups, query)
  const search = useRef<HTMLInputElement>(null)
  // After the dialog has opened and given the focus to its first button.
  useEffect(() => search.current?.focus(), [])
  return (
    <Dialog title="Keyboard shortcuts" className="shortcuts" onClose={() => closeDialog(editor)}>
      <input
        ref={search}
        type="search"
        className="shortcuts-search"
        aria-label="Find a shortcut"
        placeholder="Find a shortcut"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="shortcuts-groups">
        {shown.map((group) => (
          <Group key={group.name} group={group} />
        ))}
      </div>
      {shown.length === 0 && <p role="status">No shortcut is called that.</p>}
      <a href="/shapes" target="_blank" rel="noopener">
        All shapes, their codes and when to use them
      </a>
    </Dialog>
  )
}

function Group({ group: { name, shortcuts } }: { group: ShortcutGroup }) {
  return (
    <section className="shortcuts-group">
      <h3>{name}</h3>
      <dl>
        {shortcuts.map(({ id, label, ways }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {ways.map((way, i) => (
                <span key={way.join(' ')}>
                  {i > 0 && ' or '}
                  {way.map((cap) => (
                    <kbd key={cap}>{cap}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
