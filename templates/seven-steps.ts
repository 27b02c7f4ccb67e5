import { sevenSteps as framework } from './frameworks/seven-steps.ts'
import { place } from './place.ts'
import type { Template } from './template.ts'

/** px: fills the canvas of a laptop at about three quarters of full size. */
const FRAME = { w: 1120, h: 640 }

const title = 'Untitled board'

/** Seven empty step frames with the budgets of a 45-minute interview. */
export const sevenSteps: Template = {
  id: 'seven-steps',
  title,
  records: () => place({ title, framework, slot: 45, frame: FRAME, shapes: [], links: [] }),
}
