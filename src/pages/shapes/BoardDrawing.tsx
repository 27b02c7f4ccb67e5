import { CardDrawing } from '../../../shapes/cards/CardDrawing.tsx'
import { cardDefaults } from '../../../shapes/cards/defaults.ts'
import { cardLayout } from '../../../shapes/cards/layout.ts'
import { ComponentDrawing } from '../../../shapes/component/ComponentDrawing.tsx'
import { componentDefaults } from '../../../shapes/component/defaults.ts'
import { layoutComponent } from '../../../shapes/component/layout.ts'
import { funnelDefaults } from '../../../shapes/funnel/defaults.ts'
import { funnelLayout } from '../../../shapes/funnel/layout.ts'
import { layerStackDefaults } from '../../../shapes/layer-stack/defaults.ts'
import { layerStackLayout } from '../../../shapes/layer-stack/layout.ts'
import { PanelDrawing } from '../../../shapes/shared/panel/PanelDrawing.tsx'
import { twoTowerDefaults } from '../../../shapes/two-tower/defaults.ts'
import { twoTowerLayout } from '../../../shapes/two-tower/layout.ts'
import { zoneFrameDefaults } from '../../../shapes/zone-frame/defaults.ts'
import { ZoneFrameDrawing } from '../../../shapes/zone-frame/ZoneFrameDrawing.tsx'
import type { Insertable } from '../../canvas/insertables.ts'

/** Half of the widest stroke, px, which stands out of a drawing's box. */
const EDGE = 2
/** A frame without anything in it need not be as large as on a board. */
const EMPTY_FRAME = { w: 224, h: 112 } as const

/** A shape as a new one is drawn on a board, at 100 % where there is room for it. */
export function BoardDrawing({ insertable }: { insertable: Insertable }) {
  const { w, h, drawing } = draw(insertable)
  return (
    <svg
      viewBox={`${-EDGE} ${-EDGE} ${w + 2 * EDGE} ${h + 2 * EDGE}`}
      width={w + 2 * EDGE}
      height={h + 2 * EDGE}
      aria-hidden="true"
    >
      {drawing}
    </svg>
  )
}

function draw({ id, kind, frame, card }: Insertable) {
  if (kind) {
    const layout = layoutComponent(componentDefaults(kind))
    return { w: layout.w, h: layout.h, drawing: <ComponentDrawing layout={layout} /> }
  }
  if (frame) {
    const props = { ...zoneFrameDefaults(frame, frame === 'zone' ? 'nearline' : null), ...EMPTY_FRAME }
    return { ...EMPTY_FRAME, drawing: <ZoneFrameDrawing props={props} /> }
  }
  if (card) {
    const layout = cardLayout(cardDefaults(card))
    return { w: layout.w, h: layout.h, drawing: <CardDrawing layout={layout} /> }
  }
  const layout = compositeLayout(id)
  return { w: layout.w, h: layout.h, drawing: <PanelDrawing layout={layout} /> }
}

function compositeLayout(id: string) {
  if (id === 'funnel') return funnelLayout(funnelDefaults())
  return id === 'layer-stack' ? layerStackLayout(layerStackDefaults()) : twoTowerLayout(twoTowerDefaults())
}
