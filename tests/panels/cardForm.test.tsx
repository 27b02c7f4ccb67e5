import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createShapeId, type Editor, EditorProvider, useValue } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CardUtil } from '../../shapes/cards/CardUtil.tsx'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { cards, findCard } from '../../shapes/cards/list.ts'
import { cardFields } from '../../shapes/cards/readCard.ts'
import { CARD, type CardShape } from '../../shapes/cards/schema.ts'
import { CardForm } from '../../src/panels/inspector/CardForm.tsx'
import { pressIn, typeInto } from '../helpers/fields.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const id = createShapeId('card')
let editor: Editor
let root: Root
let element: HTMLElement

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  editor = headlessEditor([CardUtil])
  element = document.body.appendChild(document.createElement('div'))
  root = createRoot(element)
})
afterEach(async () => {
  await act(async () => root.unmount())
  element.remove()
  editor.dispose()
})

function Shown() {
  const shape = useValue('the card', () => editor.getShape(id) as CardShape | undefined, [])
  return shape ? <CardForm shape={shape} /> : null
}

async function show(type: string) {
  const card = findCard(type)
  if (!card) throw new RangeError(`No card ${type}`)
  editor.createShape({ id, type: CARD, props: cardDefaults(card) })
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <Shown />
      </EditorProvider>,
    ),
  )
}

const written = () => cardFields((editor.getShape(id) as CardShape).props)
const labels = (within: Element = element) =>
  [...within.querySelectorAll('label')].map(({ textContent }) => textContent)

/** The nth field of that label. */
function field(label: string, n = 0) {
  const found = [...element.querySelectorAll('label')].filter(({ textContent }) => textContent === label)[n]
  const input = found && document.getElementById(found.htmlFor)
  if (!input) throw new RangeError(`No field “${label}”`)
  return input as HTMLInputElement
}

const press = (name: string) =>
  act(async () => {
    const button = [...element.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    )
    if (!button) throw new RangeError(`No button “${name}”`)
    button.click()
  })

async function enter(label: string, text: string, n = 0) {
  await typeInto(field(label, n), text)
  await pressIn(field(label, n), 'Enter')
}

describe('the form of a card', () => {
  it.each(cards.map((card) => [card.id, card] as const))(
    'has every field and cell of %s',
    async (type, card) => {
      await show(type)
      for (const { label } of card.fields) expect(labels()).toContain(label)
      const rows = [...element.querySelectorAll('section')]
      expect(rows).toHaveLength(card.table?.starters.length ?? 0)
      for (const row of rows)
        expect(labels(row)).toEqual([
          ...(card.table?.columns.map(({ label }) => label) ?? []),
          ...(card.table?.criteria?.starters ?? []),
        ])
    },
  )

  it('writes numbers as people type them, and says what is allowed instead of a wrong one', async () => {
    await show('requirement')
    await enter('Latency target', '1.5 s')
    await enter('Items', 'many')
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Type 20000, 20k or 1.5M.')
    await typeInto(field('Batch is enough'), 'no')
    await typeInto(field('Task'), 'ranking')
    expect(written()).toEqual({ sla: 1500, batch: false, task: 'ranking' })
    await typeInto(field('Batch is enough'), '')
    await enter('Latency target', '')
    expect(written()).toEqual({ task: 'ranking' })
  })

  it('adds, moves, chooses and removes options, and adds and removes criteria', async () => {
    await show('options')
    for (const [n, name] of ['Trees', 'Two-tower', 'Graph'].entries()) await enter('Option', name, n)
    await press('Choose Two-tower')
    await press('Move Two-tower up')
    await press('+ Option')
    await enter('Option', 'Rules', 3)
    await press('Remove Graph')
    await press('+ Criterion')
    await enter('Criterion 6', 'Cost')
    await press('Remove Quality')
    await enter('Cost', '40k $', 0)
    expect(written()).toEqual({
      criteria: ['p99', 'Memory', 'Needs', 'Updates', 'Cost'],
      options: [{ name: 'Two-tower', Cost: '40k $' }, { name: 'Trees' }, { name: 'Rules' }],
      chosen: 'Two-tower',
    })
    await press('Two-tower is chosen')
    expect(written().chosen).toBeUndefined()
  })
})

it('edits texts and lists as lines, so that no break in them is lost', async () => {
  await show('options')
  editor.updateShape({ id, type: CARD, props: { fields: { because: 'one\ntwo' } } })
  await act(async () => {})
  expect(field('Because').tagName).toBe('TEXTAREA')
  expect(field('Because').value).toBe('one\ntwo')
})

it('keeps what is typed into a field of an unknown card whose name has a dot', async () => {
  await show('options')
  const fields = { 'a.b': 'before', 'c%2E': 'other' }
  editor.updateShape({ id, type: CARD, props: { card: 'of-tomorrow', fields } })
  await act(async () => {})
  await enter('a.b', 'after')
  await enter('c%2E', 'same')
  expect((editor.getShape(id) as CardShape).props.fields).toEqual({ 'a.b': 'after', 'c%2E': 'same' })
})
