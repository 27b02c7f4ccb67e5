import type { PanelField, PanelStroke, PanelText } from '../shared/panel/layout.ts'

/** What a view draws below the head, and how far down it needs the panel to reach. */
export interface ViewBody {
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  readonly fields: readonly PanelField[]
  readonly bottom: number
}

/** The room a view has; it is spread over a height of `h`, if it does not need more. */
export interface Room {
  readonly w: number
  readonly h: number
}

/** One part of a view. */
export type Placed = Omit<ViewBody, 'bottom'>

/** x as it is in a panel 560 wide, in the panel's own width. */
export type At = (x: number) => number
