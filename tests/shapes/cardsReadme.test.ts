import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FieldType } from '../../shapes/cards/card.ts'
import { cards } from '../../shapes/cards/list.ts'
import { unitLabel } from '../../src/domain/units.ts'

const readme = readFileSync(resolve(import.meta.dirname, '../../shapes/cards/README.md'), 'utf8')

/** What a field holds, as the table writes it. */
function holds(type: FieldType): string {
  switch (type.type) {
    case 'number':
      return unitLabel(type.rule.unit) || 'count'
    case 'choice':
      return type.choices.join(', ') + (type.isOpen ? ' or other words' : '')
    case 'flag':
      return 'yes/no'
    case 'long':
      return 'text'
    default:
      return type.type
  }
}

const row = (card: string, field: string, type: FieldType) =>
  `| \`${card}\` | \`${field}\` | ${holds(type)} |`

describe('the table of every card’s fields', () => {
  const rows = cards.flatMap(({ id, fields, table }) => [
    ...fields.map((field) => row(id, field.id, field)),
    ...(table?.columns.map((column) => row(id, `${table.id}[].${column.id}`, column)) ?? []),
    ...(table?.criteria ? [`| \`${id}\` | \`criteria\`, \`${table.id}[].<criterion>\` | list, text |`] : []),
    ...(table?.choice
      ? [
          `| \`${id}\` | \`${table.choice.field}\` | the ${table.columns[0]?.id} of one of \`${table.id}\`, or its number |`,
        ]
      : []),
  ])
  it('is that of the lists', () => {
    expect(readme.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
  })
})
