import { createShapeId, type TLShape } from '@tldraw/tlschema'
import { getIndices, type IndexKey } from '@tldraw/utils'
import { STEP_FRAME } from '../shapes/step-frame/schema.ts'
import type { Framework, Slot, Step } from '../src/domain/steps.ts'
import { baseShape } from './baseShape.ts'
import { BOARD_PAGE_ID } from './emptyBoard.ts'

/** px; steps lie in reading order, three to a row. */
const FRAME = { w: 1440, h: 880, gap: 48, perRow: 3 } as const

/** The frames of a framework's steps, in order, with the ids `step-1`, `step-2` … */
export function stepFrames(framework: Framework, slot: Slot): TLShape[] {
  const indices = getIndices(framework.steps.length)
  return framework.steps.map((step, n) => stepFrame(step, slot, n, indices[n] ?? ('a1' as IndexKey)))
}

function stepFrame(step: Step, slot: Slot, n: number, index: IndexKey): TLShape {
  return {
    ...baseShape(createShapeId(`step-${step.number}`), BOARD_PAGE_ID, index),
    type: STEP_FRAME,
    x: (n % FRAME.perRow) * (FRAME.w + FRAME.gap),
    y: Math.floor(n / FRAME.perRow) * (FRAME.h + FRAME.gap),
    props: {
      w: FRAME.w,
      h: FRAME.h,
      step: step.number,
      name: step.name,
      minutes: step.minutes[slot],
      draw: step.draw,
      starters: [...step.starters],
    },
  } as unknown as TLShape
}
