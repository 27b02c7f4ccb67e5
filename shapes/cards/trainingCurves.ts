import { type PanelStroke, type PanelText, put, QUIET } from '../shared/panel/layout.ts'
import type { CardPicture } from './card.ts'

/** How the losses can run. */
export const CURVES: readonly string[] = ['converges', 'overfits', 'underfits', 'diverges']

interface Curve {
  /** Loss, 0 to 1, at a share of the epochs. */
  readonly training: (t: number) => number
  readonly validation: (t: number) => number
  readonly meaning: string
  /** The share of the epochs to stop at. */
  readonly stop?: number
}

const SHAPES: Readonly<Record<string, Curve>> = {
  converges: {
    training: (t) => 0.12 + 0.8 * Math.exp(-5 * t),
    validation: (t) => 0.2 + 0.72 * Math.exp(-4.6 * t),
    meaning: 'Both fall and flatten, close together.',
  },
  overfits: {
    training: (t) => 0.05 + 0.87 * Math.exp(-4 * t),
    validation: (t) => 0.24 + 0.68 * Math.exp(-6 * t) + 0.42 * t * t,
    meaning: 'Validation turns up: stop there, regularise, or bring more data.',
    stop: 0.4,
  },
  underfits: {
    training: (t) => 0.62 + 0.3 * Math.exp(-4 * t),
    validation: (t) => 0.69 + 0.23 * Math.exp(-4 * t),
    meaning: 'Both stay high: a larger model, better features, or longer.',
  },
  diverges: {
    training: (t) => 0.5 - 0.9 * t + 1.35 * t * t + 0.09 * t * Math.sin(26 * t),
    validation: (t) => 0.55 - 0.85 * t + 1.28 * t * t + 0.1 * t * Math.sin(24 * t + 1),
    meaning: 'The loss climbs: a lower learning rate, warm-up, or clipped gradients.',
  },
}

const HEIGHT = 104
const POINTS = 48
const LEFT = 34
const RIGHT = 74

/** The training and the validation loss over the epochs, sketched. */
export function curvesPicture(name: string, width: number): CardPicture {
  const curve = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
  const end = width - RIGHT
  const axes: PanelStroke = { d: `M${LEFT} 4V${HEIGHT}H${end}`, stroke: 'line-2' }
  const texts = [
    put(LEFT - 6, 14, 'loss', QUIET, { tone: 'ink-3', anchor: 'end' }),
    put(end, HEIGHT + 16, 'epochs', QUIET, { tone: 'ink-3', anchor: 'end' }),
  ]
  if (!curve) {
    const hint = put(LEFT + 16, HEIGHT / 2 + 4, 'Choose how the two losses run.', QUIET, { tone: 'ink-3' })
    return { h: HEIGHT + 18, strokes: [axes], texts: [...texts, hint] }
  }
  const drawn = [
    plot(curve.training, end, { stroke: 'ink-2', width: 1.5 }),
    plot(curve.validation, end, { stroke: 'group', width: 2 }),
  ]
  return {
    h: HEIGHT + 38,
    strokes: [axes, ...stopLine(curve, end), ...drawn],
    texts: [...texts, ...names(curve, end), put(LEFT, HEIGHT + 34, curve.meaning, QUIET, { tone: 'ink-2' })],
  }
}

function heightAt(loss: number): number {
  return 6 + (1 - Math.min(Math.max(loss, 0), 1)) * (HEIGHT - 14)
}

function plot(loss: (t: number) => number, end: number, look: Omit<PanelStroke, 'd'>): PanelStroke {
  const points = Array.from({ length: POINTS + 1 }, (_, n) => {
    const t = n / POINTS
    return `${(LEFT + 1 + t * (end - LEFT - 1)).toFixed(1)} ${heightAt(loss(t)).toFixed(1)}`
  })
  return { d: `M${points.join('L')}`, ...look }
}

/** What each curve is, at its end, apart from each other. */
function names({ training, validation }: Curve, end: number): PanelText[] {
  const ends = [training, validation].map((loss) => heightAt(loss(1)) + 4)
  const [first = 0, second = 0] = ends
  const apart = Math.abs(first - second) < 14 ? (14 - Math.abs(first - second)) / 2 : 0
  const up = second <= first ? 1 : -1
  return [
    put(end + 8, first + up * apart, 'training', QUIET, { tone: 'ink-2' }),
    put(end + 8, second - up * apart, 'validation', QUIET, { tone: 'group' }),
  ]
}

function stopLine({ stop }: Curve, end: number): PanelStroke[] {
  if (stop === undefined) return []
  const x = LEFT + stop * (end - LEFT)
  return [{ d: `M${x} 6V${HEIGHT}`, stroke: 'line-2', dash: '2 4', isDetail: true }]
}
