import type { PropertyValue } from '../../src/domain/design.ts'
import type { CardField, CardTable, FieldType } from './card.ts'
import { cardDefaults, keyed } from './defaults.ts'
import { cardLayout } from './layout.ts'
import { findCard } from './list.ts'
import { CRITERIA_FIELD, TITLE_FIELD } from './readCard.ts'
import type { CardProps } from './schema.ts'
import { parseValue, textAt } from './values.ts'

type Written = Readonly<Record<string, unknown>>

const UNKNOWN_WIDTH = 400

/**
 * The card that a design writes: the reverse of `readCard`. Numbers, lists and flags may be written as people
 * type them; what is wrong or unknown is kept as it is.
 */
export function cardProps(type: string, written: Written): CardProps {
  const card = findCard(type)
  const props: CardProps = {
    ...(card ? cardDefaults(card) : { w: UNKNOWN_WIDTH, h: 1, columns: {}, card: type, title: type }),
    h: 1,
    rows: {},
    fields: {},
  }
  const table = card?.table
  if (table) Object.assign(props, tableProps(table, written))
  const others = Object.entries(written).filter(([id]) => !isKeptElsewhere(id, table, props))
  props.fields = { ...props.fields, ...valuesOf(card?.fields ?? [], others) }
  const title = written[TITLE_FIELD]
  if (typeof title === 'string' || typeof title === 'number') props.title = String(title)
  return { ...props, h: cardLayout(props).h }
}

function valuesOf(
  fields: readonly CardField[],
  written: readonly (readonly [string, unknown])[],
): CardProps['fields'] {
  const types = new Map(fields.map((field) => [field.id, field]))
  const kept = written.flatMap(([id, value]): [string, PropertyValue][] => {
    const typed = typedValue(types.get(id), value)
    return typed === undefined ? [] : [[id, typed]]
  })
  return Object.fromEntries(kept)
}

function isKeptElsewhere(id: string, table: CardTable | undefined, { rows }: CardProps): boolean {
  if (id === TITLE_FIELD) return true
  if (!table) return false
  const isRows = id === table.id && Object.keys(rows).length > 0
  return isRows || id === table.choice?.field || (table.criteria !== undefined && id === CRITERIA_FIELD)
}

function tableProps(table: CardTable, written: Written): Partial<CardProps> {
  const list = Array.isArray(written[table.id]) ? (written[table.id] as unknown[]) : []
  const listed = list.filter(isObject)
  const names = criteriaOf(table, written, listed)
  const columns = keyed(names, 'c', (name) => ({ name }))
  const idOf = new Map(Object.entries(columns).map(([id, { name }]) => [name, id]))
  const rows = keyed(listed, 'r', (row) => ({ cells: cellsOf(table, row, idOf) }))
  const chosen = table.choice && chosenRow(table, rows, written[table.choice.field])
  return {
    ...(table.criteria ? { columns } : {}),
    rows,
    ...(table.choice && chosen !== undefined ? { fields: { [table.choice.field]: chosen } } : {}),
  }
}

/** The criteria that are listed, and those that only a row names. */
function criteriaOf(table: CardTable, written: Written, rows: readonly Written[]): string[] {
  if (!table.criteria) return []
  const listed = typedValue({ type: 'list' }, written[CRITERIA_FIELD])
  const own = table.columns.map(({ id }) => id)
  const inRows = rows.flatMap((row) => Object.keys(row)).filter((key) => !own.includes(key))
  return [...new Set([...(Array.isArray(listed) ? listed.map(String) : []), ...inRows])]
}

function cellsOf(table: CardTable, row: Written, idOf: ReadonlyMap<string, string>): CardProps['fields'] {
  const cells = Object.entries(row).flatMap(([key, value]): [string, PropertyValue][] => {
    const column = table.columns.find(({ id }) => id === key)
    const kept = typedValue(column, value)
    const id = column || !table.criteria ? key : idOf.get(key)
    return kept === undefined || id === undefined ? [] : [[id, kept]]
  })
  return Object.fromEntries(cells)
}

/** The row that a name or a number names. */
function chosenRow({ subject }: CardTable, rows: CardProps['rows'], named: unknown): string | undefined {
  const ids = Object.keys(rows)
  if (typeof named === 'number') return ids[named - 1]
  if (typeof named !== 'string') return undefined
  return ids.find((id) => textAt(rows[id]?.cells ?? {}, subject) === named.trim())
}

/** A value as a card keeps it; undefined where there is nothing to keep. */
function typedValue(type: FieldType | undefined, value: unknown): PropertyValue | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value) && !value.some((item) => typeof item === 'object')) return value.map(String)
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value === 'string' && isTyped(type)) {
    const parsed = parseValue(type, value.trim())
    return parsed.ok ? (parsed.value ?? undefined) : value
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

function isTyped(type: FieldType | undefined): type is FieldType {
  return type !== undefined && type.type !== 'text' && type.type !== 'long' && type.type !== 'choice'
}

function isObject(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
