import './step-frame.css'
import {
  type Editor,
  HTMLContainer,
  SVGContainer,
  stopEventPropagation,
  useEditor,
  useIsEditing,
  useValue,
} from 'tldraw'
import { useDetail } from '../shared/detail.ts'
import { type Theme, tokenColour } from '../shared/palette.ts'
import { drawText } from '../shared/panel/drawText.tsx'
import { PanelFields } from '../shared/panel/PanelShape.tsx'
import { starterRequests } from '../shared/starter.ts'
import { farHead, frameSize, stepFrameLayout } from './layout.ts'
import { type RunningStep, runningStep } from './runningStep.ts'
import type { StepFrameProps, StepFrameShape } from './schema.ts'
import { starterName } from './starterName.ts'

interface FrameDrawingProps {
  readonly props: StepFrameProps
  readonly isEmpty: boolean
  /** Shown too small for text. */
  readonly isFar?: boolean
  /** The run is in this step. */
  readonly running?: RunningStep | null
  readonly theme?: Theme
}

/** Border, number, name and time; while it is empty, also what to draw here. */
export function FrameDrawing({ props, isEmpty, isFar = false, running = null, theme }: FrameDrawingProps) {
  const { texts, hint } = stepFrameLayout(props, running)
  const { w, h } = frameSize(props)
  return (
    <>
      <rect
        width={w}
        height={h}
        rx={12}
        fill="none"
        stroke={tokenColour(running ? 'accent' : 'line-2', theme)}
        strokeWidth={running ? runningStroke(isFar) : 1.25}
      />
      {(isFar ? farHead(props, running !== null) : texts).map((text) => drawText(text, theme))}
      {isEmpty && !isFar && drawText(hint, theme)}
    </>
  )
}

/** Seen from afar the line is as wide on the screen as it is from near. */
const runningStroke = (isFar: boolean) => (isFar ? 6 : 2)

/** A step frame on the board. Its head stays readable from afar, since people find their way by it. */
export function StepFrame({ shape }: { shape: StepFrameShape }) {
  const editor = useEditor()
  const isFar = useDetail() !== 'all'
  const isEditing = useIsEditing(shape.id)
  const isEmpty = useValue('is empty', () => editor.getSortedChildIdsForParent(shape.id).length === 0, [
    editor,
    shape.id,
  ])
  const running = useRunning(editor, shape)
  const isReadonly = useValue('is read-only', () => editor.getIsReadonly(), [editor])
  return (
    <>
      <SVGContainer>
        <FrameDrawing props={shape.props} isEmpty={isEmpty} isFar={isFar} running={running} />
      </SVGContainer>
      {isEmpty && !isFar && !isReadonly && <Starters shape={shape} running={running} />}
      {isEditing && <PanelFields shape={shape} fields={stepFrameLayout(shape.props, running).fields} />}
    </>
  )
}

/** How the time of this step stands, while the run is in it; other frames are not drawn again as it passes. */
function useRunning(editor: Editor, { props: { step } }: StepFrameShape): RunningStep | null {
  return useValue('running here', () => {
    const running = runningStep(editor).get()
    return running?.step === step ? running : null
  }, [editor, step])
}

const MOST_STARTERS = 3

function Starters({ shape, running }: { shape: StepFrameShape; running: RunningStep | null }) {
  const { x, y } = stepFrameLayout(shape.props, running).starters
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
