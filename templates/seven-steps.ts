import { sevenSteps as usual } from './frameworks/seven-steps.ts'
import { promptAbove } from './notes.ts'
import { place } from './place.ts'
import { readyShapes } from './readyShapes.ts'
import type { Template } from './template.ts'

/** px: fills the canvas of a laptop at about three quarters of full size. */
const FRAME = { w: 1120, h: 640 }

/** px: two cards beside each other, and room to draw. */
const READY_FRAME = { w: 1440, h: 880 }

const title = 'Untitled board'

/**
 * Step frames with their budgets: seven of a 45-minute interview, unless another framework or slot is chosen; empty,
 * or with their cards to fill in.
 */
export const sevenSteps: Template = {
  id: 'seven-steps',
  title,
  records: ({ framework = usual, slot = 45, isReady, prompt } = {}) => {
    const { shapes, frame } = isReady ? readyShapes(framework, READY_FRAME) : { shapes: [], frame: FRAME }
    return [
      ...place({ title, framework, slot, frame, shapes, links: [] }),
      ...(prompt ? [promptAbove(prompt, frame.w)] : []),
    ]
  },
}
