import { createShapeId, type Editor, type TLShapeId, type TLShapePartial } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { findCard } from '../../shapes/cards/list.ts'
import { addRow } from '../../shapes/cards/rowEdits.ts'
import { CARD, type CardProps, type CardShape } from '../../shapes/cards/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { makeEdit } from '../../shapes/shared/panel/makeEdit.ts'
import { stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { makeRoom } from '../../src/canvas/makeRoom.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const [card, below, further, aside, frame] = ['card', 'below', 'further', 'aside', 'frame'].map((id) =>
  createShapeId(id),
) as [TLShapeId, TLShapeId, TLShapeId, TLShapeId, TLShapeId]

let editor: Editor
let stop: () => void
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  stop = makeRoom(editor)
})
afterEach(() => {
  stop()
  editor.dispose()
})

const risk = findCard('risk')
const props = () => (editor.getShape(card) as CardShape).props
const bounds = (id: TLShapeId) => {
  const found = editor.getShapePageBounds(id)
  if (!found) throw new RangeError(`No shape ${id}`)
  return found
}
const box = (id: TLShapeId, x: number, y: number) =>
  ({ id, type: 'geo', x, y, props: { w: 200, h: 80 } }) as TLShapePartial

/** A card with 16 px below it, then two boxes below each other, and one to its right. */
function board(parentId?: TLShapeId): number {
  if (!risk) throw new RangeError('No such card')
  const at = parentId ? { parentId } : {}
  editor.createShape({ id: card, type: CARD, x: 40, y: 80, props: cardDefaults(risk), ...at })
  const { w, h } = bounds(card)
  editor.createShapes([
    { ...box(below, 40, 80 + h + 16), ...at },
    { ...box(further, 40, 80 + h + 16 + 80 + 40), ...at },
    { ...box(aside, 40 + w + 40, 80 + h + 16), ...at },
  ])
  return h
}

function addRows(count: number) {
  if (!risk?.table) throw new RangeError('No such table')
  for (let n = 0; n < count; n++) makeEdit(editor, card, addRow(props(), risk.table))
}

it('pushes what stands below a card that grows, and what that would cover, and nothing beside it', () => {
  board()
  const before = { below: bounds(below).y, aside: bounds(aside).y }
  addRows(1)
  expect(bounds(below).y).toBeGreaterThan(before.below)
  addRows(3)
  expect(bounds(below).y - bounds(card).maxY).toBeGreaterThanOrEqual(16)
  expect(bounds(further).y - bounds(below).maxY).toBeGreaterThanOrEqual(24)
  expect(bounds(aside).y).toBe(before.aside)
})

it('is undone with the edit, in one step, and done again with it', () => {
  board()
  const before = bounds(below).y
  addRows(1)
  const after = bounds(below).y
  editor.undo()
  expect([bounds(below).y, Object.keys(props().rows)]).toEqual([
    before,
    Object.keys(cardDefaults(risk as never).rows),
  ])
  editor.redo()
  expect(bounds(below).y).toBe(after)
})

it('lets the frame grow to hold it, and the frame pushes what stands below the frame', () => {
  const step = { ...stepFrameDefaults, w: 1600, h: 100 }
  editor.createShape({ id: frame, type: 'step-frame', x: 0, y: 0, props: step } as TLShapePartial)
  const h = board(frame)
  editor.updateShape({
    id: frame,
    type: 'step-frame',
    props: { h: 80 + h + 16 + 80 + 40 + 80 + 24 },
  } as never)
  const other = createShapeId('other')
  editor.createShape(box(other, 0, bounds(frame).maxY + 48))
  addRows(4)
  for (const id of [card, below, further]) expect(bounds(frame).contains(bounds(id))).toBe(true)
  expect(bounds(other).y - bounds(frame).maxY).toBeGreaterThanOrEqual(24)
})

it('moves nothing for what others write, nor for a card that somebody pulls larger', () => {
  const h = board()
  const before = bounds(below).y
  const rows = { ...props().rows }
  for (const [id, row] of Object.entries(props().rows)) rows[`${id}x`] = row
  editor.store.mergeRemoteChanges(() => {
    const shape = editor.getShape(card)
    if (shape) editor.store.put([{ ...shape, props: { ...shape.props, rows } as never }])
  })
  expect(bounds(card).h).toBeGreaterThan(h)
  editor.updateShape<CardShape>({ id: card, type: CARD, props: { h: 900 } as Partial<CardProps> })
  expect([bounds(card).h, bounds(below).y]).toEqual([900, before])
})

/** A part or a note whose top is that far below the lower edge of the card. */
function put(name: string, type: 'component' | 'note', by: number, x = 60): TLShapeId {
  const id = createShapeId(name)
  const part = { w: 168, h: 64, kind: 'service', label: name, zone: null, values: {} }
  const props = type === 'component' ? part : {}
  editor.createShape({ id, type, x, y: bounds(card).maxY + by, props } as TLShapePartial)
  return id
}

function cardAlone() {
  editor.createShape({ id: card, type: CARD, x: 40, y: 80, props: cardDefaults(risk as never) })
}

it('pushes clear what the card came to cover, but not what lies on it on purpose', () => {
  cardAlone()
  const part = put('part', 'component', -20)
  const note = put('note', 'note', -20, 240)
  const over = put('over', 'component', -bounds(card).h + 8)
  const before = [bounds(note).y, bounds(over).y]
  expect(bounds(note).x).toBeLessThan(bounds(card).maxX)
  addRows(1)
  expect(bounds(part).y - bounds(card).maxY).toBeGreaterThanOrEqual(24)
  expect([bounds(note).y, bounds(over).y]).toEqual(before)
})

it('takes along what lies on what it pushes', () => {
  cardAlone()
  const part = put('part', 'component', 16)
  const note = put('note', 'note', 56)
  const apart = bounds(note).y - bounds(part).y
  addRows(2)
  expect(bounds(part).y).toBeGreaterThan(bounds(card).maxY)
  expect(bounds(note).y - bounds(part).y).toBe(apart)
})

it('makes room for a group in which a card grows, as for what has grown', () => {
  const step = { ...stepFrameDefaults, w: 1600, h: 1200 }
  editor.createShape({ id: frame, type: 'step-frame', x: 0, y: 0, props: step } as TLShapePartial)
  board(frame)
  const group = createShapeId('group')
  const lower = createShapeId('lower')
  editor.groupShapes([card, below], { groupId: group })
  editor.updateShape({ id: further, type: 'geo', y: bounds(group).maxY + 8 - bounds(frame).y })
  editor.createShape({ ...box(lower, 40, bounds(further).maxY + 40), parentId: frame })
  editor.updateShape({ id: frame, type: 'step-frame', props: { h: bounds(lower).maxY + 24 } } as never)
  addRows(4)
  expect(bounds(below).y - bounds(card).maxY).toBeGreaterThanOrEqual(16)
  expect(bounds(further).y - bounds(group).maxY).toBeGreaterThanOrEqual(8)
  expect(bounds(lower).y).toBeGreaterThan(bounds(further).maxY)
  expect(bounds(frame).contains(bounds(lower))).toBe(true)
})
