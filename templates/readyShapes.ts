import { cardDefaults } from '../shapes/cards/defaults.ts'
import { findCard } from '../shapes/cards/list.ts'
import { CARD, type CardProps } from '../shapes/cards/schema.ts'
import type { Framework, Step } from '../src/domain/steps.ts'
import type { PlacedShape } from './place.ts'
import type { FrameSize } from './stepFrames.ts'

/** px; the frame's own head is above. */
const TOP = 88
const MARGIN = 24
const GAP = 24

const CARD_STARTER = /^card-/

/** Each step's cards, ready to be filled in, and how large frames have to be for them. */
export function readyShapes(
  { steps }: Framework,
  least: FrameSize,
): { readonly shapes: PlacedShape[]; readonly frame: FrameSize } {
  const shapes = steps.flatMap((step) => inRows(step, least.w - 2 * MARGIN))
  const bottom = Math.max(0, ...shapes.map(({ y, props }) => y + Number(props.h)))
  return { shapes, frame: { w: least.w, h: Math.max(least.h, bottom + MARGIN) } }
}

/** From left to right, in a new row where the width is used up. */
function inRows({ number, starters }: Step, width: number): PlacedShape[] {
  const placed: PlacedShape[] = []
  let [x, y, rowHeight] = [0, 0, 0]
  for (const starter of starters) {
    const ready = readyOf(starter)
    if (!ready) continue
    const { w, h } = ready
    if (x > 0 && x + w > width) [x, y, rowHeight] = [0, y + rowHeight + GAP, 0]
    placed.push({
      name: `step-${number}-${starter}`,
      step: number,
      x: MARGIN + x,
      y: TOP + y,
      type: CARD,
      props: { ...ready },
    })
    x += w + GAP
    rowHeight = Math.max(rowHeight, h)
  }
  return placed
}

/** Components and composites are not placed: which ones a design has is what the candidate is to find out. */
function readyOf(starter: string): CardProps | null {
  const card = CARD_STARTER.test(starter) ? findCard(starter) : undefined
  return card ? cardDefaults(card) : null
}
