import {
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  type TLAnyShapeUtilConstructor,
  tipTapDefaultExtensions,
} from 'tldraw'

const BOX = { x: 0, y: 0, top: 0, left: 0, width: 1080, height: 720, right: 1080, bottom: 720 }

/** A real editor without a screen, with these shapes in place of tldraw's of the same type. Dispose of it. */
export function headlessEditor(ours: readonly TLAnyShapeUtilConstructor[]): Editor {
  const types = new Set(ours.map(({ type }) => type))
  const shapeUtils = [...defaultShapeUtils.filter(({ type }) => !types.has(type)), ...ours]
  const container = document.createElement('div')
  container.tabIndex = 0
  container.getBoundingClientRect = () => ({ ...BOX, toJSON: () => BOX })
  document.body.append(container)
  return new Editor({
    store: createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils }),
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools],
    initialState: 'select',
    getContainer: () => container,
    textOptions: {
      addFontsFromNode: defaultAddFontsFromNode,
      tipTapConfig: { extensions: tipTapDefaultExtensions },
    },
  })
}
