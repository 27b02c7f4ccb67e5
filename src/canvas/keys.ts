/** The keys of our own, as data: the handler, the list of shortcuts and the clash test all read them. */

import { SIDES, type Side } from './place.ts'

export type CommandId =
  | 'quick-insert'
  | 'connect'
  | 'link-mode'
  | 'link-mode-back'
  | 'link-optional'
  | 'link-order'
  | 'link-order-same'
  | 'edit-label'
  | 'replace'
  | 'duplicate-linked'
  | 'downstream'
  | 'tidy'
  | 'export-design'
  | 'import-design'
  | 'palette'
  | 'inspector'
  | 'shortcuts'
  | 'clock'
  | 'hint'
  | 'prompts'
  | `walk-${Side}`
  | `select-link-${Side}`
  | `step-${number}`

/** The first half of our two-key shortcuts: tldraw and browsers leave it alone. */
export const LEADER = ';'

export interface KeyBinding {
  readonly id: CommandId
  readonly label: string
  readonly group: 'Put on the board' | 'Link' | 'Move about'
  /**
   * Each of them does it: `Mod+K` (Ctrl, on a Mac Cmd), `F2`, or `; l` for the leader and a key after it, or
   * `; M` for one with Shift.
   */
  readonly keys: readonly string[]
  /** Needs the right to draw. */
  readonly edits: boolean
  /** Also while a label or a field is being edited. */
  readonly whileTyping?: boolean
  /** Does it again while it is held down. */
  readonly repeats?: boolean
  /** tldraw's key of the same name does its work where ours finds nothing to do. */
  readonly orElse?: string
}

const steps = [1, 2, 3, 4, 5, 6, 7].map(
  (step): KeyBinding => ({
    id: `step-${step}`,
    label: `Fly to step ${step}; while the clock runs, work there`,
    group: 'Move about',
    keys: [`${LEADER} ${step}`],
    edits: false,
  }),
)

const ARROWS: Readonly<Record<Side, { readonly key: string; readonly words: string }>> = {
  right: { key: 'ArrowRight', words: 'on the right' },
  down: { key: 'ArrowDown', words: 'below' },
  left: { key: 'ArrowLeft', words: 'on the left' },
  up: { key: 'ArrowUp', words: 'above' },
}

const walks = SIDES.map(
  (side): KeyBinding => ({
    id: `walk-${side}`,
    label: `Along a link to what is ${ARROWS[side].words}`,
    group: 'Move about',
    keys: [`Mod+${ARROWS[side].key}`],
    edits: false,
    repeats: true,
    orElse: 'Mod+Arrows',
  }),
)

