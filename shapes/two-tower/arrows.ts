import type { PanelStroke, PanelTone } from '../shared/panel/layout.ts'

/** Half the width and the length of a head, as links have it. */
export const HEAD_HALF = 4
export const HEAD_LENGTH = 9

type Way = 'up' | 'right'

/** A call, drawn as links are: solid, its head filled. */
export function callArrow(from: number, to: number, y: number): PanelStroke[] {
  return [
    { d: `M${from} ${y}H${to - HEAD_LENGTH}`, stroke: 'ink', width: 2 },
    { d: headAt(to, y, 'right'), fill: 'ink' },
  ]
}

/** A batch, drawn as links are: round dots, its head hollow. `line` is path data that ends at the head. */
export function batchArrow(
  line: string,
  tip: { readonly x: number; readonly y: number; readonly way: Way },
  tone: PanelTone = 'ink',
): PanelStroke[] {
  return [
    { d: line, stroke: tone, width: 2.4, dash: '0.1 5.4' },
    { d: headAt(tip.x, tip.y, tip.way), fill: 'panel', stroke: tone, width: 1.5 },
  ]
}

export function headAt(x: number, y: number, way: Way): string {
  return way === 'up'
    ? `M${x} ${y}l${-HEAD_HALF} ${HEAD_LENGTH}h${2 * HEAD_HALF}z`
    : `M${x} ${y}l${-HEAD_LENGTH} ${-HEAD_HALF}v${2 * HEAD_HALF}z`
}
