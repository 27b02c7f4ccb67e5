import type { TLShape, TLShapeId } from 'tldraw'
import { id, type Peer } from '../network.ts'

/** What the acts of one run share. */
export interface Scene {
  /** A whole number from 0, below the given one. */
  readonly pick: (below: number) => number
  /** The leaves that a bad record needs to become valid, by id. */
  readonly spoiled: Map<string, Readonly<Record<string, unknown>>>
  /** How many shapes were named. */
  named: number
}

/** Something that one person does. */
export type Act = (peer: Peer, scene: Scene) => void

/** A board stays this small, so that people meet. */
const MOST_SHAPES = 60

export function newId(scene: Scene): TLShapeId {
  scene.named += 1
  return id(`s${scene.named}`)
}

export function oneOf<Item>(items: readonly Item[], { pick }: Scene): Item | undefined {
  return items[pick(Math.max(1, items.length))]
}

/** Any shape of the page this person is on. */
export function someShape({ editor }: Peer, scene: Scene): TLShape | undefined {
  const shapeId = oneOf([...editor.getCurrentPageShapeIds()].sort(), scene)
  return shapeId && editor.getShape(shapeId)
}

/** Up to `most` different shapes. */
export function someShapes(peer: Peer, scene: Scene, most: number): TLShapeId[] {
  const wanted = Array.from({ length: 1 + scene.pick(most) }, () => someShape(peer, scene)?.id)
  return [...new Set(wanted.flatMap((shapeId) => shapeId ?? []))]
}

export function isFull({ editor }: Peer): boolean {
  return editor.getCurrentPageShapeIds().size >= MOST_SHAPES
}
