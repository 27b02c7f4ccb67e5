import { createShapeId, type Editor, type TLArrowBinding } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { FUNNEL } from '../../shapes/funnel/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { movedOrders } from '../../shapes/shared/rows.ts'
import { TWO_TOWER } from '../../shapes/two-tower/schema.ts'
import { setLeaf } from '../../src/canvas/edit.ts'
import { keepPorts } from '../../src/canvas/keepPorts.ts'
import { inOrder } from '../../src/domain/order.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let stop: () => void
const [lake, towers, funnel, link] = ['lake', 'towers', 'funnel', 'link'].map((name) =>
  createShapeId(name),
) as [
  ReturnType<typeof createShapeId>,
  ReturnType<typeof createShapeId>,
  ReturnType<typeof createShapeId>,
  ReturnType<typeof createShapeId>,
]

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = keepPorts(editor)
  editor.createShape({ id: lake, type: COMPONENT, x: 0, y: 0, props: componentDefaults('object-store') })
  editor.createShape({ id: towers, type: TWO_TOWER, x: 400, y: 0 })
  editor.createShape({ id: funnel, type: FUNNEL, x: 400, y: 800 })
  editor.createShape({ id: link, type: 'arrow' })
})
afterEach(() => {
  stop()
  editor.dispose()
})

function dock(toId: typeof towers, at: { x: number; y: number } | null) {
  editor.deleteBindings(editor.getBindingsFromShape(link, 'arrow'))
  const props = { snap: 'none' as const, isExact: false }
  const middle = { x: 0.5, y: 0.5 }
  editor.createBindings<TLArrowBinding>([
    {
      type: 'arrow',
      fromId: link,
      toId: lake,
      props: { ...props, terminal: 'start', isPrecise: false, normalizedAnchor: middle },
    },
    {
      type: 'arrow',
      fromId: link,
      toId,
      props: { ...props, terminal: 'end', isPrecise: at !== null, normalizedAnchor: at ?? middle },
    },
  ])
}

const named = () => readDesign(editor.store.allRecords()).links.map(({ toPort }) => toPort)
const end = () =>
  editor.getBindingsFromShape<TLArrowBinding>(link, 'arrow').find(({ props }) => props.terminal === 'end')
const look = (view: string) => setLeaf(editor, towers, 'view', view)

it.each([
  ['training', { x: 0.2, y: 0.6 }, 'query'],
  ['training', { x: 0.8, y: 0.2 }, 'item'],
  ['serving', { x: 0.2, y: 0.2 }, 'query'],
  ['serving', { x: 0.8, y: 0.2 }, 'index'],
  ['serving', { x: 0.4, y: 0.9 }, 'item'],
  ['cost', { x: 0.4, y: 0.9 }, undefined],
])('a link docked in the %s view at %o names %s, in whatever view one looks at it', (view, at, port) => {
  look(view)
  dock(towers, at)
  for (const other of ['training', 'serving', 'cost']) {
    look(other)
    expect(named()).toEqual([port])
  }
})

it('names another part once it is docked there, and the whole where it is docked at no point', () => {
  look('serving')
  dock(towers, { x: 0.8, y: 0.2 })
  const binding = end()
  if (!binding) throw new Error('the link has no end')
  editor.updateBinding({ ...binding, props: { ...binding.props, normalizedAnchor: { x: 0.1, y: 0.2 } } })
  expect(named()).toEqual(['query'])
  look('training')
  editor.updateBinding({ ...binding, props: { ...binding.props, isPrecise: false } })
  expect(named()).toEqual([undefined])
  expect(end()?.meta).toEqual({})
})

it('keeps nothing of an end that is docked at what has no parts', () => {
  dock(lake, { x: 0.2, y: 0.2 })
  expect(end()?.meta).toEqual({})
})

it('names the tower on its side, as always, where an older board keeps no part', () => {
  stop()
  look('serving')
  dock(towers, { x: 0.8, y: 0.2 })
  expect(named()).toEqual(['item'])
})

it('goes on to name a stage that is moved, and the whole once it is removed', () => {
  dock(funnel, { x: 0.5, y: 0.35 })
  expect(named()).toEqual(['s1'])
  const { stages } = funnelDefaults()
  for (const [path, order] of movedOrders(inOrder(stages), 0, 1))
    setLeaf(editor, funnel, `stages.${path}`, order)
  expect(named()).toEqual(['s1'])
  setLeaf(editor, funnel, 'stages.s1', undefined)
  expect(named()).toEqual([undefined])
})
