import type { TLAnyShapeUtilConstructor } from 'tldraw'
import { CardUtil } from './cards/CardUtil.tsx'
import { ComponentUtil } from './component/ComponentUtil.tsx'
import { InertEmbedUtil } from './embed/InertEmbedUtil.tsx'
import { FunnelUtil } from './funnel/FunnelUtil.tsx'
import { LayerStackUtil } from './layer-stack/LayerStackUtil.tsx'
import { LinkUtil } from './link/LinkUtil.tsx'
import { StepFrameUtil } from './step-frame/StepFrameUtil.tsx'
import { PlainTextUtil } from './text/PlainTextUtil.tsx'
import { TwoTowerUtil } from './two-tower/TwoTowerUtil.tsx'
import { ZoneFrameUtil } from './zone-frame/ZoneFrameUtil.tsx'

/** The shapes of a board, besides tldraw's own; those of one type with tldraw's take their place. */
export const shapeUtils: readonly TLAnyShapeUtilConstructor[] = [
  ComponentUtil,
  FunnelUtil,
  TwoTowerUtil,
  CardUtil,
  LayerStackUtil,
  StepFrameUtil,
  ZoneFrameUtil,
  LinkUtil,
  PlainTextUtil,
  InertEmbedUtil,
]
