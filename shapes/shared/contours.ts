import { type Contour, penAt, polygon, roundedBox } from './pen.ts'

/** The lines of an outline at one size, from its top left corner. */
export interface Drawing {
  /** Filled with the wash and stroked. */
  readonly body: Contour
  /** Path data under the body: stroked only. */
  readonly behind?: string
  /** Path data over the body: stroked only. */
  readonly lines?: string
  /** Path data over the body: filled with a share of the stroke colour. */
  readonly tint?: string
  /** What links dock on, where it is more than the body. */
  readonly dock?: Contour['points']
}

export function box(w: number, h: number, radius: number): Drawing {
  return { body: roundedBox({ x: 0, y: 0, w, h }, radius) }
}

/** A box and, `offset` up and right behind it, the same box again. */
export function ghost(w: number, h: number, size: { radius: number; offset: number }): Drawing {
  const { radius, offset } = size
  const inner = { w: w - offset, h: h - offset }
  return {
    body: roundedBox({ x: 0, y: offset, ...inner }, radius),
    behind: roundedBox({ x: offset, y: 0, ...inner }, radius).d,
    dock: polygon([
      [0, offset],
      [offset, offset],
      [offset, 0],
      [w, 0],
      [w, h - offset],
      [w - offset, h - offset],
      [w - offset, h],
      [0, h],
    ]).points,
  }
}

/** `ry`: half the height of the ellipse on top. */
export function cylinder(w: number, h: number, ry: number): Drawing {
  const body = penAt(0, ry)
    .quarter(w / 2, 0, 'y')
    .quarter(w, ry, 'x')
    .line(w, h - ry)
    .quarter(w / 2, h, 'y')
    .quarter(0, h - ry, 'x')
    .close()
  return { body, lines: `M0 ${ry}A${w / 2} ${ry} 0 0 0 ${w} ${ry}` }
}

/** A cylinder divided at `split` from the left; the left part is tinted. */
export function splitCylinder(w: number, h: number, size: { ry: number; split: number }): Drawing {
  const { ry, split } = size
  const half = w / 2
  const y = ry + ry * Math.sqrt(1 - ((split - half) / half) ** 2)
  const whole = cylinder(w, h, ry)
  return {
    ...whole,
    lines: `${whole.lines}M${split} ${y}V${y + h - 2 * ry}`,
    tint: `M0 ${ry}A${half} ${ry} 0 0 0 ${split} ${y}V${y + h - 2 * ry}A${half} ${ry} 0 0 1 0 ${h - ry}z`,
  }
}

/** A lying cylinder, its open end to the right. */
export function pipe(w: number, h: number, rx: number): Drawing {
  const body = penAt(rx, 0)
    .line(w - rx, 0)
    .quarter(w, h / 2, 'x')
    .quarter(w - rx, h, 'y')
    .line(rx, h)
    .quarter(0, h / 2, 'x')
    .quarter(rx, 0, 'y')
    .close()
  return { body, lines: `M${w - rx} 0A${rx} ${h / 2} 0 0 0 ${w - rx} ${h}` }
}

export function parallelogram(w: number, h: number, skew: number): Drawing {
  const corners = [
    [skew, 0],
    [w, 0],
    [w - skew, h],
    [0, h],
  ] as const
  return { body: polygon(corners) }
}

/** `point`: how far the tips stand out. */
export function hexagon(w: number, h: number, point: number): Drawing {
  const corners = [
    [point, 0],
    [w - point, 0],
    [w, h / 2],
    [w - point, h],
    [point, h],
    [0, h / 2],
  ] as const
  return { body: polygon(corners) }
}

/** `inset` on both sides: positive narrows it downwards, negative upwards. */
export function trapezoid(w: number, h: number, inset: number): Drawing {
  const [top, bottom] = inset > 0 ? [0, inset] : [-inset, 0]
  const corners = [
    [top, 0],
    [w - top, 0],
    [w - bottom, h],
    [bottom, h],
  ] as const
  return { body: polygon(corners) }
}

function sheet(frame: { top: number; w: number; h: number; wave: number }): Contour {
  const { top, w, h, wave } = frame
  const base = h - wave
  return penAt(0, top)
    .line(w, top)
    .line(w, base)
    .curve(0.75 * w, base - 1.6 * wave, 0.62 * w, base - 0.6 * wave, 0.5 * w, base + 0.2 * wave)
    .curve(0.38 * w, base + wave, 0.2 * w, base + 1.5 * wave, 0, base)
    .close()
}

/** A sheet whose lower edge waves. */
export function document(w: number, h: number, wave: number): Drawing {
  return { body: sheet({ top: 0, w, h, wave }) }
}

