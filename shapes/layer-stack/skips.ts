import type { CountedLayer } from '../../src/domain/layerStack.ts'
import type { PanelStroke } from '../shared/panel/layout.ts'
import type { PlacedBox } from './row.ts'

const CORNER = 8
/** Of the first line, from the panel's edge, and from one line to the next. */
const FIRST = 30
const LANE = 9
const LANES = 3
const HEAD = { half: 4, length: 9 } as const

/** An arc for each skip connection, from the layer that it begins at to where it is added. */
export function placeSkips(boxes: readonly PlacedBox[], counted: readonly CountedLayer[]): PanelStroke[] {
  const skips = boxes.filter(({ layer }) => layer.type === 'skip')
  return skips.flatMap(({ layer, box }, i) => {
    const source = boxes.find((other) => other.layer.id === layer.from)
    if (!source) return []
    const isBroken = counted.some(({ id, fault }) => id === layer.id && fault !== null)
    const tone = isBroken ? 'over' : 'ink'
    const x = FIRST - (i % LANES) * LANE
    const [from, to] = [source.box.y + source.box.h / 2, box.y + box.h / 2]
    const way = Math.sign(to - from) || -1
    const tip = box.x - 1
    const d =
      `M${source.box.x} ${from}H${x + CORNER}Q${x} ${from} ${x} ${from + way * CORNER}` +
      `V${to - way * CORNER}Q${x} ${to} ${x + CORNER} ${to}H${tip - HEAD.length}`
    return [
      { d, stroke: tone, width: 2 },
      { d: `M${tip} ${to}l${-HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z`, fill: tone },
    ] satisfies PanelStroke[]
  })
}
