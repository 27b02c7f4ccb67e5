import type { DesignCard, PropertyValue } from '../../src/domain/design.ts'
import { inOrder } from '../../src/domain/order.ts'
import type { Surroundings } from '../shared/surroundings.ts'
import type { Card, CardTable } from './card.ts'
import { criterionKeys } from './criterionKeys.ts'
import { findCard } from './list.ts'
import type { CardProps, CardShape } from './schema.ts'
import { textAt } from './values.ts'

type Written = Record<string, unknown>

/** The field that holds a title of somebody's own. */
export const TITLE_FIELD = 'title'
export const CRITERIA_FIELD = 'criteria'

/** A card as a design has it: its fields by id, and the rows of its table as a list under the table's name. */
export function readCard({ id, props }: CardShape, { step }: Pick<Surroundings, 'step'>): DesignCard {
  return { id, type: props.card, step, fields: cardFields(props) }
}

/** What is written on a card, as a design has it. */
export function cardFields(props: CardProps): Record<string, unknown> {
  const card = findCard(props.card)
  const title = props.title === (card?.name ?? props.card) ? {} : { [TITLE_FIELD]: props.title }
  const table = card?.table ? tableFields(card.table, props) : {}
  return { ...title, ...known(card, props.fields), ...table }
}

/** The fields in the card's order, then those that this version does not know. */
function known(card: Card | undefined, fields: CardProps['fields']): Written {
  const ids = card?.fields.map(({ id }) => id) ?? []
  const others = Object.keys(fields)
    .filter((id) => !ids.includes(id))
    .sort()
  const chosen = card?.table?.choice?.field
  return pick(
    fields,
    [...ids, ...others].filter((id) => id !== chosen),
  )
}

function pick(values: Readonly<Record<string, PropertyValue>>, ids: readonly string[]): Written {
  return Object.fromEntries(ids.filter((id) => Object.hasOwn(values, id)).map((id) => [id, values[id]]))
}

function tableFields(table: CardTable, { fields, columns, rows }: CardProps): Written {
  const keys = criterionKeys(table, inOrder(columns))
  const written = inOrder(rows).filter(({ cells }) => Object.keys(rowCells(table, keys, cells)).length > 0)
  const isUsed = (id: string) =>
    columns[id]?.name !== '' || written.some(({ cells }) => Object.hasOwn(cells, id))
  const listed = written.map(({ cells }) => rowCells(table, keys, cells))
  const criteria = table.criteria
    ? { [CRITERIA_FIELD]: [...keys].flatMap(([id, key]) => (isUsed(id) ? key : [])) }
    : {}
  const at = written.findIndex(({ id }) => table.choice && id === fields[table.choice.field])
  const choice = table.choice && at >= 0 ? { [table.choice.field]: rowReference(table, listed, at) } : {}
  return { ...criteria, ...(listed.length > 0 ? { [table.id]: listed } : {}), ...choice }
}

function rowCells(table: CardTable, keys: ReadonlyMap<string, string>, cells: CardProps['fields']): Written {
  const own = table.columns.map(({ id }) => id)
  // A cell whose criterion somebody else has just removed has no name that a design could call it by.
  const others = table.criteria
    ? []
    : Object.keys(cells)
        .filter((id) => !own.includes(id))
        .sort()
  const criteria = [...keys].filter(([id]) => Object.hasOwn(cells, id)).map(([id, key]) => [key, cells[id]])
  return { ...pick(cells, own), ...Object.fromEntries(criteria), ...pick(cells, others) }
}

/** A row by what it is about; by its number where that is said of none or of several. */
function rowReference({ subject }: CardTable, rows: readonly Written[], at: number): string | number {
  const nameOf = (row: Written | undefined) => textAt((row ?? {}) as CardProps['fields'], subject)
  const name = nameOf(rows[at])
  return name !== '' && rows.filter((row) => nameOf(row) === name).length === 1 ? name : at + 1
}
