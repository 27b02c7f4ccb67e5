import { inOrder } from '../../src/domain/order.ts'
import type { Edit } from '../shared/panel/layout.ts'
import type { Leaf } from '../shared/panel/leaf.ts'
import { insertedOrders, movedOrders, newLineId, orderAfter } from '../shared/rows.ts'
import type { CardTable } from './card.ts'
import type { CardProps } from './schema.ts'

/** Where somebody goes on in a row: its first cell. */
function firstCell(table: CardTable, row: string): string {
  return `rows.${row}.cells.${table.columns[0]?.id ?? table.subject}`
}

/** A new row below that one, last where there is none. */
export function addRow({ rows }: CardProps, table: CardTable, below?: string): Edit {
  const id = newLineId(rows)
  const ordered = inOrder(rows)
  const at = ordered.findIndex((row) => row.id === below)
  const leaves = insertedOrders(ordered, id, at < 0 ? ordered.length : at + 1).map(
    ([one, order]): Leaf =>
      one === id ? [`rows.${id}`, { order, cells: {} }] : [`rows.${one}.order`, order],
  )
  return { leaves, next: firstCell(table, id) }
}

/** Takes a row away, and the choice of it; the editing goes on in its neighbour. */
export function removeRow({ rows, fields }: CardProps, table: CardTable, row: string): Edit {
  const ordered = inOrder(rows)
  const at = ordered.findIndex(({ id }) => id === row)
  const neighbour = ordered[at + 1] ?? ordered[at - 1]
  const choice = table.choice?.field
  const leaves: Leaf[] = [[`rows.${row}`, undefined]]
  if (choice && fields[choice] === row) leaves.push([`fields.${choice}`, undefined])
  return { leaves, next: neighbour ? firstCell(table, neighbour.id) : 'title' }
}

export function moveRow({ rows }: CardProps, row: string, by: 1 | -1): Edit {
  const ordered = inOrder(rows)
  const at = ordered.findIndex(({ id }) => id === row)
  return {
    leaves: movedOrders(ordered, at, by).map(([path, order]) => [`rows.${path}`, order] as const),
    next: null,
  }
}

/** Chooses a row; once more takes the choice back. */
export function chooseRow({ fields }: CardProps, field: string, row: string): Edit {
  return { leaves: [[`fields.${field}`, fields[field] === row ? undefined : row]], next: null }
}

export function addCriterion({ columns }: CardProps): Edit {
  const id = newLineId(columns)
  return {
    leaves: [[`columns.${id}`, { order: orderAfter(inOrder(columns)), name: '' }]],
    next: `columns.${id}.name`,
  }
}

/** Takes a criterion away with what was written in it. */
export function removeCriterion({ rows }: CardProps, column: string): Edit {
  const cells = Object.entries(rows)
    .filter(([, row]) => Object.hasOwn(row.cells, column))
    .map(([id]) => [`rows.${id}.cells.${column}`, undefined] as const)
  return { leaves: [[`columns.${column}`, undefined], ...cells], next: 'title' }
}
