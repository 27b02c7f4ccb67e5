import { SVGContainer, useIsEditing } from 'tldraw'
import { useDetail } from '../shared/detail.ts'
import { PanelFields } from '../shared/panel/PanelShape.tsx'
import { zoneFrameLayout } from './layout.ts'
import type { ZoneFrameShape } from './schema.ts'
import { ZoneFrameDrawing } from './ZoneFrameDrawing.tsx'

/** A zone or cluster on the board. */
export function ZoneFrame({ shape }: { shape: ZoneFrameShape }) {
  const isFar = useDetail() !== 'all'
  const isEditing = useIsEditing(shape.id)
  return (
    <>
      <SVGContainer>
        <ZoneFrameDrawing props={shape.props} isFar={isFar} />
      </SVGContainer>
      {isEditing && <PanelFields shape={shape} fields={zoneFrameLayout(shape.props).fields} />}
    </>
  )
}
