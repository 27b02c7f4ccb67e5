import type { TLShape } from '@tldraw/tlschema'
import { expect, it, vi } from 'vitest'
import * as layOut from '../../templates/design/layOutDesign.ts'
import { placeDesign } from '../../templates/design/placeDesign.ts'

vi.mock(import('../../templates/design/layOutDesign.ts'), { spy: true })

it('lays a design out once that is looked at first and then added, with other ids beside what is there', () => {
  const design = {
    requirements: {},
    nodes: ['a', 'b'].map((id) => ({
      id,
      kind: 'service',
      label: id,
      zone: 'online' as const,
      props: {},
      step: null,
    })),
    links: [{ id: 'l', from: 'a', to: 'b', mode: 'sync' as const, label: '' }],
    cards: [],
    composites: [],
  }
  const seen = placeDesign(design)
  const added = placeDesign(design, { at: { x: 800, y: 160 }, taken: new Set(['shape:a']) })
  expect(vi.mocked(layOut.layOutDesign)).toHaveBeenCalledOnce()
  expect(added.box).toEqual({ ...seen.box, x: seen.box.x + 800, y: seen.box.y + 160 })
  const shapes = added.records.filter((record): record is TLShape => record.typeName === 'shape')
  expect(shapes.map(({ id }) => id)).toContain('shape:a-2')
  expect(shapes.map(({ id }) => id)).not.toContain('shape:a')
})
