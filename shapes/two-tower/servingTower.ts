import { boxAround, FIGURE, linesOf, type PanelFont, put, STRONG } from '../shared/panel/layout.ts'
import { placeSegments, type Segment, shortened } from '../shared/panel/segments.ts'
import type { Placed } from './body.ts'
import { isBroken } from './faults.ts'
import { figureSegment, RULES } from './rules.ts'
import type { TwoTowerProps } from './schema.ts'
import type { Side } from './tower.ts'

const LEAST_TOWER = 84
/** The name of a part. */
export const NAME: PanelFont = { ...STRONG, size: 13, lineHeight: 16 }
const FOOT_WIDTH: Readonly<Record<Side, number>> = { query: 116, item: 123 }

function nameLines(props: TwoTowerProps, side: Side, scale: number): string[] {
  return linesOf(props[side].name, FOOT_WIDTH[side] * scale * 0.72, NAME)
}

/** The least height of a tower in which its name can be read. */
export function servingHeight(props: TwoTowerProps, side: Side, scale: number): number {
  return Math.max(LEAST_TOWER, nameLines(props, side, scale).length * NAME.lineHeight + 50)
}

interface TowerAt {
  readonly x: number
  /** Of its middle. */
  readonly y: number
  readonly height: number
  readonly scale: number
}

/** A tower as it runs: its name and how long or how often. */
export function placeServingTower(
  props: TwoTowerProps,
  side: Side,
  { x, y, height, scale }: TowerAt,
): Placed {
  const half = (FOOT_WIDTH[side] * scale) / 2
  const top = half * 0.65
  const lines = nameLines(props, side, scale)
  const first = y + 4 - ((lines.length - 1) * NAME.lineHeight) / 2
  const name = put(x, first, lines, NAME, { anchor: 'middle' })
  const { name: label, p99, runs } = props[side]
  const figures: Segment[] =
    side === 'query'
      ? [
          { text: 'p99' },
          figureSegment({
            path: 'query.p99',
            label: `p99 of ${label}`,
            value: p99,
            rule: RULES.p99,
            unknown: '–',
          }),
        ]
      : [
          { text: `${shortened(runs || 'batch', half, FIGURE)},` },
          figureSegment({
            path: 'index.refresh_h',
            label: 'Hours between two fillings of the index',
            value: props.index.refresh_h,
            rule: RULES.refresh_h,
            unknown: '–',
          }),
        ]
  const line = placeSegments(figures, {
    x,
    y: first + lines.length * NAME.lineHeight + 2,
    font: FIGURE,
    anchor: 'middle',
    tone: 'ink-2',
  })
  const broken = isBroken(props, side)
  const edge = height / 2
  return {
    strokes: [
      {
        d: `M${x - top} ${y - edge}H${x + top}L${x + half} ${y + edge}H${x - half}z`,
        fill: 'wash',
        stroke: broken ? 'over' : 'group',
        width: broken ? 2.5 : 2,
      },
    ],
    texts: [name, ...line.texts],
    fields: [
      {
        path: `${side}.name`,
        label: 'Name of the tower',
        text: label,
        box: boxAround(name, 90),
        font: NAME,
        anchor: 'middle',
      },
      ...line.fields,
    ],
  }
}
