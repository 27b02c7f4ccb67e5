import { createShapeId, type Editor, type TLArrowBinding, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { funnelDefaults } from '../../shapes/funnel/defaults.ts'
import { addStage, moveStage, removeStage } from '../../shapes/funnel/editStages.ts'
import { stageMiddle } from '../../shapes/funnel/ports.ts'
import { FUNNEL, type FunnelShape } from '../../shapes/funnel/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { makeEdit } from '../../shapes/shared/panel/makeEdit.ts'
import { connect } from '../../src/canvas/connect.ts'
import { followStages } from '../../src/canvas/followStages.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const funnel = createShapeId('funnel')
let editor: Editor
let stop: () => void
let link: TLShapeId

const props = () => (editor.getShape(funnel) as FunnelShape).props
const port = () => readDesign(editor.store.allRecords()).links[0]?.toPort
const end = () =>
  editor
    .getBindingsFromShape<TLArrowBinding>(link, 'arrow')
    .find(({ props: { terminal } }) => terminal === 'end') as TLArrowBinding

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = followStages(editor)
  editor.createShape<FunnelShape>({ id: funnel, type: FUNNEL, x: 400, props: funnelDefaults() })
  const kind = findInsertable('service')
  const service = kind && insert(editor, kind)
  const made = service && connect(editor, service, funnel, { mode: 'sync', label: '' })
  if (!made) throw new Error('Nothing was linked.')
  link = made
  const anchor = { x: 0, y: stageMiddle(props(), 's2') ?? 0 }
  editor.updateBinding({ ...end(), props: { ...end().props, isPrecise: true, normalizedAnchor: anchor } })
})
afterEach(() => {
  stop()
  editor.dispose()
})

it('keeps a link at its stage while stages are added before it, moved and removed', () => {
  expect(port()).toBe('s2')
  makeEdit(editor, funnel, addStage(props(), 's1'))
  expect(port()).toBe('s2')
  makeEdit(editor, funnel, moveStage(props(), 's2', -1))
  expect(port()).toBe('s2')
  makeEdit(editor, funnel, removeStage(props(), 's1'))
  expect(port()).toBe('s2')
  expect(end().props.normalizedAnchor.x).toBe(0)
})

it('moves it in the undo step of the stages', () => {
  const before = end()
  makeEdit(editor, funnel, moveStage(props(), 's2', -1))
  expect(end()).not.toEqual(before)
  editor.undo()
  expect(end()).toEqual(before)
  expect(port()).toBe('s2')
})

it('leaves a link where it is whose stage is gone, and one that names the whole', () => {
  const before = end()
  makeEdit(editor, funnel, removeStage(props(), 's2'))
  expect(end().props).toEqual(before.props)
  expect(end().meta.port).toBe('s2')
  editor.updateBinding({ ...end(), props: { ...end().props, isPrecise: false }, meta: {} })
  const whole = end()
  makeEdit(editor, funnel, addStage(props()))
  expect(end()).toEqual(whole)
})
