import type { TLRecord } from '@tldraw/tlschema'
import { useMemo, useState } from 'react'
import { CardDrawing } from '../../../shapes/cards/CardDrawing.tsx'
import { cardLayout } from '../../../shapes/cards/layout.ts'
import { CARD, type CardProps } from '../../../shapes/cards/schema.ts'
import { ComponentDrawing } from '../../../shapes/component/ComponentDrawing.tsx'
import { layoutComponent } from '../../../shapes/component/layout.ts'
import { COMPONENT, type ComponentProps } from '../../../shapes/component/schema.ts'
import { funnelLayout } from '../../../shapes/funnel/layout.ts'
import { FUNNEL, type FunnelProps } from '../../../shapes/funnel/schema.ts'
import { layerStackLayout } from '../../../shapes/layer-stack/layout.ts'
import type { LayerStackProps } from '../../../shapes/layer-stack/schema.ts'
import { LinkDrawing } from '../../../shapes/link/LinkDrawing.tsx'
import { LINK_STROKES } from '../../../shapes/link/strokes.ts'
import { tokenColour } from '../../../shapes/shared/palette.ts'
import { drawText } from '../../../shapes/shared/panel/drawText.tsx'
import { PanelDrawing } from '../../../shapes/shared/panel/PanelDrawing.tsx'
import { farHead } from '../../../shapes/step-frame/layout.ts'
import { STEP_FRAME, type StepFrameProps } from '../../../shapes/step-frame/schema.ts'
import { twoTowerLayout } from '../../../shapes/two-tower/layout.ts'
import { TWO_TOWER, type TwoTowerProps } from '../../../shapes/two-tower/schema.ts'
import { ZONE_FRAME, type ZoneFrameProps } from '../../../shapes/zone-frame/schema.ts'
import { ZoneFrameDrawing } from '../../../shapes/zone-frame/ZoneFrameDrawing.tsx'
import { Button } from '../../look/Button.tsx'
import { type PicturePart, pictureOf } from './pictureOf.ts'

/** Of the size on the board, when it is enlarged. */
const READABLE = 0.75

/** A board to look at: whole, or so large that its words can be read. */
export function BoardPicture({ records, label }: { records: readonly TLRecord[]; label: string }) {
  const [isLarge, setLarge] = useState(false)
  const { box, parts, links, hasOthers } = useMemo(() => pictureOf(records), [records])
  if (parts.length === 0) {
    return <p>{hasOthers ? 'Only notes, text and strokes: they are not drawn here.' : 'Nothing is drawn.'}</p>
  }
  const size = isLarge ? { width: box.w * READABLE, height: box.h * READABLE } : {}
  return (
    <>
      <div className="picture" data-large={isLarge || undefined} tabIndex={isLarge ? 0 : undefined}>
        <svg viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`} role="img" aria-label={label} {...size}>
          {parts.map((part) => (
            <g key={part.shape.id} transform={`translate(${part.x} ${part.y})`}>
              <Part part={part} />
            </g>
          ))}
          {links.map(({ id, points, meta: { mode } }) => (
            <LinkDrawing
              key={id}
              picture={{
                points,
                stroke: LINK_STROKES[mode],
                hasStartHead: false,
                hasEndHead: true,
                label: null,
                seq: undefined,
              }}
              colours={{
                line: tokenColour(LINK_STROKES[mode].tone),
                text: tokenColour('ink'),
                canvas: tokenColour('canvas'),
              }}
            />
          ))}
        </svg>
      </div>
      <Button look="quiet" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {isLarge ? 'Show all of it' : 'Enlarge'}
        <span className="hidden-text">: {label}</span>
      </Button>
    </>
  )
}

function Part({ part: { shape, w, h } }: { part: PicturePart }) {
  const props: unknown = shape.props
  switch (shape.type as string) {
    case COMPONENT:
      return <ComponentDrawing layout={layoutComponent(props as ComponentProps)} />
    case CARD:
      return <CardDrawing layout={cardLayout(props as CardProps)} />
    case ZONE_FRAME:
      return <ZoneFrameDrawing props={props as ZoneFrameProps} />
    case STEP_FRAME:
      return <Step props={props as StepFrameProps} w={w} h={h} />
    case FUNNEL:
      return <PanelDrawing layout={funnelLayout(props as FunnelProps)} />
    case TWO_TOWER:
      return <PanelDrawing layout={twoTowerLayout(props as TwoTowerProps)} />
    default:
      return <PanelDrawing layout={layerStackLayout(props as LayerStackProps)} />
  }
}

function Step({ props, w, h }: { props: StepFrameProps; w: number; h: number }) {
  return (
    <>
      <rect width={w} height={h} rx={12} fill="none" stroke={tokenColour('line-2')} strokeWidth={1.25} />
      {farHead(props).map((text) => drawText(text))}
    </>
  )
}
