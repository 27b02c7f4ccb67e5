import type { TLUiActionsContextType, TLUiToolsContextType } from 'tldraw'
import { KEYS, keyCaps } from '../../canvas/keys.ts'
import { TLDRAW_FIXED_KEYS, tldrawWays } from '../../canvas/tldrawKeys.ts'

interface Shortcut {
  readonly id: string
  readonly label: string
  /** The key caps of each way to press it. */
  readonly ways: readonly (readonly string[])[]
}

export interface ShortcutGroup {
  readonly name: string
  readonly shortcuts: readonly Shortcut[]
}

interface Sources {
  readonly actions: TLUiActionsContextType
  readonly tools: TLUiToolsContextType
  readonly translate: (key: string) => string
  readonly isMac: boolean
}

const CAPS: Readonly<Record<string, string>> = {
  Del: 'Delete',
  '⌫': 'Backspace',
  Arrows: '←↑↓→',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

/** Every shortcut there is, ours first, then tldraw's tools and actions as they are now. */
export function listShortcuts({ actions, tools, translate, isMac }: Sources): ShortcutGroup[] {
  const ours = [...new Set(KEYS.map(({ group }) => group))].map((name) => ({
    name,
    shortcuts: KEYS.filter(({ group }) => group === name).map((binding) => ({
      id: binding.id,
      label: binding.label,
      ways: keyCaps(binding, isMac),
    })),
  }))
  const toShortcut = (id: string, label: string, kbd: string) => ({
    id,
    label,
    ways: tldrawWays(kbd).map((way) => capsOf(way, isMac)),
  })
  const toolKeys = Object.values(tools).flatMap(({ id, label, kbd }) =>
    kbd ? [toShortcut(id, translate(label), kbd)] : [],
  )
  const said = new Set<string>()
  const actionKeys = Object.values(actions).flatMap(({ id, label, kbd }) => {
    if (!kbd) return []
    const words = wordsOf(id, defaultLabel(label), translate)
    // tldraw calls some actions alike, such as zooming in and zooming in on the cursor.
    const unlike = said.has(words) ? wordsOf(id, undefined, translate) : words
    said.add(words)
    return [toShortcut(id, unlike, kbd)]
  })
  const fixed = TLDRAW_FIXED_KEYS.map(({ label, kbd }) => toShortcut(label, label, kbd))
  return [
    ...ours,
    { name: 'Drawing tools', shortcuts: toolKeys },
    { name: 'Canvas', shortcuts: [...fixed, ...actionKeys] },
  ]
}

function defaultLabel(
  label: string | Readonly<Record<string, string | undefined>> | undefined,
): string | undefined {
  return typeof label === 'object' ? (label.default ?? Object.values(label)[0]) : label
}

/** tldraw leaves a few actions without a label; their id says it too. */
function wordsOf(id: string, label: string | undefined, translate: Sources['translate']): string {
  if (label) return translate(label)
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function capsOf(way: string, isMac: boolean): string[] {
  const parts = way === '+' ? ['+'] : way.split(/\+(?=.)/)
  return parts.map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl'
    if (part === 'Alt') return isMac ? '⌥' : 'Alt'
    return CAPS[part] ?? part
  })
}

/** The shortcuts whose words or keys hold what is typed, in their groups; groups without any are left out. */
export function filterGroups(groups: readonly ShortcutGroup[], query: string): ShortcutGroup[] {
  const typed = query.trim().toLowerCase()
  const holds = ({ label, ways }: Shortcut) =>
    `${label} ${ways.map((way) => way.join('+')).join(' ')}`.toLowerCase().includes(typed)
  return groups
    .map((group) => ({ ...group, shortcuts: group.shortcuts.filter(holds) }))
    .filter((group) => group.shortcuts.length > 0)
}
