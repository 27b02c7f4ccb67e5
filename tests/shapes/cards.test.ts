import { createShapeId, type IndexKey } from 'tldraw'
import { expect, it } from 'vitest'
import { cardDefaults } from '../../shapes/cards/defaults.ts'
import { cardLayout } from '../../shapes/cards/layout.ts'
import { findCard } from '../../shapes/cards/list.ts'
import { cardFields } from '../../shapes/cards/readCard.ts'
import {
  addCriterion,
  addRow,
  chooseRow,
  moveRow,
  removeCriterion,
  removeRow,
} from '../../shapes/cards/rowEdits.ts'
import { CARD, type CardProps, type CardShape } from '../../shapes/cards/schema.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import type { Edit } from '../../shapes/shared/panel/layout.ts'
import { withLeaves } from '../../shapes/shared/panel/leaf.ts'
import { editLeaves, setLeaf } from '../../src/canvas/edit.ts'
import { Network, type Peer } from '../sync/network.ts'

const id = createShapeId('card')

function cardOf(type: string) {
  const card = findCard(type)
  if (!card?.table) throw new RangeError(`No card ${type} with a table`)
  return { card, table: card.table }
}

const propsOf = ({ editor }: Peer) => (editor.getShape(id) as CardShape).props
const make = (peer: Peer, { leaves }: Edit) => editLeaves(peer.editor, id, leaves)
const type = (peer: Peer, path: string, value: unknown) => setLeaf(peer.editor, id, path, value)

/** Two people at one card of that type. */
function twoAt(card: string) {
  const network = new Network()
  const [a, b] = [network.add(), network.add()]
  a.editor.createShape({ id, type: CARD, props: cardDefaults(cardOf(card).card) })
  network.settle()
  const settled = () => {
    network.settle()
    expect(propsOf(b)).toEqual(propsOf(a))
    return propsOf(a)
  }
  return { a, b, settled }
}

/** The rows of a card's table as a design lists them. */
const listed = (props: CardProps, name: string) => cardFields(props)[name] as Record<string, unknown>[]

it('keeps what two people write into two cells of one row and into two rows at the same moment', () => {
  const { a, b, settled } = twoAt('monitor-matrix')
  type(a, 'rows.r1.cells.signal', 'p99 of /home')
  type(b, 'rows.r1.cells.owner', 'serving')
  type(a, 'rows.r2.cells.signal', 'null rate')
  type(b, 'rows.r3.cells.threshold', '> 0.25')
  expect(listed(settled(), 'signals')).toMatchObject([
    { layer: 'System', signal: 'p99 of /home', owner: 'serving' },
    { layer: 'Data quality', signal: 'null rate' },
    { layer: 'Distribution', threshold: '> 0.25' },
    { layer: 'Outcome' },
  ])
})

it('puts a new row at its place among rows of one order, as two people can make at once', () => {
  const { table } = cardOf('rollout')
  const row = (order: string, stage: string) => ({ order: order as IndexKey, cells: { stage } })
  const rows = { a: row('a1', 'A'), b: row('a1', 'B'), c: row('a2', 'C') }
  const props = { ...cardDefaults(cardOf('rollout').card), rows }
  const { leaves, next } = addRow(props, table, 'a')
  const after = withLeaves(withLeaves(props, leaves), [[next ?? '', 'new']])
  expect(listed(after, 'stages').map(({ stage }) => stage)).toEqual(['A', 'new', 'B', 'C'])
})

it('leaves Alt with an arrow to a cell of choices, which opens with it', () => {
  const { card } = cardOf('monitor-matrix')
  const { fields } = cardLayout(cardDefaults(card))
  const [closed, open] = [
    fields.filter(({ choices, keys }) => choices && keys),
    fields.filter(({ choices }) => !choices),
  ]
  expect(closed.length).toBeGreaterThan(0)
  for (const { keys } of closed) expect(Object.keys(keys ?? {})).toEqual(['Alt+Delete'])
  expect(open.flatMap(({ keys }) => Object.keys(keys ?? {}))).toContain('Alt+ArrowUp')
})

