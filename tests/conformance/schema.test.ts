import { createTLStore, defaultBindingUtils, defaultShapeUtils } from 'tldraw'
import { expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { schemaTag } from '../../src/document/schemaAge.ts'

it('the server’s schema of a board and the browser’s are the same, so that nobody is refused as too old', () => {
  const ours = new Set(shapeUtils.map(({ type }) => type))
  const others = defaultShapeUtils.filter(({ type }) => !ours.has(type))
  const store = createTLStore({ shapeUtils: [...others, ...shapeUtils], bindingUtils: defaultBindingUtils })
  expect(schemaTag(store.schema.serialize())).toBe(schemaTag(boardSchema.serialize()))
})
