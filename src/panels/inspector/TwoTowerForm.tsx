import { useEditor } from 'tldraw'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import { newLineId, orderAfter } from '../../../shapes/shared/rows.ts'
import { coreFigures, memoryFigures, type TowerFigure } from '../../../shapes/two-tower/figures.ts'
import { VIEW_NAMES } from '../../../shapes/two-tower/head.ts'
import { RULES } from '../../../shapes/two-tower/rules.ts'
import type { TowerLine, TwoTowerShape } from '../../../shapes/two-tower/schema.ts'
import { FEEDS, INDEX_KINDS, TOWER_VIEWS } from '../../../shapes/two-tower/words.ts'
import { editLeaves, setLeaf } from '../../canvas/edit.ts'
import { inOrder } from '../../domain/order.ts'
import { formatNumber } from '../../domain/units.ts'
import type { UnitId } from '../../domain/unitTable.ts'
import { ChoiceField, NumberField, TextField } from './fields.tsx'
import { AddButton, RowButton } from './RowButtons.tsx'
import { ZoneField } from './ZoneField.tsx'

const SIMILARITIES = [
  ['cosine', 'cosine'],
  ['dot', 'dot product'],
] as const

const VIEWS = TOWER_VIEWS.map((view) => [view, VIEW_NAMES[view]] as const)
const KINDS = INDEX_KINDS.map((kind) => [kind, kind] as const)

/** A two-tower model: its view, what joins the towers, each of them, the index, and what they come to. */
export function TwoTowerForm({ shape }: { shape: TwoTowerShape }) {
  const editor = useEditor()
  const { label, zone, view, similarity, loss, negatives, qps, costPerItemUs } = shape.props
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  return (
    <>
      <TextField label="Label" value={label} onCommit={set('label')} />
      <ChoiceField label="View" value={view} choices={VIEWS} onCommit={set('view')} />
      <ZoneField shape={shape.id} zone={zone} usual="offline" onCommit={set('zone')} />
      <ChoiceField
        label="Similarity"
        value={similarity}
        choices={SIMILARITIES}
        onCommit={set('similarity')}
      />
      <TextField label="Loss" value={loss} onCommit={set('loss')} />
      <TextField label="Negatives" value={negatives} onCommit={set('negatives')} />
      <TowerFields shape={shape} side="query" />
      <TowerFields shape={shape} side="item" />
      <IndexFields shape={shape} />
      <section className="inspector-part" aria-label="Load and cost">
        <header>
          <b>Load and cost</b>
        </header>
        <NumberField label="Requests" value={qps} rule={RULES.qps} onCommit={set('qps')} />
        <NumberField
          label="Cost of a pair"
          value={costPerItemUs}
          rule={RULES.costPerItemUs}
          hint="If one model scored user and item together."
          onCommit={set('costPerItemUs')}
        />
        <Computed figures={coreFigures(shape.props)} unit="count" after=" busy cores" />
        <Computed figures={memoryFigures(shape.props)} unit="bytes" />
      </section>
    </>
  )
}

function TowerFields({ shape, side }: { shape: TwoTowerShape; side: 'query' | 'item' }) {
  const editor = useEditor()
  const tower = shape.props[side]
  const set = (leaf: string) => (value: unknown) => setLeaf(editor, shape.id, `${side}.${leaf}`, value)
  return (
    <section className="inspector-part" aria-label={tower.name}>
      <header>
        <b>{tower.name || (side === 'query' ? 'Query tower' : 'Item tower')}</b>
      </header>
      <TextField label="Name" value={tower.name} onCommit={set('name')} />
      <TextField label="Runs" value={tower.runs} placeholder={RUNS[side]} onCommit={set('runs')} />
      <TextField label="Version" value={tower.version} onCommit={set('version')} />
      <NumberField label="Dimension" value={tower.dim} rule={RULES.dim} onCommit={set('dim')} />
      <NumberField
        label={side === 'query' ? 'Latency p99' : 'Time per item'}
        value={tower.p99}
        rule={RULES.p99}
        onCommit={set('p99')}
      />
      <Lines shape={shape} path={`${side}.inputs`} name="Input" lines={tower.inputs} />
      <Lines shape={shape} path={`${side}.layers`} name="Layer" lines={tower.layers} />
    </section>
  )
}

const RUNS = { query: 'online', item: 'batch' } as const

function IndexFields({ shape }: { shape: TwoTowerShape }) {
  const editor = useEditor()
  const { index, query, item } = shape.props
  const set = (leaf: string) => (value: unknown) => setLeaf(editor, shape.id, `index.${leaf}`, value)
  const feeds = {
    item: item.name || 'Item tower',
    query: query.name || 'Query tower',
    other: 'something else',
  }
  return (
    <section className="inspector-part" aria-label="Index">
      <header>
        <b>Index</b>
      </header>
      <ChoiceField label="Kind" value={index.kind} choices={KINDS} onCommit={set('kind')} />
      <ChoiceField
        label="Filled by"
        value={index.fedBy}
        choices={FEEDS.map((feed) => [feed, feeds[feed]] as const)}
        onCommit={set('fedBy')}
      />
      <TextField label="Version" value={index.version} onCommit={set('version')} />
      <NumberField label="Dimension" value={index.dim} rule={RULES.dim} onCommit={set('dim')} />
      <NumberField label="Items" value={index.items} rule={RULES.items} onCommit={set('items')} />
      <NumberField label="Bytes per value" value={index.bytes} rule={RULES.bytes} onCommit={set('bytes')} />
      <NumberField label="Finds (top k)" value={index.topK} rule={RULES.topK} onCommit={set('topK')} />
      <NumberField label="Latency p99" value={index.p99} rule={RULES.p99} onCommit={set('p99')} />
      <NumberField
        label="Filled every"
        value={index.refresh_h}
        rule={RULES.refresh_h}
        onCommit={set('refresh_h')}
      />
    </section>
  )
}

interface ComputedProps {
  figures: readonly TowerFigure[]
  unit: UnitId
  after?: string
}

/** What follows from the figures, or what is missing for it. */
function Computed({ figures, unit, after = '' }: ComputedProps) {
  return figures.map(({ name, value, missing }) => (
    <p key={name} className="inspector-about">
      {name}:{' '}
      {value === null ? (
        `say ${missing.join(', ')}.`
      ) : (
        <span className="mono">
          {formatNumber(value, unit)}
          {after}
        </span>
      )}
    </p>
  ))
}

interface LinesProps {
  shape: TwoTowerShape
  path: string
  name: string
  lines: Readonly<Record<string, TowerLine>>
}

/** Inputs or layers: edit, remove, add. */
function Lines({ shape, path, name, lines }: LinesProps) {
  const editor = useEditor()
  const ordered = inOrder(lines)
  const add = () =>
    setLeaf(editor, shape.id, `${path}.${newLineId(lines)}`, { order: orderAfter(ordered), text: name })
  return (
    <>
      {drawnRows(ordered).map(({ id, text }, i) => (
        <div key={id} className="inspector-line">
          <TextField
            label={`${name} ${i + 1}`}
            value={text}
            onCommit={(typed) => setLeaf(editor, shape.id, `${path}.${id}.text`, typed)}
          />
          <RowButton
            label={`Remove ${text}`}
            onPress={() => editLeaves(editor, shape.id, [[`${path}.${id}`, undefined]])}
          >
            ×
          </RowButton>
        </div>
      ))}
      <AddButton onPress={add}>{name}</AddButton>
    </>
  )
}