it('draws the beginning of a cell that is a document', () => {
  const { card } = cardOf('options')
  const long = 'word '.repeat(400)
  const props = withLeaves(cardDefaults(card), [['rows.r1.cells.name', long]])
  const cell = cardLayout(props).texts.find(({ lines }) => lines[0]?.startsWith('word'))
  expect(cell?.lines.length).toBeLessThanOrEqual(30)
  expect(cell?.lines.at(-1)).toMatch(/…$/)
})

it('keeps both rows that two people add below the same one, and a cell of one that is moved meanwhile', () => {
  const { a, b, settled } = twoAt('rollout')
  const { table } = cardOf('rollout')
  const added = [a, b].map((peer) => {
    const edit = addRow(propsOf(peer), table, 'r1')
    make(peer, edit)
    return edit.next ?? ''
  })
  for (const [n, peer] of [a, b].entries()) type(peer, added[n] ?? '', `by ${n}`)
  const names = () => listed(settled(), 'stages').map(({ stage }) => stage)
  expect(names().slice(0, 1)).toEqual(['Offline gate'])
  expect(names().slice(1, 3).toSorted()).toEqual(['by 0', 'by 1'])
  const row = added[0]?.split('.')[1] ?? ''
  make(a, moveRow(propsOf(a), row, -1))
  type(b, `rows.${row}.cells.gate`, 'nDCG up')
  expect(listed(settled(), 'stages').filter(({ gate }) => gate === 'nDCG up')).toMatchObject([
    { stage: 'by 0' },
  ])
  expect(names()).toHaveLength(7)
})

it('takes a row away for good although somebody writes into it, and leaves every other', () => {
  const { a, b, settled } = twoAt('risk')
  const { table } = cardOf('risk')
  type(a, 'rows.r1.cells.risk', 'one')
  type(a, 'rows.r2.cells.risk', 'two')
  settled()
  make(a, removeRow(propsOf(a), table, 'r1'))
  type(b, 'rows.r1.cells.mitigation', 'none')
  type(b, 'rows.r2.cells.mitigation', 'a fallback')
  expect(listed(settled(), 'risks')).toEqual([{ risk: 'two', mitigation: 'a fallback' }])
})

it('has one choice however many choose at once, and none once the chosen option is gone', () => {
  const { a, b, settled } = twoAt('options')
  const { table } = cardOf('options')
  type(a, 'rows.r1.cells.name', 'Trees')
  type(a, 'rows.r2.cells.name', 'Two-tower')
  settled()
  make(a, chooseRow(propsOf(a), 'chosen', 'r1'))
  make(b, chooseRow(propsOf(b), 'chosen', 'r2'))
  const { chosen } = cardFields(settled())
  expect(['Trees', 'Two-tower']).toContain(chosen)
  make(b, removeRow(propsOf(b), table, String(propsOf(b).fields.chosen)))
  expect(cardFields(settled()).chosen).toBeUndefined()
})

it('keeps a criterion of one and what the other writes under another; one taken away takes its cells along', () => {
  const { a, b, settled } = twoAt('options')
  const added = addCriterion(propsOf(a))
  make(a, added)
  type(a, added.next ?? '', 'Cost a month')
  type(b, 'rows.r1.cells.c2', '6 ms')
  const column = added.next?.split('.')[1] ?? ''
  settled()
  type(b, `rows.r1.cells.${column}`, '40k $')
  expect(listed(settled(), 'options')).toEqual([{ p99: '6 ms', 'Cost a month': '40k $' }])
  make(a, removeCriterion(propsOf(a), column))
  expect(listed(settled(), 'options')).toEqual([{ p99: '6 ms' }])
  expect(cardFields(propsOf(b)).criteria).toEqual(['Quality', 'p99', 'Memory', 'Needs', 'Updates'])
})

