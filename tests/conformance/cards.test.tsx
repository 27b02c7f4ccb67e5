import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, type Editor, EditorProvider, useValue } from 'tldraw'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CardUtil } from '../../shapes/cards/CardUtil.tsx'
import type { Card, FieldType } from '../../shapes/cards/card.ts'
import { cardProps } from '../../shapes/cards/cardProps.ts'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { cardLayout } from '../../shapes/cards/layout.ts'
import { cards, findCard } from '../../shapes/cards/list.ts'
import { cardFields } from '../../shapes/cards/readCard.ts'
import { CARD, type CardProps, type CardShape } from '../../shapes/cards/schema.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { editedField, editField } from '../../shapes/shared/panel/fieldEditing.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import { cardInsertableId, findInsertable } from '../../src/canvas/insertables.ts'
import { fromLeaves, toLeaves } from '../../src/document/leaves.ts'
import { typeInto } from '../helpers/fields.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const LONG =
  'words that have to wrap over several lines, with anextraordinarilylongwordthatfitsnowhere '.repeat(4)
const HOSTILE = '<script>alert(1)</script> & "quoted" \u0000\ud800 \u202e'

/** What a person types for a field, what it means, and a text that is refused. */
function sampleOf(type: FieldType): { typed: string; value: unknown; refused?: string } {
  switch (type.type) {
    case 'number': {
      const { min = 0, max } = type.rule
      if (max !== undefined) return { typed: '50%', value: 0.5, refused: '2' }
      return { typed: String(min + 20), value: min + 20, refused: 'many' }
    }
    case 'flag':
      return { typed: 'yes', value: true }
    case 'date':
      return { typed: '2024-3-9', value: '2024-03-09', refused: '2024-02-30' }
    case 'choice':
      return { typed: type.choices[0] ?? '', value: type.choices[0] ?? '' }
    case 'list':
      return { typed: 'one, two', value: ['one', 'two'] }
    default:
      return { typed: ' words ', value: 'words' }
  }
}

/** The card as somebody has filled every field and cell of it. */
function filled(card: Card): CardProps {
  const { table } = card
  const start = cardDefaults(card)
  const values = (types: readonly (FieldType & { id: string })[]) =>
    Object.fromEntries(types.map((type) => [type.id, sampleOf(type).value])) as CardProps['fields']
  const cells = {
    ...values(table?.columns ?? []),
    ...Object.fromEntries(Object.keys(start.columns).map((id) => [id, `0.9`])),
  }
  const rows = Object.fromEntries(Object.entries(start.rows).map(([id, row]) => [id, { ...row, cells }]))
  const choice = table?.choice ? { [table.choice.field]: Object.keys(rows)[1] ?? '' } : {}
  return { ...start, fields: { ...values(card.fields), ...choice }, rows, title: 'A title of its own' }
}

it('has a file and a line in the list for every card, and no other file of that kind', () => {
  const files = readdirSync(resolve(import.meta.dirname, '../../shapes/cards'))
  expect(cards.filter(({ id }) => !files.includes(`${id}.ts`)).map(({ id }) => id)).toEqual([])
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
  expect(cards.map(({ step }) => step)).toEqual(cards.map(({ step }) => step).toSorted())
})

