import type { TLUiOverrides } from 'tldraw'

/** Actions that would put something on a board that boards refuse, or that need what presence does not carry. */
const LEFT_OUT = [
  'insert-media',
  'insert-embed',
  'convert-to-embed',
  'convert-to-bookmark',
  'open-embed-link',
  'image-replace',
  'video-replace',
  'open-cursor-chat',
  'toggle-debug-mode',
]

/** tldraw's actions without those, and with its shortcuts dialog replaced by ours. */
export function boardOverrides(openShortcuts: () => void): TLUiOverrides {
  return {
    actions(_editor, actions) {
      const kept = Object.entries(actions).filter(([id]) => !LEFT_OUT.includes(id))
      const ours = Object.fromEntries(kept)
      const shortcuts = ours['open-kbd-shortcuts']
      if (shortcuts) ours['open-kbd-shortcuts'] = { ...shortcuts, onSelect: openShortcuts }
      return ours
    },
    tools(_editor, tools) {
      const { asset: _pictures, ...ours } = tools
      return ours
    },
  }
}
