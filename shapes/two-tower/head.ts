import {
  type PanelAction,
  type PanelField,
  type PanelFont,
  type PanelStroke,
  type PanelText,
  put,
  QUIET,
  roundBox,
  widthOf,
} from '../shared/panel/layout.ts'
import { placeTitle } from '../shared/panel/title.ts'
import type { TwoTowerProps } from './schema.ts'
import { TOWER_VIEWS, type TowerView } from './words.ts'

const EDGE = 13
const TOP = 9
const HEIGHT = 24
const CHOSEN: PanelFont = { ...QUIET, weight: 600 }
const TITLE_X = 46

export const VIEW_NAMES: Readonly<Record<TowerView, string>> = {
  training: 'Training',
  serving: 'Serving',
  cost: 'Cost',
}

interface Head {
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  readonly title: PanelField
  readonly actions: readonly PanelAction[]
}

/** The title and, at the right, the switch between the views. */
export function placeHead({ label, view }: TwoTowerProps, w: number): Head {
  const strokes: PanelStroke[] = []
  const texts: PanelText[] = []
  const actions: PanelAction[] = []
  let x = w - EDGE
  for (const id of TOWER_VIEWS.toReversed()) {
    const isPressed = id === view
    const font = isPressed ? CHOSEN : QUIET
    const width = widthOf(VIEW_NAMES[id], CHOSEN) + 20
    x -= width
    if (isPressed)
      strokes.push({ d: roundBox(x, TOP, width, HEIGHT, 6), fill: 'panel', stroke: 'line-2', isDetail: true })
    texts.push(
      put(x + width / 2, TOP + 16, VIEW_NAMES[id], font, {
        anchor: 'middle',
        tone: isPressed ? 'ink' : 'ink-2',
      }),
    )
    actions.unshift({
      label: `${VIEW_NAMES[id]} view`,
      box: { x, y: TOP, w: width, h: HEIGHT },
      press: () => ({ leaves: [['view', id]], next: null }),
      isPressed,
      isAlways: true,
    })
  }
  const title = placeTitle(label, x - TITLE_X - 8)
  return { strokes, texts: [title.text, ...texts], title: title.field, actions }
}
