import { useRef } from 'react'
import { useEditor } from 'tldraw'
import { addStage, moveStage, removeStage } from '../../../shapes/funnel/editStages.ts'
import type { FunnelShape } from '../../../shapes/funnel/schema.ts'
import { drawnRows } from '../../../shapes/shared/bounds.ts'
import type { Edit } from '../../../shapes/shared/panel/layout.ts'
import { editLeaves, setLeaf } from '../../canvas/edit.ts'
import { latencySum, recallBound, type StageFigures, stageFigures } from '../../domain/estimate/funnel.ts'
import { widenings } from '../../domain/estimate/widening.ts'
import { inOrder } from '../../domain/order.ts'
import { editableNumber, formatNumber, type NumberRule } from '../../domain/units.ts'
import { FlagField, NumberField, TextField } from './fields.tsx'
import { AddButton, RowButton } from './RowButtons.tsx'
import { ZoneField } from './ZoneField.tsx'

const COUNT: NumberRule = { unit: 'count', min: 1, whole: true }

/** A funnel and its stages, with what they come to. */
export function FunnelForm({ shape }: { shape: FunnelShape }) {
  const editor = useEditor()
  const { label, items, about, sla, qps, zone, stages } = shape.props
  const faults = new Map(widenings(stages).map(({ id, text }) => [id, text]))
  const ordered = inOrder(stages)
  const figures = stageFigures(stages)
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  const edit = ({ leaves }: Edit) => editLeaves(editor, shape.id, leaves)
  const added = useRef<string | null>(null)
  const add = () => {
    const adding = addStage(shape.props)
    added.current = adding.next
    edit(adding)
  }
  const onShown = (id: string, part: HTMLElement | null) => {
    if (!part || added.current !== `stages.${id}.name`) return
    added.current = null
    beginNaming(part)
  }
  return (
    <>
      <TextField label="Label" value={label} onCommit={set('label')} />
      <TextField label="Counts" value={items} onCommit={set('items')} hint="What is counted, e.g. songs." />
      <TextField label="For" value={about} onCommit={set('about')} hint="E.g. song recommendation." />
      <NumberField label="Requests" value={qps} rule={{ unit: 'per second' }} onCommit={set('qps')} />
      <NumberField label="Latency target" value={sla} rule={{ unit: 'ms' }} onCommit={set('sla')} />
      <ZoneField shape={shape.id} zone={zone} usual="online" onCommit={set('zone')} />
      {drawnRows(ordered).map((stage, i) => (
        <section
          key={stage.id}
          ref={(part) => onShown(stage.id, part)}
          className="inspector-part"
          aria-label={`Stage ${i + 1}: ${stage.name}`}
        >
          <header>
            <span className="inspector-number">{i + 1}</span>
            <b>{stage.name || 'Stage'}</b>
            <Reduction figures={figures[i]} />
            <RowButton
              label={`Move ${stage.name} up`}
              isDisabled={i === 0}
              onPress={() => edit(moveStage(shape.props, stage.id, -1))}
            >
              ↑
            </RowButton>
            <RowButton
              label={`Move ${stage.name} down`}
              isDisabled={i === ordered.length - 1}
              onPress={() => edit(moveStage(shape.props, stage.id, 1))}
            >
              ↓
            </RowButton>
            <RowButton
              label={`Remove ${stage.name}`}
              isDisabled={ordered.length === 1}
              onPress={() => edit(removeStage(shape.props, stage.id))}
            >
              ×
            </RowButton>
          </header>
          <StageFields
            stage={stage}
            figures={figures[i]}
            fault={faults.get(stage.id)}
            isFirst={i === 0}
            set={(leaf) => set(`stages.${stage.id}.${leaf}`)}
          />
        </section>
      ))}
      <AddButton onPress={add}>Stage</AddButton>
      <Totals shape={shape} />
    </>
  )
}

/** Whoever adds a stage names it next. */
function beginNaming(part: HTMLElement) {
  part.scrollIntoView?.({ block: 'nearest' })
  const name = part.querySelector('input')
  name?.focus()
  name?.select()
}

interface StageFieldsProps {
  stage: FunnelShape['props']['stages'][string]
  figures: StageFigures | undefined
  /** How it widens the funnel, in a sentence. */
  fault: string | undefined
  isFirst: boolean
  set: (leaf: string) => (value: unknown) => void
}

function StageFields({ stage, figures, fault, isFirst, set }: StageFieldsProps) {
  const passed = !isFirst && figures?.itemsIn != null ? editableNumber(figures.itemsIn) : undefined
  return (
    <>
      <TextField label="Name" value={stage.name} onCommit={set('name')} />
      <TextField label="Model" value={stage.model} onCommit={set('model')} />
      <TextField label="Optimises" value={stage.objective} onCommit={set('objective')} />
      <NumberField
        label="Items in"
        value={stage.itemsIn}
        rule={COUNT}
        placeholder={passed}
        onCommit={set('itemsIn')}
      />
      <NumberField label="Items out" value={stage.itemsOut} rule={COUNT} onCommit={set('itemsOut')} />
      <NumberField
        label="Recall"
        value={stage.recall}
        rule={{ unit: 'share', max: 1 }}
        onCommit={set('recall')}
      />
      <NumberField label="Latency p99" value={stage.p99} rule={{ unit: 'ms' }} onCommit={set('p99')} />
      <NumberField
        label="Cost per item"
        value={stage.costPerItemUs}
        rule={{ unit: 'µs' }}
        onCommit={set('costPerItemUs')}
      />
      <NumberField label="Lanes side by side" value={stage.lanes} rule={COUNT} onCommit={set('lanes')} />
      {(fault !== undefined || stage.adds) && (
        <FlagField label="Adds items" value={stage.adds} onCommit={set('adds')} hint={fault} />
      )}
    </>
  )
}

function Reduction({ figures }: { figures: StageFigures | undefined }) {
  if (!figures || figures.reduction === null) return null
  return (
    <span className="inspector-figure mono" title="Items in per item out">
      {formatNumber(figures.reduction, 'times')}
    </span>
  )
}

function Totals({ shape }: { shape: FunnelShape }) {
  const stages = Object.values(shape.props.stages)
  const [latency, recall] = [latencySum(stages), recallBound(stages)]
  if (!latency && !recall) return null
  return (
    <p className="inspector-about">
      {latency && `p99 of the known stages adds up to ${formatNumber(latency.value, 'ms')}. `}
      {recall && `At most ${editableNumber(Number(recall.value.toPrecision(3)))} of the good items survive.`}
    </p>
  )
}
