import { useEditor, useValue } from 'tldraw'
import type { Card, CardField, CardReading, CardRow, CardTable } from '../../../shapes/cards/card.ts'
import { cardReadings } from '../../../shapes/cards/layout.ts'
import { findCard } from '../../../shapes/cards/list.ts'
import {
  addCriterion,
  addRow,
  chooseRow,
  moveRow,
  removeCriterion,
  removeRow,
} from '../../../shapes/cards/rowEdits.ts'
import type { CardShape } from '../../../shapes/cards/schema.ts'
import { textAt, valueAt, valuesOf } from '../../../shapes/cards/values.ts'
import { boardPath } from '../../../shapes/shared/boardPath.ts'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import type { Edit } from '../../../shapes/shared/panel/layout.ts'
import { leafKey } from '../../../shapes/shared/panel/leaf.ts'
import { editLeaves, setLeaf } from '../../canvas/edit.ts'
import { CardValueField } from './CardValueField.tsx'
import { TextField } from './fields.tsx'
import { AddButton, RowButton } from './RowButtons.tsx'

/** A card with every field of it, the rows of its table, and what follows from them. */
export function CardForm({ shape }: { shape: CardShape }) {
  const editor = useEditor()
  const { props } = shape
  const card = findCard(props.card)
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  const shownField = (field: CardField) => (
    <CardValueField
      key={field.id}
      label={field.label}
      hint={field.hint}
      type={field}
      value={valueAt(props.fields, field.id)}
      onCommit={set(`fields.${field.id}`)}
    />
  )
  return (
    <>
      <TextField label="Title" value={props.title} onCommit={set('title')} />
      {card?.fields.filter(({ isFoot, id }) => !isFoot && id !== card.said).map(shownField)}
      {card?.table && <TableFields shape={shape} table={card.table} />}
      {card?.fields.filter(({ isFoot, id }) => isFoot || id === card.said).map(shownField)}
      {!card && <UnknownFields shape={shape} />}
      <Readings card={card} shape={shape} />
    </>
  )
}

/** What this version knows nothing of is shown as it is. */
function UnknownFields({ shape }: { shape: CardShape }) {
  const editor = useEditor()
  return drawnRows(Object.entries(shape.props.fields)).map(([id, value]) => (
    <CardValueField
      key={id}
      label={id}
      type={{ type: 'text' }}
      value={value}
      onCommit={(typed) => setLeaf(editor, shape.id, `fields.${leafKey(id)}`, typed)}
    />
  ))
}

interface TableProps {
  shape: CardShape
  table: CardTable
}

function TableFields({ shape, table }: TableProps) {
  const editor = useEditor()
  const { props } = shape
  const { criteria, rows } = valuesOf(props)
  const make = ({ leaves }: Edit) => editLeaves(editor, shape.id, leaves)
  return (
    <>
      {criteria.map(({ id, name }, n) => (
        <div key={id} className="inspector-line">
          <TextField
            label={`Criterion ${n + 1}`}
            value={name}
            onCommit={(typed) => setLeaf(editor, shape.id, `columns.${id}.name`, typed)}
          />
          <RowButton
            label={`Remove ${name || `criterion ${n + 1}`}`}
            onPress={() => make(removeCriterion(props, id))}
          >
            ×
          </RowButton>
        </div>
      ))}
      {table.criteria && (
        <AddButton onPress={() => make(addCriterion(props))}>{table.criteria.name}</AddButton>
      )}
      {rows.map((row, n) => (
        <RowFields key={row.id} shape={shape} table={table} row={row} place={[n, rows.length]} make={make} />
      ))}
      <AddButton onPress={() => make(addRow(props, table))}>{table.rowName}</AddButton>
    </>
  )
}

interface RowProps extends TableProps {
  row: CardRow
  place: readonly [at: number, of: number]
  make: (edit: Edit) => void
}

function RowFields({ shape, table, row, place: [at, of], make }: RowProps) {
  const editor = useEditor()
  const { props } = shape
  const number = `${table.rowName} ${at + 1}`
  const name = textAt(row.cells, table.subject) || number
  const set = (cell: string) => (value: unknown) =>
    setLeaf(editor, shape.id, `rows.${row.id}.cells.${cell}`, value)
  const { choice } = table
  const isChosen = choice !== undefined && props.fields[choice.field] === row.id
  return (
    <section className="inspector-part" aria-label={`${number}: ${name}`}>
      <header>
        <span className="inspector-number">{at + 1}</span>
        <b>{name}</b>
        {choice && (
          <RowButton
            label={isChosen ? `${name} is chosen` : `Choose ${name}`}
            isPressed={isChosen}
            onPress={() => make(chooseRow(props, choice.field, row.id))}
          >
            ✓
          </RowButton>
        )}
        <RowButton
          label={`Move ${name} up`}
          isDisabled={at === 0}
          onPress={() => make(moveRow(props, row.id, -1))}
        >
          ↑
        </RowButton>
        <RowButton
          label={`Move ${name} down`}
          isDisabled={at === of - 1}
          onPress={() => make(moveRow(props, row.id, 1))}
        >
          ↓
        </RowButton>
        <RowButton label={`Remove ${name}`} onPress={() => make(removeRow(props, table, row.id))}>
          ×
        </RowButton>
      </header>
      {table.columns.map((column) => (
        <CardValueField
          key={column.id}
          label={column.label}
          hint={column.hint}
          type={column}
          value={valueAt(row.cells, column.id)}
          onCommit={set(column.id)}
        />
      ))}
      {valuesOf(props).criteria.map(({ id, name: criterion }, n) => (
        <CardValueField
          key={id}
          label={criterion || `Criterion ${n + 1}`}
          type={{ type: 'text' }}
          value={valueAt(row.cells, id)}
          onCommit={set(id)}
        />
      ))}
    </section>
  )
}

function Readings({ card, shape }: { card: Card | undefined; shape: CardShape }) {
  const editor = useEditor()
  const path = useValue(boardPath(editor))
  const readings: readonly CardReading[] = card ? cardReadings(card, shape.props, path) : []
  if (readings.length === 0) return null
  return (
    <dl className="inspector-readings">
      {readings.map(({ label, value, missing }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={value === null ? undefined : 'mono'}>{value ?? missing}</dd>
        </div>
      ))}
    </dl>
  )
}
