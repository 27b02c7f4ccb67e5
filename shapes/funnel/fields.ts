import { editableNumber, type NumberRule } from '../../src/domain/units.ts'
import { boxAround, type PanelField, type PanelText } from '../shared/panel/layout.ts'
import type { PlacedCount, PlacedStage } from './places.ts'
import type { FunnelProps } from './schema.ts'

const COUNT: NumberRule = { unit: 'count', min: 1, whole: true }
const SHARE: NumberRule = { unit: 'share', max: 1 }
const MILLISECONDS: NumberRule = { unit: 'ms' }

export interface FunnelPlaces {
  readonly title: PanelText
  readonly items: PanelText
  readonly stages: readonly PlacedStage[]
  readonly counts: readonly PlacedCount[]
}

/** Where a funnel is edited, in the order of Tab: title, items, then each stage with the count after it. */
export function funnelFields(
  props: FunnelProps,
  { title, items, stages, counts }: FunnelPlaces,
): PanelField[] {
  const [first, ...others] = counts
  return [
    word('label', 'Title', props.label, title, 220),
    word('items', 'What is counted', props.items, items, 90),
    ...(first ? [countField(first)] : []),
    ...stages.flatMap((placed, i) => {
      const after = others[i]
      return [...stageFields(placed), ...(after ? [countField(after)] : [])]
    }),
  ]
}

function countField({ path, label, value, text }: PlacedCount): PanelField {
  return number(path, label, value, text, 64, COUNT)
}

function stageFields({ stage, name, model, goal, recall, p99 }: PlacedStage): PanelField[] {
  const leaf = (key: string) => `stages.${stage.id}.${key}`
  return [
    word(leaf('name'), 'Name of the stage', stage.name, name, 130),
    word(leaf('model'), `Model of ${stage.name}`, stage.model, model, 130),
    word(leaf('objective'), `What ${stage.name} optimises`, stage.objective, goal, 96),
    number(leaf('recall'), `Recall of ${stage.name}`, stage.recall, recall, 56, SHARE),
    number(leaf('p99'), `p99 of ${stage.name}`, stage.p99, p99, 72, MILLISECONDS),
  ]
}

function word(path: string, label: string, text: string, at: PanelText, minWidth: number): PanelField {
  return { path, label, text, box: boxAround(at, minWidth), font: at.font, anchor: at.anchor }
}

function number(
  ...[path, label, value, at, minWidth, rule]: [string, string, number | null, PanelText, number, NumberRule]
): PanelField {
  const text = value === null ? '' : editableNumber(value, rule.unit)
  return { ...word(path, label, text, at, minWidth), number: rule }
}