/** A sheet and, `offset` up and right behind it, another. */
export function documentStack(w: number, h: number, size: { wave: number; offset: number }): Drawing {
  const { wave, offset } = size
  const body = sheet({ top: offset, w: w - offset, h, wave })
  const edge = h - wave - offset
  const around = [
    [0, offset],
    [offset, offset],
    [offset, 0],
    [w, 0],
    [w, edge],
    [w - offset, edge],
  ] as const
  return {
    body,
    behind: `M${offset} ${offset}V0H${w}V${edge}H${w - offset}`,
    dock: [...polygon(around).points, ...body.points.slice(2)],
  }
}

export function cloud(w: number, h: number): Drawing {
  const body = penAt(0.22 * w, h)
    .curve(0.07 * w, h, 0, 0.86 * h, 0, 0.68 * h)
    .curve(0, 0.5 * h, 0.08 * w, 0.37 * h, 0.2 * w, 0.36 * h)
    .curve(0.23 * w, 0.13 * h, 0.36 * w, 0, 0.5 * w, 0)
    .curve(0.63 * w, 0, 0.72 * w, 0.1 * h, 0.77 * w, 0.26 * h)
    .curve(0.91 * w, 0.26 * h, w, 0.42 * h, w, 0.62 * h)
    .curve(w, 0.85 * h, 0.92 * w, h, 0.78 * w, h)
    .close()
  return { body }
}

export function diamond(w: number, h: number): Drawing {
  const corners = [
    [w / 2, 0],
    [w, h / 2],
    [w / 2, h],
    [0, h / 2],
  ] as const
  return { body: polygon(corners) }
}

/** `radius` of the corners; `bar`: the home bar's left end, height and length, as shares of the phone. */
export function phone(
  w: number,
  h: number,
  { radius, bar }: { radius: number; bar: readonly [number, number, number] },
) {
  const [x, y, length] = bar
  return { ...box(w, h, radius), lines: `M${x * w} ${y * h}h${length * w}` } satisfies Drawing
}

/** Head and shoulders. */
export function person(w: number, h: number): Drawing {
  const [r, middle] = [0.22 * w, w / 2]
  const top = 0.02 * h
  const head = penAt(middle, top + 2 * r)
    .quarter(middle - r, top + r, 'x')
    .quarter(middle, top, 'y')
    .quarter(middle + r, top + r, 'x')
    .quarter(middle, top + 2 * r, 'y')
    .close()
  const shoulders = penAt(0.06 * w, 0.98 * h)
    .curve(0.06 * w, 0.66 * h, 0.24 * w, 0.54 * h, middle, 0.54 * h)
    .curve(0.76 * w, 0.54 * h, 0.94 * w, 0.66 * h, 0.94 * w, 0.98 * h)
    .close()
  const isLeft = ({ x }: { x: number }) => x < middle - 1
  const isRight = ({ x }: { x: number }) => x > middle + 1
  return {
    body: { d: head.d + shoulders.d, points: head.points },
    dock: [...shoulders.points.filter(isLeft), ...head.points.slice(1), ...shoulders.points.filter(isRight)],
  }
}

export function bell(w: number, h: number): Drawing {
  const body = penAt(0.5 * w, 0.04 * h)
    .curve(0.28 * w, 0.06 * h, 0.2 * w, 0.24 * h, 0.2 * w, 0.42 * h)
    .curve(0.2 * w, 0.62 * h, 0.08 * w, 0.68 * h, 0.06 * w, 0.8 * h)
    .line(0.94 * w, 0.8 * h)
    .curve(0.92 * w, 0.68 * h, 0.8 * w, 0.62 * h, 0.8 * w, 0.42 * h)
    .curve(0.8 * w, 0.24 * h, 0.72 * w, 0.06 * h, 0.5 * w, 0.04 * h)
    .close()
  const clapper = [0.4 * w, 0.9 * h, 0.43 * w, h, 0.57 * w, h, 0.6 * w, 0.9 * h]
  return { body, lines: `M${clapper.slice(0, 2).join(' ')}C${clapper.slice(2).join(' ')}` }
}

export function shield(w: number, h: number): Drawing {
  const body = penAt(0.5 * w, 0)
    .curve(0.66 * w, 0.1 * h, 0.84 * w, 0.14 * h, w, 0.14 * h)
    .line(w, 0.5 * h)
    .curve(w, 0.76 * h, 0.76 * w, 0.91 * h, 0.5 * w, h)
    .curve(0.24 * w, 0.91 * h, 0, 0.76 * h, 0, 0.5 * h)
    .line(0, 0.14 * h)
    .curve(0.16 * w, 0.14 * h, 0.34 * w, 0.1 * h, 0.5 * w, 0)
    .close()
  return { body }
}
