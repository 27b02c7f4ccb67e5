import type { Side } from './place.ts'

/** Designs read from left to right and from top to bottom: what stands left of or above a shape links into it. */
export function linkDirection(side: Side): 'out' | 'in' {
  return side === 'right' || side === 'down' ? 'out' : 'in'
}
