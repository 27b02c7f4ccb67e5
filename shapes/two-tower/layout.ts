import { drawnLength } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import type { PanelLayout } from '../shared/panel/layout.ts'
import { placeSentences } from '../shared/panel/sentences.ts'
import { TWO_TOWER_SYMBOL } from '../shared/panel/symbols.ts'
import { placeCost } from './cost.ts'
import { faultSentences } from './faults.ts'
import { placeHead } from './head.ts'
import type { TwoTowerProps } from './schema.ts'
import { placeServing } from './serving.ts'
import { placeTraining } from './training.ts'

export const TWO_TOWER_MIN = { w: 480, h: 380 } as const

/** Everything a two-tower model draws in the view that is chosen; the height follows what is in it. */
export const twoTowerLayout = oncePer(layOut)

const VIEWS = { training: placeTraining, serving: placeServing, cost: placeCost } as const

function layOut(props: TwoTowerProps): PanelLayout {
  const w = Math.max(drawnLength(props.w), TWO_TOWER_MIN.w)
  const head = placeHead(props, w)
  const said = placeSentences(faultSentences(props), w)
  const least = drawnLength(props.h)
  const body = VIEWS[props.view](props, { w, h: least - said.height })
  const h = Math.max(least, body.bottom + said.height)
  return {
    w,
    h,
    title: props.label,
    symbol: TWO_TOWER_SYMBOL,
    strokes: [...body.strokes, ...head.strokes],
    texts: [...head.texts, ...body.texts, ...said.at(h - said.height)],
    fields: [head.title, ...body.fields],
    actions: head.actions,
  }
}
