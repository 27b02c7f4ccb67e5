import {
  FIGURE,
  type PanelFont,
  type PanelTone,
  PLAIN,
  put,
  QUIET,
  roundBox,
} from '../shared/panel/layout.ts'
import { placeSegments, type Segment, segmentsWidth, shortened } from '../shared/panel/segments.ts'
import { callArrow } from './arrows.ts'
import type { At, Placed, Room, ViewBody } from './body.ts'
import { figureSegment, RULES } from './rules.ts'
import type { TwoTowerProps } from './schema.ts'
import { placeServingTower, servingHeight } from './servingTower.ts'
import { INDEX_HEIGHT, placeFilling, placeIndex, placeStore, STORE_HEIGHT } from './stores.ts'

/** As wide as the picture that the shares of the width below are taken from. */
const DRAWN_WIDTH = 560
const EDGE = 16
const ROW_TOP = 84
/** From the lower edge of the upper row to the line between the rows, and from there to the lower row. */
const ABOVE_LINE = 44
const BELOW_LINE = 39
const FOOT = 35
const LEAST_BADGE = 98
const BADGE: PanelFont = { ...FIGURE, weight: 500 }

/** How a request is answered and, below the line, how the index is filled ahead of it. */
export function placeServing(props: TwoTowerProps, { w, h }: Room): ViewBody {
  const at = (x: number) => (x * w) / DRAWN_WIDTH
  const badge = placeBadge(props, w)
  const [query, item] = (['query', 'item'] as const).map((side) => servingHeight(props, side, at(1))) as [
    number,
    number,
  ]
  const upper = Math.max(query, INDEX_HEIGHT)
  const lower = Math.max(item, STORE_HEIGHT)
  const top = ROW_TOP + (badge.width > LEAST_BADGE ? 16 : 0)
  const needed = top + upper + ABOVE_LINE + BELOW_LINE + lower + FOOT
  const spare = Math.max(0, h - needed) / 4
  const middle = top + spare + upper / 2
  const line = top + upper + ABOVE_LINE + 2 * spare
  const below = line + BELOW_LINE + spare + lower / 2
  const parts = [
    badge,
    placeRequest(props, at, middle),
    placeServingTower(props, 'query', { x: at(168), y: middle, height: query, scale: at(1) }),
    placeIndex(props, at, middle),
    placeLine(w, line),
    placeStore(props, at, below),
    placeServingTower(props, 'item', { x: at(278), y: below, height: item, scale: at(1) }),
    placeFilling(props, at, { from: below, to: middle + INDEX_HEIGHT / 2, line }),
  ]
  const same = sameVersion(props)
  return {
    strokes: parts.flatMap(({ strokes }) => strokes),
    texts: [
      ...parts.flatMap(({ texts }) => texts),
      ...(same ? [put(EDGE, Math.max(h, needed) - 16, same, QUIET, { tone: 'ink-2' })] : []),
    ],
    fields: parts.flatMap(({ fields }) => fields),
    bottom: needed,
  }
}

function sameVersion({ query, item, index }: TwoTowerProps): string | null {
  const [tower, filled] = [query.version.trim(), index.version.trim()]
  if (tower === '' || filled === '' || tower.toLowerCase() !== filled.toLowerCase()) return null
  return item.version.trim() === '' || item.version.trim().toLowerCase() === tower.toLowerCase()
    ? 'Tower and index carry the same version.'
    : null
}

/** The versions of the query tower and of the index, and whether they are the same; nothing until one is written. */
function placeBadge({ query, index }: TwoTowerProps, w: number): Placed & { width: number } {
  const version = (path: string, label: string, text: string, unknown: string): Segment => ({
    text: text.trim() === '' ? unknown : shortened(text.trim(), w / 4, BADGE),
    field: { path, label, text },
  })
  const [own, filled] = [query.version.trim().toLowerCase(), index.version.trim().toLowerCase()]
  const isKnown = own !== '' && filled !== ''
  const isUnset = own === '' && filled === ''
  const tone: PanelTone = !isKnown ? 'ink-3' : own === filled ? 'ok' : 'over'
  const segments = [
    version('query.version', `Version of ${query.name}`, query.version, 'tower –'),
    { text: !isKnown ? '·' : own === filled ? '=' : '≠' },
    version('index.version', 'Version in the index', index.version, 'index –'),
  ]
  const width = Math.min(Math.max(LEAST_BADGE, segmentsWidth(segments, BADGE) + 28), w - 2 * EDGE - 60)
  const x = w - EDGE - width
  const line = placeSegments(segments, {
    x: x + width / 2,
    y: 76,
    font: BADGE,
    anchor: 'middle',
    tone,
    minWidth: 36,
  })
  return {
    width,
    strokes: isUnset
      ? []
      : [{ d: roundBox(x, 60, width, 24, 5), fill: 'panel', stroke: tone === 'ink-3' ? 'line-2' : tone }],
    fields: line.fields,
    texts: isUnset ? [] : line.texts,
  }
}

function placeRequest({ qps }: TwoTowerProps, at: At, y: number): Placed {
  const rate = placeSegments(
    [
      figureSegment({
        path: 'qps',
        label: 'Requests a second',
        value: qps,
        rule: RULES.qps,
        unknown: '– /s',
      }),
    ],
    { x: at(48), y: y + 22, font: FIGURE, anchor: 'middle', tone: 'ink-3', minWidth: 56 },
  )
  return {
    strokes: callArrow(at(78), at(168 - 47), y),
    texts: [put(at(48), y + 4.5, 'request', PLAIN, { anchor: 'middle', tone: 'ink-2' }), ...rate.texts],
    fields: rate.fields,
  }
}

function placeLine(w: number, y: number): Placed {
  return {
    strokes: [{ d: `M${EDGE} ${y}H${w - EDGE}`, stroke: 'line-2', dash: '5 5' }],
    texts: [
      put(EDGE, 62, 'online', QUIET, { tone: 'ink-3' }),
      put(EDGE, y + 19, 'offline', QUIET, { tone: 'ink-3' }),
    ],
    fields: [],
  }
}
