import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { addDesign } from '../../src/panels/design-file/addDesign.ts'
import { placeDesign } from '../../templates/design/placeDesign.ts'

it('adds nothing to a board that can only be looked at', () => {
  const editor = { getIsReadonly: () => true } as Editor
  const design = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }
  expect(addDesign(editor, design, placeDesign)).toBe(
    'This board can only be looked at now, so nothing can be added to it.',
  )
})
