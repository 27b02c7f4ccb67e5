import { createShapeId, type Editor } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { takenBounds } from '../../src/canvas/footprint.ts'
import { plusesOf } from '../../src/canvas/PlusButtons.tsx'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

it.each(['alert', 'client', 'human-review', 'service', 'cache'])(
  'the pluses of %s stand clear of its outline and its text',
  (kind) => {
    const id = createShapeId(kind)
    const props = { ...componentDefaults(kind), label: 'Something with a label of two lines' }
    editor.createShape({ id, type: COMPONENT, x: 200, y: 200, props })
    editor.select(id)
    const below = plusesOf(editor).find(({ side }) => side === 'down')
    const lowest = takenBounds(editor, id)?.maxY ?? 0
    expect(below && below.y + editor.getViewportPageBounds().y).toBeGreaterThanOrEqual(lowest + 14)
  },
)
