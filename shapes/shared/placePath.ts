export interface Placing {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** What each number of a command is: a length along x or y, or neither (an angle, a flag). */
const NUMBERS: Readonly<Record<string, string>> = {
  m: 'xy',
  l: 'xy',
  h: 'x',
  v: 'y',
  c: 'xyxyxy',
  s: 'xyxy',
  q: 'xyxy',
  t: 'xy',
  a: 'lloooxy',
  z: '',
}

/**
 * Path data scaled, then moved: the same as in a group with that transform, but without one, which would cost a
 * layer of painting for each shape. Flags of arcs have to stand apart from what follows.
 */
export function placePath(d: string, at: Placing): string {
  return d.replace(/([a-z])([^a-z]*)/gi, (_, command: string, rest: string) => {
    const kinds = NUMBERS[command.toLowerCase()] ?? ''
    const isAbsolute = command !== command.toLowerCase()
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []
    const placed = numbers.map((number, n) =>
      place(Number(number), kinds.charAt(n % kinds.length), at, isAbsolute),
    )
    return command + placed.join(' ')
  })
}

function place(value: number, kind: string, { x, y, scale }: Placing, isAbsolute: boolean): number {
  if (kind === 'o') return value
  const from = isAbsolute ? ({ x, y }[kind] ?? 0) : 0
  return Math.round((value * scale + from) * 1000) / 1000
}
