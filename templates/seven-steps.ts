import { sevenSteps as usual } from './frameworks/seven-steps.ts'
import { promptAbove } from './notes.ts'
import { place } from './place.ts'
import type { Template } from './template.ts'

/** px: fills the canvas of a laptop at about three quarters of full size. */
const FRAME = { w: 1120, h: 640 }

const title = 'Untitled board'

/** Empty step frames with their budgets: seven of a 45-minute interview, unless another framework or slot is chosen. */
export const sevenSteps: Template = {
  id: 'seven-steps',
  title,
  records: ({ framework = usual, slot = 45, prompt } = {}) => [
    ...place({ title, framework, slot, frame: FRAME, shapes: [], links: [] }),
    ...(prompt ? [promptAbove(prompt, FRAME.w)] : []),
  ],
}
