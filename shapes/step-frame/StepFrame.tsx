import './step-frame.css'
import { HTMLContainer, SVGContainer, stopEventPropagation, useEditor, useIsEditing, useValue } from 'tldraw'
import { useDetail } from '../shared/detail.ts'
import { type Theme, tokenColour } from '../shared/palette.ts'
import { drawText } from '../shared/panel/drawText.tsx'
import { PanelFields } from '../shared/panel/PanelShape.tsx'
import { starterRequests } from '../shared/starter.ts'
import { farHead, frameSize, stepFrameLayout } from './layout.ts'
import type { StepFrameProps, StepFrameShape } from './schema.ts'
import { starterName } from './starterName.ts'

interface FrameDrawingProps {
  readonly props: StepFrameProps
  readonly isEmpty: boolean
  /** Shown too small for text. */
  readonly isFar?: boolean
  readonly theme?: Theme
}

/** Border, number, name and time; while it is empty, also what to draw here. */
export function FrameDrawing({ props, isEmpty, isFar, theme }: FrameDrawingProps) {
  const { texts, hint } = stepFrameLayout(props)
  const { w, h } = frameSize(props)
  return (
    <>
      <rect
        width={w}
        height={h}
        rx={12}
        fill="none"
        stroke={tokenColour('line-2', theme)}
        strokeWidth={1.25}
      />
      {(isFar ? farHead(props) : texts).map((text) => drawText(text, theme))}
      {isEmpty && !isFar && drawText(hint, theme)}
    </>
  )
}

/** A step frame on the board. Its head stays readable from afar, since people find their way by it. */
export function StepFrame({ shape }: { shape: StepFrameShape }) {
  const editor = useEditor()
  const isFar = useDetail() !== 'all'
  const isEditing = useIsEditing(shape.id)
  const isEmpty = useValue('is empty', () => editor.getSortedChildIdsForParent(shape.id).length === 0, [
    editor,
    shape.id,
  ])
  const isReadonly = useValue('is read-only', () => editor.getIsReadonly(), [editor])
  return (
    <>
      <SVGContainer>
        <FrameDrawing props={shape.props} isEmpty={isEmpty} isFar={isFar} />
      </SVGContainer>
      {isEmpty && !isFar && !isReadonly && <Starters shape={shape} />}
      {isEditing && <PanelFields shape={shape} fields={stepFrameLayout(shape.props).fields} />}
    </>
  )
}

const MOST_STARTERS = 3

function Starters({ shape }: { shape: StepFrameShape }) {
  const { x, y } = stepFrameLayout(shape.props).starters
  return (
    <HTMLContainer className="step-starters" style={{ left: x, top: y }}>
      {shape.props.starters.slice(0, MOST_STARTERS).map((kind) => (
        <button
          key={kind}
          type="button"
          onPointerDown={stopEventPropagation}
          onKeyDown={stopEventPropagation}
          onClick={() => starterRequests.ask({ frame: shape.id, kind })}
        >
          + {starterName(kind)}
        </button>
      ))}
    </HTMLContainer>
  )
}
