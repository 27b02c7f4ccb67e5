import { labelText } from '../../shapes/link/label.ts'
import { LINK_FONT, measureText } from '../../shapes/shared/text.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { zoneFrameLayout } from '../../shapes/zone-frame/layout.ts'
import type { DesignLink } from '../../src/domain/design.ts'
import { moved } from './box.ts'
import { chooseWays, type Sights } from './chooseWays.ts'
import { type Grid, gridOf } from './lanes.ts'
import type { Part } from './parts.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { type Placed, type Tracks, type Way, waysOf } from './ways.ts'

/** A sheet with the way of each link that the board would not find as well by itself, by the link's id. */
export interface LaidOut extends Sheet {
  readonly ways: ReadonlyMap<string, Way>
}

/** px */
const GUTTER = { least: 112, most: 232, besideLabel: 64, seq: 26 } as const
const ROW_GAP_PX = 48
/** Between lines in one gap. */
const TRACK_PX = 16
const MOST_TRACKS = 5
/** Of more links than this nobody follows each; they find their own way. */
const MOST_LINKS = 150

/** Where the parts of a design stand, in lanes from online down to ops, and how its links run. */
export function layOutDesign(parts: readonly Part[], links: readonly DesignLink[]): LaidOut {
  const ids = new Set(parts.map(({ id }) => id))
  const joins = links.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const grid = gridOf(parts, joins)
  const gaps = { columns: guttersOf(grid, joins), rows: ROW_GAP_PX }
  const sheet = sheetOf(parts, grid, gaps)
  if (joins.length > MOST_LINKS) return { ...sheet, ways: new Map() }
  const placed = new Map(parts.map((part) => [part.id, place(part, sheet)]))
  const tracks = tracksOf([...placed.values()], sheet)
  const choices = joins.flatMap((link) => {
    const [from, to] = [placed.get(link.from), placed.get(link.to)]
    return from && to ? [{ link, ways: waysOf(link, from, to, tracks) }] : []
  })
  return { ...sheet, ways: chooseWays(choices, sightsOf(placed, sheet)) }
}

/** Before each column room for the labels of the links that come in from the one before. */
function guttersOf(grid: Grid, links: readonly DesignLink[]): number[] {
  const columns = Math.max(0, ...[...grid.values()].map(({ column }) => column)) + 1
  return Array.from({ length: columns }, (_, column) => {
    const labels = links
      .filter(
        ({ from, to }) => grid.get(to)?.column === column && (grid.get(from)?.column ?? column) < column,
      )
      .map(labelRoom)
    return Math.max(GUTTER.least, Math.min(GUTTER.most, Math.max(0, ...labels)))
  })
}

function labelRoom(link: DesignLink): number {
  const meta = { mode: link.mode, ...(link.optional ? { optional: true } : {}) }
  const width = measureText(labelText(link.label, meta), LINK_FONT)
  return width + GUTTER.besideLabel + (link.seq === undefined ? 0 : GUTTER.seq)
}

function place(part: Part, { places }: Sheet): Placed {
  const at = places.get(part.id) ?? { x: 0, y: 0 }
  return { part, outline: moved(part.outline, at), whole: moved(part.whole, at) }
}

/** Lines in the gaps between columns, between rows and between lanes. */
function tracksOf(placed: readonly Placed[], sheet: Sheet): Tracks {
  const spans = (side: 'x' | 'y', size: 'w' | 'h') =>
    placed.map(({ whole }) => [whole[side], whole[side] + whole[size]])
  return {
    x: inGaps([...spans('x', 'w'), [0, 0], [sheet.w, sheet.w]]),
    y: inGaps([...spans('y', 'h'), [0, 0], [sheet.h, sheet.h]]),
  }
}

/** Lines so far apart in what the spans leave free. */
function inGaps(spans: readonly (readonly number[])[]): number[] {
  const sorted = [...spans].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
  const lines: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const [from = 0, to = 0] of sorted) {
    const room = from - end
    if (Number.isFinite(room) && room > TRACK_PX) {
      const count = Math.min(MOST_TRACKS, Math.floor(room / TRACK_PX) - 1)
      for (let n = 1; n <= count; n++) lines.push(end + (n * room) / (count + 1))
    }
    end = Math.max(end, to)
  }
  return lines
}

function sightsOf(placed: ReadonlyMap<string, Placed>, { lanes }: Sheet): Sights {
  return {
    parts: new Map([...placed].map(([id, { whole }]) => [id, whole])),
    heads: lanes.map(({ zone, box }) => {
      const { head, name } = zoneFrameLayout({ ...zoneFrameDefaults('zone', zone), w: box.w })
      return { x: box.x, y: box.y, w: name.x + measureText(name.lines[0] ?? '', LINK_FONT) + 8, h: head }
    }),
  }
}
