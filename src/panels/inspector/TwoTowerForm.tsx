import { useEditor } from 'tldraw'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import { newLineId, orderAfter } from '../../../shapes/shared/rows.ts'
import type { TowerLine, TwoTowerShape } from '../../../shapes/two-tower/schema.ts'
import { editLeaves, setLeaf } from '../../canvas/edit.ts'
import { inOrder } from '../../domain/order.ts'
import { ChoiceField, NumberField, TextField } from './fields.tsx'
import { AddButton, RowButton } from './RowButtons.tsx'
import { ZoneField } from './ZoneField.tsx'

const SIMILARITIES = [
  ['cosine', 'cosine'],
  ['dot', 'dot product'],
] as const

/** A two-tower model: what joins the towers, then each of them. */
export function TwoTowerForm({ shape }: { shape: TwoTowerShape }) {
  const editor = useEditor()
  const { label, zone, similarity, loss, negatives } = shape.props
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  return (
    <>
      <TextField label="Label" value={label} onCommit={set('label')} />
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
      <TextField label="Version" value={tower.version} onCommit={set('version')} />
      <NumberField
        label="Dimension"
        value={tower.dim}
        rule={{ unit: 'count', min: 1, whole: true }}
        onCommit={set('dim')}
      />
      <Lines shape={shape} path={`${side}.inputs`} name="Input" lines={tower.inputs} />
      <Lines shape={shape} path={`${side}.layers`} name="Layer" lines={tower.layers} />
    </section>
  )
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
