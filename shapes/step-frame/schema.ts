import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

export const STEP_FRAME = 'step-frame'

export interface StepFrameProps {
  w: number
  h: number
  /** 1 to 7 in the seven-step framework; the number the frame shows. */
  step: number
  name: string
  /** Budget in minutes; null where the board has no clock. */
  minutes: number | null
  /** One sentence: what to draw here. Shown while the frame is empty. */
  draw: string
  /** Kinds and composites that an empty frame offers as buttons, at most three. */
  starters: string[]
}

export type StepFrameShape = TLBaseShape<typeof STEP_FRAME, StepFrameProps>

export const stepFrameProps: RecordProps<StepFrameShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  step: T.positiveInteger,
  name: T.string,
  minutes: T.positiveNumber.nullable(),
  draw: T.string,
  starters: T.arrayOf(T.string),
}

export const stepFrameDefaults: StepFrameProps = {
  w: 1120,
  h: 600,
  step: 1,
  name: 'Step',
  minutes: null,
  draw: '',
  starters: [],
}

export const stepFrameMigrations = createShapePropsMigrationSequence({ sequence: [] })