const linkSelections = SIDES.map(
  (side): KeyBinding => ({
    id: `select-link-${side}`,
    label: `Select a link ${ARROWS[side].words}, again for the next one`,
    group: 'Link',
    keys: [`${LEADER} ${ARROWS[side].key}`],
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
    id: 'replace',
    label: 'Make the selected components another kind',
    group: 'Put on the board',
    keys: [`${LEADER} r`],
    edits: true,
  },
  {
    id: 'duplicate-linked',
    label: 'Duplicate with the links to all else',
    group: 'Put on the board',
    keys: [`${LEADER} d`],
    edits: true,
  },
  {
    id: 'tidy',
    label: 'Tidy: lay out the selection, or what is in its frame, along the links',
    group: 'Put on the board',
    keys: [`${LEADER} t`],
    edits: true,
  },
  {
    id: 'import-design',
    label: 'Import a design from a file',
    group: 'Put on the board',
    keys: [`${LEADER} E`],
    edits: true,
  },
  {
    id: 'export-design',
    label: 'Export the design as a file (JSON)',
    group: 'Move about',
    keys: [`${LEADER} e`],
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
    id: 'link-mode-back',
    label: 'Mode before, of the selected links',
    group: 'Link',
    keys: [`${LEADER} M`],
    edits: true,
  },
  {
    id: 'link-order',
    label: 'Next order number for the selected links, again for none',
    group: 'Link',
    keys: [`${LEADER} n`],
    edits: true,
  },
  {
    id: 'link-order-same',
    label: 'Order number of the calls before: made at once',
    group: 'Link',
    keys: [`${LEADER} N`],
    edits: true,
  },
  {
    id: 'link-optional',
    label: 'Selected links optional or not',
    group: 'Link',
    keys: [`${LEADER} o`],
    edits: true,
  },
  ...linkSelections,
  {
    id: 'downstream',
    label: 'Select all that the links lead to, again for the links too',
    group: 'Move about',
    keys: [`${LEADER} f`],
    edits: false,
  },
  ...walks,
  ...steps,
  {
    id: 'clock',
    label: 'Start the clock, pause it, go on',
    group: 'Move about',
    keys: [`${LEADER} c`],
    edits: true,
  },
  {
    id: 'prompts',
    label: 'What the step asks: go through its prompts',
    group: 'Move about',
    keys: [`${LEADER} q`],
    edits: false,
  },
  {
    id: 'hint',
    label: 'Take the problem’s next hint; each is counted',
    group: 'Move about',
    keys: [`${LEADER} h`],
    edits: true,
  },
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
  /** The key's place on the keyboard, whatever the layout writes on it. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The press written as `keys` of a binding are. Characters count as typed, whatever keys a layout needs for
 * them, so Shift is not part of the name.
 */
function pressName(press: Press): string {
  const { key, ctrlKey, metaKey, altKey } = press
  const name = key.length === 1 ? key.toUpperCase() : key
  if (isTypedByAltGr(press)) return name
  const modifiers = [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : ''].filter(Boolean)
  return [...modifiers, name].join('+')
}

/** Windows reports AltGr as Ctrl and Alt; with both, a sign that is no letter or digit was typed. */
function isTypedByAltGr({ key, ctrlKey, altKey }: Press): boolean {
  return ctrlKey && altKey && key.length === 1 && !/[a-z0-9]/i.test(key)
}

/**
 * The leader, or the key where English keyboards have it if that writes another sign than a to z: `ö` on
 * German ones, which need Shift for the leader itself.
 */
function isLeader(press: Press): boolean {
  if (pressName(press) === LEADER) return true
  const isPlain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey
  return isPlain && press.code === 'Semicolon' && press.key.length === 1 && !/[a-z]/i.test(press.key)
}

/** The key after the leader; a digit also without the Shift that French keyboards need for it. */
function afterLeader({ key, code, shiftKey }: Press): string {
  if (key.length > 1) return key
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit && !/[a-z]/i.test(key)) return digit
  return shiftKey ? key.toUpperCase() : key.toLowerCase()
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
    const key = afterLeader(press)
    const binding = findBinding(`${LEADER} ${key}`) ?? findBinding(`${LEADER} ${key.toLowerCase()}`)
    return binding ? { kind: 'command', binding } : { kind: 'cancel' }
  }
  if (isLeader(press)) return { kind: 'wait' }
  if (press.shiftKey && press.key.length > 1) return { kind: 'pass' }
  if (press.shiftKey && name.includes('+')) return { kind: 'pass' }
  const binding = findBinding(name)
  return binding ? { kind: 'command', binding } : { kind: 'pass' }
}

function findBinding(keys: string): KeyBinding | undefined {
  return KEYS.find((binding) => binding.keys.includes(keys))
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowUp: '↑',
}

/** The keys of a binding as caps to show, one list for each way: `[['Ctrl', 'K']]`. */
export function keyCaps({ keys }: KeyBinding, isMac: boolean): string[][] {
  return keys.map((way) => way.split(/[ +]/).flatMap((key) => capOf(key, way, isMac)))
}

function capOf(key: string, way: string, isMac: boolean): string[] {
  if (key === 'Mod') return [isMac ? '⌘' : 'Ctrl']
  const isShifted = way.startsWith(`${LEADER} `) && /^[A-Z]$/.test(key)
  return [...(isShifted ? ['Shift'] : []), CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key)]
}