describe.each(cards.map((card) => [card.id, card] as const))('card %s', (id, card) => {
  let editor: Editor
  let root: Root
  let element: HTMLElement
  const shapeId = createShapeId(id)
  const shape = () => editor.getShape(shapeId) as CardShape
  const fields = () => cardFields(shape().props)
  const place = (props = cardDefaults(card)) => {
    editor.selectAll().deleteShapes(editor.getSelectedShapeIds())
    editor.createShape({ id: shapeId, type: CARD, props })
  }
  function Shown() {
    const now = useValue('the card', () => editor.getShape(shapeId), [])
    return now ? editor.getShapeUtil(now).component(now) : null
  }
  const edit = async () => {
    editor.select(shapeId)
    await act(async () =>
      root.render(
        <EditorProvider editor={editor}>
          <Shown />
        </EditorProvider>,
      ),
    )
    await act(async () => {
      editor.setEditingShape(shapeId)
      editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: shape() })
    })
  }
  const goTo = (path: string) => act(async () => editField(shapeId, path))
  const input = () => {
    const found = element.querySelector('.panel-field')?.querySelector('input, textarea, select')
    if (!found) throw new RangeError('Nothing to type into')
    return found as HTMLInputElement
  }
  const press = (key: string, more: KeyboardEventInit = {}) =>
    act(async () => {
      input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
    })

  beforeAll(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    editor = headlessEditor([CardUtil])
    element = document.body.appendChild(document.createElement('div'))
    root = createRoot(element)
  })
  afterEach(() => act(async () => root.render(null)))
  afterAll(async () => {
    await act(async () => root.unmount())
    element.remove()
    editor.dispose()
  })

  it('is found by its type, and can be inserted and named in a design', () => {
    expect([findCard(id), findCard(`card-${id}`)]).toEqual([card, card])
    expect(findInsertable(cardInsertableId(id))?.defaults()).toEqual(cardDefaults(card))
    expect(vocabulary.hasCard(id)).toBe(true)
    const names = [...card.fields, ...(card.table ? [card.table] : [])].map((part) => part.id)
    expect(new Set([...names, 'title', 'criteria']).size).toBe(names.length + 2)
  })

  it('fits its own size when it is new, and nothing on it stands outside', () => {
    for (const props of [cardDefaults(card), filled(card)]) {
      const { w, h, texts, fields: places } = cardLayout(props)
      expect(props.h).toBeLessThanOrEqual(h)
      for (const { y, x, lines, font } of texts) {
        expect([lines, y + (lines.length - 1) * font.lineHeight <= h && x >= 0 && x <= w]).toEqual([
          lines,
          true,
        ])
      }
      for (const { path, box } of places)
        expect([path, box.x >= 0 && box.y >= 0 && box.x + box.w <= w && box.y + box.h <= h]).toEqual([
          path,
          true,
        ])
    }
    expect(cardLayout(cardDefaults(card)).h).toBe(cardDefaults(card).h)
  })

  it('says nothing false of figures that are not there', () => {
    const { texts } = cardLayout(cardDefaults(card))
    expect(texts.flatMap(({ lines }) => lines).join(' ')).not.toMatch(/NaN|Infinity|undefined|null|∞/)
  })

  it('takes every value by keyboard alone, each place once, and a design has them all', async () => {
    place()
    const places = cardLayout(shape().props).fields
    expect(new Set(places.map(({ path }) => path)).size).toBe(places.length)
    await edit()
    const first = editedField(shapeId)
    expect(first).not.toBe('title')
    const seen: string[] = []
    const wanted: Record<string, unknown> = {}
    do {
      const path = editedField(shapeId) ?? ''
      seen.push(path)
      const type = typeOfPath(card, path)
      const sample = type === 'choice' ? { typed: 'r2', value: 'r2' } : sampleOf(type)
      expect(input().getAttribute('aria-label')).not.toBe('')
      await typeInto(input(), sample.typed)
      wanted[path] = sample.value
      await press('Tab')
    } while (editedField(shapeId) !== first)
    expect(seen.toSorted()).toEqual(places.map(({ path }) => path).toSorted())
    for (const [path, value] of Object.entries(wanted))
      expect([
        path,
        path.split('.').reduce((part: unknown, key) => (part as Record<string, unknown>)[key], shape().props),
      ]).toEqual([path, value])
    await press('Escape')
    expect(editor.getEditingShapeId()).toBeNull()
    for (const field of card.fields)
      expect([field.id, fields()[field.id]]).toEqual([field.id, sampleOf(field).value])
    if (card.table) expect(fields()[card.table.id]).toHaveLength(card.table.starters.length)
  })

  it('says what is allowed instead of what it cannot take; Tab goes on and Escape ends with what was there', async () => {
    place()
    await edit()
    for (const { path } of cardLayout(shape().props).fields) {
      const type = typeOfPath(card, path)
      const refused = type === 'choice' ? undefined : sampleOf(type).refused
      if (refused === undefined) continue
      await goTo(path)
      const before = shape().props
      await typeInto(input(), refused)
      await press('Enter')
      expect([path, element.querySelector('[role=alert]')?.textContent]).toEqual([
        path,
        expect.stringMatching(/\.$/),
      ])
      await press('Tab')
      expect(editedField(shapeId)).not.toBe(path)
      expect(element.querySelector('[role=alert]')?.textContent).toMatch(/The old value stays\.$/)
      await goTo(path)
      await typeInto(input(), refused)
      await press('Escape')
      expect(element.querySelector('[role=alert]')?.textContent).toMatch(/The old value stays\.$/)
      await press('Escape')
      expect([editor.getEditingShapeId(), shape().props]).toEqual([null, before])
      await edit()
    }
    await press('Escape')
    expect(shape().props).toEqual(cardDefaults(card))
  })

  it('has the board say what it did not take when somebody clicks elsewhere', async () => {
    place()
    for (const { path, label } of cardLayout(shape().props).fields) {
      const type = typeOfPath(card, path)
      const refused = type === 'choice' ? undefined : sampleOf(type).refused
      if (refused === undefined) continue
      const before = shape().props
      await edit()
      await goTo(path)
      await typeInto(input(), refused)
      boardSays(editor).set(null)
      await act(async () => void editor.setEditingShape(null))
      const said = boardSays(editor).get() ?? ''
      const isSaid = said.startsWith(`${label}: `) && said.endsWith('. The old value stays.')
      expect([path, isSaid || said]).toEqual([path, true])
      expect(shape().props).toEqual(before)
    }
  })

  it('keeps on Escape what was typed, as a label does', async () => {
    place()
    await edit()
    const path = editedField(shapeId) ?? ''
    const { typed, value } = sampleOf(typeOfPath(card, path) as FieldType)
    await typeInto(input(), typed)
    await press('Escape')
    expect(editor.getEditingShapeId()).toBeNull()
    expect(
      path.split('.').reduce((part: unknown, key) => (part as Record<string, unknown>)[key], shape().props),
    ).toEqual(value)
  })

  const { table, sentence } = card
  if (sentence)
    it('goes on with Enter from place to place, and ends behind the last', async () => {
      place()
      await edit()
      const paths = cardLayout(shape().props).fields.map(({ path }) => path)
      await goTo(paths[0] ?? '')
      for (const path of paths) {
        expect(editedField(shapeId)).toBe(path)
        await typeInto(input(), sampleOf(typeOfPath(card, path) as FieldType).typed)
        await press('Enter')
      }
      expect(editor.getEditingShapeId()).toBeNull()
      for (const field of card.fields) expect(fields()[field.id]).toEqual(sampleOf(field).value)
    })

  if (table)
    it('has the buttons of its rows where they can be reached once it is selected, wherever the view ends', async () => {
      place()
      await edit()
      await act(async () => void editor.setEditingShape(null))
      await act(async () => void editor.setCurrentTool('select.idle'))
      const buttons = () => [...element.querySelectorAll<HTMLElement>('.panel-action-shown')]
      const names = buttons().map((button) => button.getAttribute('aria-label') ?? '')
      expect(names).toContain(`Add ${table.rowName.toLowerCase()}`)
      expect(names.filter((name) => name.startsWith('Remove')).length).toBeGreaterThanOrEqual(
        table.starters.length,
      )
      const { w } = cardLayout(shape().props)
      const rightmost = () =>
        Math.max(
          ...buttons().map(({ style }) => Number.parseFloat(style.left) + Number.parseFloat(style.width)),
        )
      expect(rightmost()).toBeGreaterThan(w)
      await act(async () => void editor.setCamera({ x: 1080 - w + 40, y: 40, z: 1 }))
      expect(rightmost()).toBeLessThanOrEqual(w - 40)
      await act(async () => void editor.setCamera({ x: 0, y: 0, z: 1 }))
      await act(async () => void editor.selectNone())
      expect(buttons()).toEqual([])
    })

  if (table)
    it('adds, moves and removes rows by keyboard', async () => {
      place()
      await edit()
      const list = () => fields()[table.id] as Record<string, unknown>[]
      await goTo(`rows.r1.cells.${table.subject}`)
      const { typed, value } = sampleOf(typeOfPath(card, `rows.r1.cells.${table.subject}`) as FieldType)
      await typeInto(input(), typed)
      await press('Enter')
      const added = editedField(shapeId)?.split('.')[1] ?? ''
      expect(Object.keys(shape().props.rows)).toContain(added)
      await goTo(`rows.${added}.cells.${table.subject}`)
      await typeInto(input(), typed)
      await press('ArrowUp', { altKey: true })
      expect(
        list()
          .slice(0, 2)
          .map((row) => row[table.subject]),
      ).toEqual([value, value])
      expect(cardLayout(shape().props).fields.findIndex(({ path }) => path.includes(added))).toBeLessThan(
        cardLayout(shape().props).fields.findIndex(({ path }) => path.includes('rows.r1.')),
      )
      await press('Delete', { altKey: true })
      expect(Object.keys(shape().props.rows)).not.toContain(added)
      expect(editedField(shapeId)).toContain('rows.r1.')
      await press('Escape')
    })

  it('comes back from a design as it was, with what this version does not know', () => {
    const written = cardFields({
      ...filled(card),
      fields: { ...filled(card).fields, laterField: ['a', 'b'] },
    })
    const again = cardFields(cardProps(id, written))
    expect(again).toEqual(written)
    expect(JSON.parse(JSON.stringify(again))).toEqual(again)
    expect(again).toMatchObject({ laterField: ['a', 'b'], title: 'A title of its own' })
    expect(cardFields(cardProps(id, {}))).toEqual(card.table?.criteria ? { criteria: [] } : {})
  })

  it('is read into a design, and its record comes back from its leaves', () => {
    place(filled(card))
    expect(readDesign(editor.store.allRecords()).cards).toEqual([
      { id: shapeId, type: id, step: null, fields: fields() },
    ])
    expect(() => boardSchema.types.shape.validate(shape() as never)).not.toThrow()
    expect(fromLeaves(shapeId, toLeaves(shape() as never))).toEqual(shape())
  })

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('is exported in %s colours, its text as text', (_, isDarkMode) => {
    place({ ...filled(card), title: HOSTILE })
    const drawn = editor.getShapeUtil(shape()).toSvg?.(shape(), { isDarkMode } as never)
    const svg = renderToStaticMarkup(drawn as never)
    const texts = document.createElement('div')
    texts.innerHTML = `<svg>${svg}</svg>`
    const said = texts.textContent ?? ''
    for (const word of ['alert(1)', '& "quoted"']) expect(said.replaceAll('\n', ' ')).toContain(word)
    for (const column of card.table?.columns ?? []) expect(said).toContain(column.label.split(' ')[0])
    expect(svg).not.toMatch(/foreignObject|var\(|NaN|undefined|<script/)
    expect(svg).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u)
    expect(svg).toContain(isDarkMode ? '#1c2027' : '#ffffff')
  })

  it('grows with what is written and is not made smaller than that', () => {
    const { h } = cardLayout(filled(card))
    for (const { path } of cardLayout(filled(card)).fields) {
      const [list, row, , cell] = path.split('.')
      const start = filled(card)
      const long =
        list === 'rows' && row && cell
          ? {
              rows: {
                ...start.rows,
                [row]: { order: start.rows[row]?.order ?? ('a1' as never), cells: { [cell]: LONG } },
              },
            }
          : list === 'fields' && row
            ? { fields: { ...start.fields, [row]: LONG } }
            : { title: LONG }
      if (path === `fields.${card.table?.choice?.field}`) continue
      expect([path, cardLayout({ ...start, ...long, h: 1 }).h > cardLayout({ ...start, h: 1 }).h]).toEqual([
        path,
        true,
      ])
    }
    place({ ...filled(card), h: h + 200 })
    expect(editor.getShapePageBounds(shapeId)?.h).toBe(h + 200)
    editor.resizeShape(shapeId, { x: 0.01, y: 0.01 }, { scaleOrigin: { x: 0, y: 0 } })
    const { w, h: least, texts } = cardLayout(shape().props)
    expect(editor.getShapePageBounds(shapeId)).toMatchObject({ w, h: least })
    expect(Math.max(...texts.map(({ y }) => y))).toBeLessThanOrEqual(least)
  })

  it('is told to screen readers by its name and its title, and takes no links', () => {
    place({ ...filled(card) })
    const util = editor.getShapeUtil(shape())
    expect(util.getAriaDescriptor(shape())).toBe(`${card.name}: A title of its own`)
    expect(util.canBind({} as never)).toBe(false)
    place()
    expect(util.getAriaDescriptor(shape())).toBe(card.name)
  })

  it('is refused with a wrong title, size, field, row or cell', () => {
    place()
    const row = { order: 'a1', cells: {} }
    const wrong = [
      ...[{ title: 3 }, { w: 0 }, { h: Number.NaN }, { card: null }, { fields: null }],
      ...[{ fields: { sla: Number.NaN } }, { fields: { sla: { ms: 1 } } }, { fields: { sla: null } }],
      ...[{ rows: { r1: { cells: {} } } }, { rows: { r1: { ...row, order: 'zzz!' } } }, { rows: 3 }],
      ...[{ rows: { r1: { ...row, cells: { a: null } } } }, { columns: { c1: { order: 'a1', name: 3 } } }],
    ]
    for (const bad of wrong) {
      const record = { ...shape(), props: { ...shape().props, ...bad } }
      expect(() => boardSchema.types.shape.validate(record as never), JSON.stringify(bad)).toThrow(/props/)
    }
  })
})

/** What a path of a card takes; `choice`: one of its rows. */
function typeOfPath({ fields, table }: Card, path: string): FieldType | 'choice' {
  const [list, id, , cell] = path.split('.')
  if (list === 'fields' && id === table?.choice?.field) return 'choice'
  if (list === 'fields') return fields.find((field) => field.id === id) ?? { type: 'text' }
  return table?.columns.find((column) => list === 'rows' && column.id === cell) ?? { type: 'text' }
}
