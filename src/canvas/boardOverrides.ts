import type { TLUiOverrides } from 'tldraw'
import { noteChosenSpot } from './chosenSpot.ts'
import { standApart } from './standApart.ts'

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

/**
 * tldraw's actions without those, with its shortcuts dialog replaced by ours, and with copies that never
 * stand exactly on other shapes.
 */
export function boardOverrides(openShortcuts: () => void): TLUiOverrides {
  return {
    actions(editor, actions) {
      const kept = Object.entries(actions).filter(([id]) => !LEFT_OUT.includes(id))
      const ours = Object.fromEntries(kept)
      const shortcuts = ours['open-kbd-shortcuts']
      if (shortcuts) ours['open-kbd-shortcuts'] = { ...shortcuts, onSelect: openShortcuts }
      const { duplicate } = ours
      if (duplicate) {
        const onSelect: typeof duplicate.onSelect = async (source) => {
          await duplicate.onSelect(source)
          standApart(editor, editor.getSelectedShapes())
          const copies = editor.getSelectedShapes().filter(({ type }) => type !== 'arrow')
          noteChosenSpot(
            editor,
            copies.map(({ id }) => id),
          )
        }
        ours.duplicate = { ...duplicate, onSelect }
      }
      return ours
    },
    tools(_editor, tools) {
      const { asset: _pictures, ...ours } = tools
      return ours
    },
  }
}
