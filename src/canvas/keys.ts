/** The keys of our own, as data: the handler, the list of shortcuts and the clash test all read them. */

export type CommandId =
  | 'quick-insert'
  | 'connect'
  | 'link-mode'
  | 'link-optional'
  | 'edit-label'
  | 'palette'
  | 'inspector'
  | 'shortcuts'
  | `step-${number}`

/** The first half of our two-key shortcuts: tldraw and browsers leave it alone. */
export const LEADER = ';'

export interface KeyBinding {
  readonly id: CommandId
  readonly label: string
  readonly group: 'Put on the board' | 'Link' | 'Move about'
  /** Each of them does it: `Mod+K` (Ctrl, on a Mac Cmd), `F2`, or `; l` for the leader and a key after it. */
  readonly keys: readonly string[]
  /** Needs the right to draw. */
  readonly edits: boolean
  /** Also while a label or a field is being edited. */
  readonly whileTyping?: boolean
}

const steps = [1, 2, 3, 4, 5, 6, 7].map(
  (step): KeyBinding => ({
    id: `step-${step}`,
    label: `Fly to step ${step}`,
    group: 'Move about',
    keys: [`${LEADER} ${step}`],
    edits: false,
  }),
)

export const KEYS: readonly KeyBinding[] = [
  {
    id: 'quick-insert',
    label: 'Insert a component, beside the selection and linked to it',
    group: 'Put on the board',
    keys: ['Mod+K'],
    edits: true,
    whileTyping: true,
  },
  {
    id: 'palette',
    label: 'Find a component in the palette',
    group: 'Put on the board',
    keys: [`${LEADER} p`],
    edits: true,
  },
  { id: 'edit-label', label: 'Edit the label', group: 'Put on the board', keys: ['F2'], edits: true },
  {
    id: 'inspector',
    label: 'Edit the properties of the selection',
    group: 'Put on the board',
    keys: [`${LEADER} i`],
    edits: false,
  },
  {
    id: 'connect',
    label: 'Connect the selection to a component',
    group: 'Link',
    keys: [`${LEADER} l`],
    edits: true,
  },
  {
    id: 'link-mode',
    label: 'Next mode of the selected links: sync, stream, batch, control',
    group: 'Link',
    keys: [`${LEADER} m`],
    edits: true,
  },
  {
    id: 'link-optional',
    label: 'Selected links optional or not',
    group: 'Link',
    keys: [`${LEADER} o`],
    edits: true,
  },
  ...steps,
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Move about',
    keys: ['?', `${LEADER} k`],
    edits: false,
  },
]

/** What a key press says, of a keyboard event. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The press written as `keys` of a binding are. Characters count as typed, whatever keys a layout needs for
 * them, so Shift is not part of the name.
 */
function pressName({ key, ctrlKey, metaKey, altKey }: Press): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  const modifiers = [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : ''].filter(Boolean)
  return [...modifiers, name].join('+')
}

export type KeyResult =
  /** Not ours. */
  | { readonly kind: 'pass' }
  /** The leader was pressed: a key of ours comes next. */
  | { readonly kind: 'wait' }
  /** After the leader came a key that means nothing, or Escape. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'command'; readonly binding: KeyBinding }

/** What a press means: a state machine of one bit, whether the leader came before. */
export function readPress(press: Press, isWaiting: boolean): KeyResult {
  const name = pressName(press)
  if (isWaiting) {
    const binding = findBinding(`${LEADER} ${press.key.toLowerCase()}`)
    return binding ? { kind: 'command', binding } : { kind: 'cancel' }
  }
  if (name === LEADER) return { kind: 'wait' }
  if (press.shiftKey && press.key.length > 1) return { kind: 'pass' }
  if (press.shiftKey && name.includes('+')) return { kind: 'pass' }
  const binding = findBinding(name)
  return binding ? { kind: 'command', binding } : { kind: 'pass' }
}

function findBinding(keys: string): KeyBinding | undefined {
  return KEYS.find((binding) => binding.keys.includes(keys))
}

/** The keys of a binding as caps to show, one list for each way: `[['Ctrl', 'K']]`. */
export function keyCaps({ keys }: KeyBinding, isMac: boolean): string[][] {
  return keys.map((way) =>
    way
      .split(/[ +]/)
      .map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key)),
  )
}
