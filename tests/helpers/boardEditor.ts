import {
  Box,
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  tipTapDefaultExtensions,
} from 'tldraw'
import { shapeUtils } from '../../shapes/index.ts'

/** A real editor with the board's shapes, on an element of 1200 by 800 px that is in no window. */
export function boardEditor(): Editor {
  const types = new Set(shapeUtils.map(({ type }) => type))
  const utils = [...defaultShapeUtils.filter(({ type }) => !types.has(type)), ...shapeUtils]
  const container = document.createElement('div')
  container.tabIndex = 0
  container.getBoundingClientRect = () => new DOMRect(0, 0, 1200, 800)
  document.body.append(container)
  const editor = new Editor({
    store: createTLStore({ shapeUtils: utils, bindingUtils: defaultBindingUtils }),
    shapeUtils: utils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => container,
    initialState: 'select',
    textOptions: {
      addFontsFromNode: defaultAddFontsFromNode,
      tipTapConfig: { extensions: tipTapDefaultExtensions },
    },
  })
  editor.updateViewportScreenBounds(new Box(0, 0, 1200, 800))
  return editor
}
