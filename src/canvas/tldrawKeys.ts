/** Keys that tldraw handles outside its actions and tools, and so names nowhere. */
export const TLDRAW_FIXED_KEYS: readonly { readonly label: string; readonly kbd: string }[] = [
  { label: 'Edit the selected shape', kbd: 'Enter' },
  { label: 'Let go, deselect', kbd: 'Escape' },
  { label: 'Next shape', kbd: 'Tab' },
  { label: 'Previous shape', kbd: 'shift+Tab' },
  { label: 'Shape in that direction', kbd: 'mod+Arrows' },
  { label: 'Move the selection', kbd: 'Arrows' },
  { label: 'Move the selection further', kbd: 'shift+Arrows' },
  { label: 'Hold to move the view', kbd: 'Space' },
  { label: 'Press without a mouse button', kbd: ',' },
]

/** Every way of a shortcut as tldraw writes it, as `Mod+Shift+K`: `cmd+i,ctrl+i` is one way, `=` another. */
export function tldrawWays(kbd: string): string[] {
  const ways = kbd === ',' ? [','] : kbd.split(',').map((way) => way.trim())
  return [...new Set(ways.map(wayName))]
}

function wayName(way: string): string {
  const parts = way.endsWith('+') && way !== '+' ? [...way.slice(0, -2).split('+'), '+'] : way.split('+')
  const key = parts.at(-1) ?? ''
  const has = (...names: string[]) => parts.slice(0, -1).some((part) => names.includes(part))
  return [
    has('cmd', 'ctrl', 'mod') ? 'Mod' : '',
    has('alt') ? 'Alt' : '',
    has('shift') ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1),
  ]
    .filter(Boolean)
    .join('+')
}
