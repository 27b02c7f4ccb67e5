import { createShapeId, type TLShape } from '@tldraw/tlschema'
import { getIndices, type IndexKey } from '@tldraw/utils'
import { STEP_FRAME } from '../shapes/step-frame/schema.ts'
import { budgetOf } from '../src/domain/pace/budget.ts'
import type { Framework, Step } from '../src/domain/steps.ts'
import { baseShape } from './baseShape.ts'
import { BOARD_PAGE_ID } from './emptyBoard.ts'

/** px */
export interface FrameSize {
  readonly w: number
  readonly h: number
}

const GAP_PX = 48
/** Steps lie in reading order. */
const PER_ROW = 3

/** The frames of a framework's steps for a slot of minutes, in order, with the ids `step-1`, `step-2` … */
export function stepFrames(framework: Framework, slot: number, size: FrameSize): TLShape[] {
  const { steps } = budgetOf(framework, slot)
  const indices = getIndices(framework.steps.length)
  return framework.steps.map((step, n) =>
    stepFrame({ step, minutes: steps[n] ?? 0, n, size, index: indices[n] ?? ('a1' as IndexKey) }),
  )
}

interface PlacedStep {
  readonly step: Step
  readonly minutes: number
  /** 0 for the first. */
  readonly n: number
  readonly size: FrameSize
  readonly index: IndexKey
}

function stepFrame({ step, minutes, n, size, index }: PlacedStep): TLShape {
  return {
    ...baseShape(createShapeId(`step-${step.number}`), BOARD_PAGE_ID, index),
    type: STEP_FRAME,
    x: (n % PER_ROW) * (size.w + GAP_PX),
    y: Math.floor(n / PER_ROW) * (size.h + GAP_PX),
    props: {
      w: size.w,
      h: size.h,
      step: step.number,
      name: step.name,
      minutes,
      draw: step.draw,
      starters: [...step.starters],
    },
  } as unknown as TLShape
}
