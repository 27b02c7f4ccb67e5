import { editableNumber, type NumberRule } from '../../src/domain/units.ts'
import { boxAround, type PanelField, type PanelText } from '../shared/panel/layout.ts'
import { addStage } from './editStages.ts'
import type { PlacedCount, PlacedStage } from './places.ts'
import type { FunnelProps } from './schema.ts'

const COUNT: NumberRule = { unit: 'count', min: 1, whole: true }
const SHARE: NumberRule = { unit: 'share', max: 1 }
const MILLISECONDS: NumberRule = { unit: 'ms' }
const MICROSECONDS: NumberRule = { unit: 'µs' }
const RATE: NumberRule = { unit: 'per second' }

interface FunnelPlaces {
  readonly title: PanelText
  readonly about: PanelText
  readonly items: PanelText
  readonly stages: readonly PlacedStage[]
  /** Of each stage the count that comes in, then the one that goes out. */
  readonly counts: readonly PlacedCount[]
  readonly foot: { readonly load: PanelText; readonly target: PanelText }
}

/** Where a funnel is edited, in the order of Tab: head, then each stage between its counts, then the foot. */
export function funnelFields(
  props: FunnelProps,
  { title, about, items, stages, counts, foot }: FunnelPlaces,
): PanelField[] {
  return [
    word('label', 'Title', props.label, title, 220),
    word('about', 'What it is for', props.about, about, 160),
    word('items', 'What is counted', props.items, items, 90),
    ...stages.flatMap((placed, i) => {
      const [into, after] = [counts[2 * i], counts[2 * i + 1]]
      return [
        ...(into ? [countField(into)] : []),
        ...stageFields(placed),
        ...(after ? [{ ...countField(after), enter: () => addStage(props, placed.stage.id) }] : []),
      ]
    }),
    number('qps', 'Requests a second', props.qps, foot.load, 64, RATE),
    number('sla', 'Latency target', props.sla, foot.target, 84, MILLISECONDS),
  ]
}

function countField({ path, label, value, text }: PlacedCount): PanelField {
  return number(path, label, value, text, 64, COUNT)
}

function stageFields(placed: PlacedStage): PanelField[] {
  const { stage, name, model, goal, recall, p99, cost, lanes } = placed
  const leaf = (key: string) => `stages.${stage.id}.${key}`
  return [
    tight(word(leaf('name'), 'Name of the stage', stage.name, name, 130), name),
    tight(word(leaf('model'), `Model of ${stage.name}`, stage.model, model, 130), model),
    word(leaf('objective'), `What ${stage.name} optimises`, stage.objective, goal, 120),
    number(leaf('recall'), `Recall of ${stage.name}`, stage.recall, recall, 56, SHARE),
    number(leaf('p99'), `p99 of ${stage.name}`, stage.p99, p99, 72, MILLISECONDS),
    number(
      leaf('costPerItemUs'),
      `Cost per item of ${stage.name}`,
      stage.costPerItemUs,
      cost,
      72,
      MICROSECONDS,
    ),
    number(leaf('lanes'), `Lanes of ${stage.name}`, stage.lanes, lanes, 72, COUNT),
  ]
}

function word(path: string, label: string, text: string, at: PanelText, minWidth: number): PanelField {
  return { path, label, text, box: boxAround(at, minWidth), font: at.font, anchor: at.anchor }
}

/** No higher than its lines, which have others close above and below. */
function tight(field: PanelField, { lines, font }: PanelText): PanelField {
  const h = Math.max(1, lines.length) * font.lineHeight + 3
  return { ...field, box: { ...field.box, y: field.box.y + (field.box.h - h) / 2, h } }
}

function number(
  ...[path, label, value, at, minWidth, rule]: [string, string, number | null, PanelText, number, NumberRule]
): PanelField {
  const text = value === null ? '' : editableNumber(value, rule.unit)
  return { ...word(path, label, text, at, minWidth), number: rule }
}
