import { TOWER_PARTS, type TowerPart } from '../../src/domain/twoTower.ts'
import type { TwoTowerProps } from './schema.ts'

interface Anchor {
  readonly x: number
  readonly y: number
}

/** The line between what runs online and offline, and the one between the query tower and the index, 0 to 1. */
const OFFLINE_FROM = 0.5
const INDEX_FROM = 0.46

/**
 * The part that stands at an anchor (0 to 1 in each direction) in the view that is shown; undefined where the view
 * draws no parts.
 */
export function towerPartAt({ view }: Pick<TwoTowerProps, 'view'>, anchor: Anchor): TowerPart | undefined {
  if (view === 'training') return towerAt(anchor)
  if (view === 'cost') return undefined
  if (anchor.y >= OFFLINE_FROM) return 'item'
  return anchor.x < INDEX_FROM ? 'query' : 'index'
}

/** What links name that were docked before there were views: the tower on that side of the training view. */
export function towerAt({ x }: Anchor): 'query' | 'item' {
  return x < 0.5 ? 'query' : 'item'
}

export function isTowerPart(port: string): port is TowerPart {
  return TOWER_PARTS.some((part) => part === port)
}