it('tells apart criteria of one name, and an option by its number where its name says nothing', () => {
  const { card } = cardOf('options')
  const start = cardDefaults(card)
  const props: CardProps = {
    ...start,
    columns: { c1: { order: 'a1' as never, name: 'name' }, c2: { order: 'a2' as never, name: 'name' } },
    rows: {
      r1: { order: 'a1' as never, cells: { c1: 'x' } },
      r2: { order: 'a2' as never, cells: { c2: 'y' } },
    },
    fields: { chosen: 'r2' },
  }
  expect(cardFields(props)).toEqual({
    criteria: ['name (2)', 'name (3)'],
    options: [{ 'name (2)': 'x' }, { 'name (3)': 'y' }],
    chosen: 2,
  })
})

it('makes what a requirement card says the requirements of the design', () => {
  const { a } = twoAt('options')
  const card = findCard('requirement')
  if (!card) throw new RangeError('No requirement card')
  const requirement = createShapeId('requirement')
  const said = { sla: 200, metrics: ['nDCG@20'], batch: false, functional: 'songs for the home page' }
  a.editor.createShape({
    id: requirement,
    type: CARD,
    props: { ...cardDefaults(card), fields: said, title: 'Mine' },
  })
  const design = readDesign(a.editor.store.allRecords())
  expect(design.requirements).toEqual(said)
  expect(design.cards.map(({ type: kind }) => kind).toSorted()).toEqual(['options', 'requirement'])
})

it('warns of a signal without an owner, and says which drift nobody watches', () => {
  const { card } = cardOf('monitor-matrix')
  const start = cardDefaults(card)
  const r3 = { order: 'a3' as never, cells: { layer: 'Distribution', drift: 'data', signal: 'PSI' } }
  const { texts } = cardLayout({ ...start, rows: { ...start.rows, r3 } })
  expect(texts.filter(({ tone }) => tone === 'warn').map(({ lines }) => lines.join(' '))).toEqual([
    '⚠ name one',
  ])
  const said = texts.flatMap(({ lines }) => lines).join(' ')
  expect(said).toContain('1 signal, 1 without an owner, model drift not watched')
})

it('shows a card of a later version as it is, and keeps it', () => {
  const props = {
    ...cardDefaults(cardOf('risk').card),
    card: 'tarot',
    title: 'Later',
    rows: {},
    fields: { moon: 'full' },
  }
  const said = cardLayout(props).texts.flatMap(({ lines }) => lines)
  expect(said).toEqual(expect.arrayContaining(['Later', 'moon', 'full']))
  expect(cardFields(props)).toEqual({ title: 'Later', moon: 'full' })
})

it('draws a bounded part of a card that only malice writes, and keeps all of it', () => {
  const many = <Item>(item: Item) =>
    Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, item]))
  const word = 'x'.repeat(3_000)
  for (const card of ['options', 'framing', 'tarot']) {
    const props: CardProps = {
      ...{ w: 1e12, h: 1e12, card, title: word },
      fields: { ...many(word), given: word, sla: Number.MAX_VALUE, chosen: 'none' },
      columns: many({ order: 'a1' as never, name: word }),
      rows: many({ order: 'a1' as never, cells: { name: word, c1: [word] } }),
    }
    const { w, h, texts, fields } = cardLayout(props)
    expect([w, h].every((length) => length <= 200_000)).toBe(true)
    expect(texts.length + fields.length).toBeLessThan(5_000)
    expect(Object.keys(cardFields(props)).length).toBeGreaterThan(2_000)
  }
})

it('draws what to write in another hand than what is written, and as an example what could be a value', () => {
  const card = findCard('experiment')
  if (!card) throw new RangeError('No such card')
  const { texts } = cardLayout(cardDefaults(card))
  const hint = texts.find(({ lines }) => lines[0] === 'e.g. 50 : 50')
  expect(hint).toMatchObject({ tone: 'ink-3', font: { italic: true } })
  const written = cardLayout({ ...cardDefaults(card), fields: { split: '50 : 50' } }).texts
  const value = written.find(({ lines }) => lines[0] === '50 : 50')
  expect(value).toMatchObject({ tone: 'ink' })
  expect(value?.font.italic).toBeUndefined()
})
