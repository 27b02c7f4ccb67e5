import { boxAround, type PanelField, type PanelText } from '../shared/panel/layout.ts'
import { RULES } from './rules.ts'
import type { TwoTowerProps } from './schema.ts'
import type { PlacedTower, Side } from './tower.ts'

export interface TrainingPlaces {
  readonly loss: PanelText
  readonly negatives: PanelText
  readonly query: PlacedTower
  readonly item: PlacedTower
}

/** Where the training view is edited, in the order of Tab: what joins the towers, then tower by tower. */
export function trainingFields(props: TwoTowerProps, places: TrainingPlaces): PanelField[] {
  return [
    word('loss', 'Loss', props.loss, places.loss, 190),
    word('negatives', 'Negatives', props.negatives, places.negatives, 120),
    ...towerFields(props, 'query', places.query),
    ...towerFields(props, 'item', places.item),
  ]
}

function towerFields(props: TwoTowerProps, side: Side, placed: PlacedTower): PanelField[] {
  const tower = props[side]
  const dim = tower.dim === null ? '' : String(tower.dim)
  return [
    word(`${side}.name`, 'Name of the tower', tower.name, placed.name, 130),
    ...placed.runs,
    {
      ...word(`${side}.dim`, `Length of the vector of ${tower.name}`, dim, placed.dim, 72),
      number: RULES.dim,
    },
    ...placed.layers
      .toReversed()
      .map(({ id, line, text }) =>
        word(`${side}.layers.${id}.text`, `Layer of ${tower.name}`, line.text, text, 110),
      ),
    ...placed.inputs.map(({ id, line, text }) =>
      word(`${side}.inputs.${id}.text`, `Input of ${tower.name}`, line.text, text, 56),
    ),
  ]
}

function word(path: string, label: string, text: string, at: PanelText, minWidth: number): PanelField {
  return { path, label, text, box: boxAround(at, minWidth), font: at.font, anchor: at.anchor }
}
