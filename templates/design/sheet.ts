import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { zoneFrameLayout } from '../../shapes/zone-frame/layout.ts'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'
import { type Box, up } from './box.ts'
import type { Grid } from './lanes.ts'
import type { Part } from './parts.ts'

/** Parts and their lanes, px from the sheet's top left corner. */
export interface Sheet {
  /** Where each part's shape has its corner. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly lanes: readonly { readonly zone: Zone; readonly box: Box }[]
  readonly w: number
  readonly h: number
}

/** Room that links and their labels ask for, px. */
export interface Gaps {
  /** Before each column; the first stands at the lane's edge. */
  readonly columns: readonly number[]
  readonly rows: number
}

/** px */
const LANE = { side: 48, top: 24, bottom: 40, gap: 48 } as const
const HEAD_PX = zoneFrameLayout(zoneFrameDefaults('zone', 'online')).head
/** A row in which nothing but links run. */
const EMPTY_ROW_PX = 16

/** Places parts in the cells of a grid, columns through all lanes alike, each lane as high as its rows. */
export function sheetOf(parts: readonly Part[], grid: Grid, gaps: Gaps): Sheet {
  const { middles, right } = columnsOf(parts, grid, gaps)
  const places = new Map<string, { x: number; y: number }>()
  const lanes: { zone: Zone; box: Box }[] = []
  let top = 0
  for (const zone of ZONES) {
    const inLane = parts.filter((part) => part.zone === zone)
    if (inLane.length === 0) continue
    const { axes, bottom } = rowsOf(inLane, grid, top + HEAD_PX + LANE.top, gaps.rows)
    for (const part of inLane) {
      const cell = grid.get(part.id) ?? { column: 0, row: 0 }
      const { x, y, w, h } = part.outline
      places.set(part.id, {
        x: (middles[cell.column] ?? 0) - x - w / 2,
        y: (axes[cell.row] ?? 0) - y - h / 2,
      })
    }
    const box = { x: 0, y: top, w: right + LANE.side, h: up(bottom + LANE.bottom) - top }
    lanes.push({ zone, box })
    top = box.y + box.h + LANE.gap
  }
  return { places, lanes, w: right + LANE.side, h: Math.max(0, top - LANE.gap) }
}

/** How far a part reaches from the middle of its outline. */
function reach({ outline, whole }: Part) {
  const [x, y] = [outline.x + outline.w / 2, outline.y + outline.h / 2]
  return { left: x - whole.x, right: whole.x + whole.w - x, above: y - whole.y, below: whole.y + whole.h - y }
}

function columnsOf(parts: readonly Part[], grid: Grid, gaps: Gaps) {
  const count = Math.max(0, ...parts.map(({ id }) => grid.get(id)?.column ?? 0)) + 1
  const middles: number[] = []
  let right: number = LANE.side
  for (let column = 0; column < count; column++) {
    const reaches = parts.filter(({ id }) => grid.get(id)?.column === column).map(reach)
    const start = column === 0 ? right : right + (gaps.columns[column] ?? 0)
    const middle = up(start + Math.max(0, ...reaches.map(({ left }) => left)))
    middles.push(middle)
    right = up(middle + Math.max(0, ...reaches.map((side) => side.right)))
  }
  return { middles, right }
}

function rowsOf(parts: readonly Part[], grid: Grid, top: number, gap: number) {
  const count = Math.max(0, ...parts.map(({ id }) => grid.get(id)?.row ?? 0)) + 1
  const axes: number[] = []
  let bottom = top
  for (let row = 0; row < count; row++) {
    const reaches = parts.filter(({ id }) => grid.get(id)?.row === row).map(reach)
    const start = row === 0 ? bottom : bottom + (reaches.length === 0 ? gap / 2 : gap)
    const axis = up(start + Math.max(0, ...reaches.map(({ above }) => above)))
    axes.push(axis)
    bottom = up(axis + Math.max(EMPTY_ROW_PX / 2, ...reaches.map(({ below }) => below)))
  }
  return { axes, bottom }
}
