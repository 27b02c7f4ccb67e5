import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { linkMeta } from '../../shapes/link/schema.ts'
import { runCommand } from '../../src/canvas/commands.ts'
import { connect } from '../../src/canvas/connect.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

function put(name: string, x: number, y: number): TLShapeId {
  const id = createShapeId(name)
  editor.createShape({ id, type: COMPONENT, x, y, props: componentDefaults('service') })
  return id
}

function join(from: TLShapeId, to: TLShapeId): TLShapeId {
  const link = connect(editor, from, to, { mode: 'sync', label: '' })
  if (!link) throw new Error(`${from} and ${to} were not joined.`)
  return link
}

const selected = () => editor.getOnlySelectedShapeId()
const order = (link: TLShapeId) => linkMeta(editor.getShape(link)?.meta ?? {}).seq

it('walks along the straightest link on a side, and back', () => {
  const [a, high, level, below] = [
    put('a', 0, 0),
    put('high', 400, -200),
    put('level', 400, 20),
    put('below', 0, 300),
  ]
  for (const to of [high, level, below]) join(a, to)
  editor.select(a)
  expect(runCommand(editor, 'walk-right')).toBe(true)
  expect(selected()).toBe(level)
  expect(runCommand(editor, 'walk-left')).toBe(true)
  expect(selected()).toBe(a)
  runCommand(editor, 'walk-down')
  expect(selected()).toBe(below)
})

it('walks to what lies that way also where its link leaves by another side', () => {
  const [a, far] = [put('a', 0, 0), put('far', 300, 700)]
  const link = join(a, far)
  editor.select(a)
  runCommand(editor, 'select-link-right')
  expect(selected()).toBe(link)
  for (const way of ['walk-down', 'walk-right'] as const) {
    editor.select(a)
    runCommand(editor, way)
    expect(selected()).toBe(far)
  }
})

it('leaves it to tldraw where no link goes that way', () => {
  const [a, b] = [put('a', 0, 0), put('b', 400, 0)]
  editor.select(a)
  expect(runCommand(editor, 'walk-right')).toBe(false)
  join(a, b)
  expect(runCommand(editor, 'walk-up')).toBe(false)
  expect(selected()).toBe(a)
  editor.selectNone()
  expect(runCommand(editor, 'walk-right')).toBe(false)
})

it('moves the view to what was out of sight', () => {
  const [a, far] = [put('a', 0, 0), put('far', 4000, 0)]
  join(a, far)
  editor.user.updateUserPreferences({ animationSpeed: 0 })
  editor.select(a)
  runCommand(editor, 'walk-right')
  const bounds = editor.getShapePageBounds(far)
  expect(bounds && editor.getViewportPageBounds().contains(bounds)).toBe(true)
})

it('selects the links of a side one after the other, and goes on from one to its end', () => {
  const [a, b, c] = [put('a', 0, 0), put('b', 400, 0), put('c', 400, 120)]
  const [first, second] = [join(a, b), join(c, a)]
  editor.select(a)
  runCommand(editor, 'select-link-right')
  expect(selected()).toBe(first)
  runCommand(editor, 'select-link-right')
  expect(selected()).toBe(second)
  runCommand(editor, 'select-link-right')
  expect(selected()).toBe(first)
  runCommand(editor, 'select-link-right')
  runCommand(editor, 'walk-right')
  expect(selected()).toBe(c)
  expect(runCommand(editor, 'select-link-up')).toBe(false)
})

it('numbers the calls of a component in order, several at once, and takes numbers away', () => {
  const [a, b, c, d] = [put('a', 0, 0), put('b', 400, 0), put('c', 400, 120), put('d', 400, 240)]
  const [ab, ac, ad, bd] = [join(a, b), join(a, c), join(a, d), join(b, d)]
  editor.select(ab, ac)
  runCommand(editor, 'link-order')
  editor.select(ad)
  runCommand(editor, 'link-order')
  editor.select(bd)
  runCommand(editor, 'link-order')
  expect([ab, ac, ad, bd].map(order)).toEqual([1, 1, 2, 1])
  editor.select(ad)
  runCommand(editor, 'link-order-same')
  expect(order(ad)).toBe(1)
  runCommand(editor, 'link-order')
  expect(order(ad)).toBeUndefined()
  editor.undo()
  expect(order(ad)).toBe(1)
})

it('goes through the modes forth and back', () => {
  const link = join(put('a', 0, 0), put('b', 400, 0))
  editor.select(link)
  const mode = () => linkMeta(editor.getShape(link)?.meta ?? {}).mode
  runCommand(editor, 'link-mode')
  expect(mode()).toBe('stream')
  runCommand(editor, 'link-mode-back')
  runCommand(editor, 'link-mode-back')
  expect(mode()).toBe('control')
})
