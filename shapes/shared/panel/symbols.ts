import type { PanelStroke } from './layout.ts'

/** The composites' symbols on a grid of 24 by 24 px, as the palette and the composites' heads show them. */
export const FUNNEL_SYMBOL: readonly PanelStroke[] = [
  { d: 'M2 4H22L17.5 20H6.5z', fill: 'wash', stroke: 'group', width: 1.5 },
  { d: 'M6.8 8.5H17.2M8 12H16M9.2 15.5H14.8', stroke: 'group', width: 1.25 },
]

export const TWO_TOWER_SYMBOL: readonly PanelStroke[] = [
  { d: 'M3.3 9.2H8.7L11 22.6H1zM15.3 9.2H20.7L23 22.6H13z', fill: 'wash', stroke: 'group', width: 1.5 },
  { d: 'M6 9.2L10 5.2M18 9.2L14 5.2', stroke: 'group', width: 1.5 },
  { d: 'M9.4 4.4a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0z', fill: 'wash', stroke: 'group', width: 1.5 },
  { d: 'M11 4.4a1 1 0 1 0 2 0a1 1 0 1 0-2 0z', fill: 'group' },
]

export const LAYER_STACK_SYMBOL: readonly PanelStroke[] = [
  {
    d: 'M7 2.5H22V7H7zM7 9.8H22V14.3H7zM7 17H22V21.5H7z',
    fill: 'wash',
    stroke: 'group',
    width: 1.5,
  },
  { d: 'M7 19.2H4.5a2 2 0 0 1-2-2V6.8a2 2 0 0 1 2-2H7', stroke: 'group', width: 1.25 },
]
