import { deviceStorage } from '../device/deviceStorage.ts'
import type { ChosenSpot } from './chosenSpot.ts'

/** What outlives the tab of the spots that this browser chose and nobody has compared with others' yet. */
export interface SpotMemory {
  read(): ChosenSpot[]
  keep(spot: ChosenSpot): void
  forget(spot: ChosenSpot): void
}

/** The spots chosen on one board, kept in this browser. */
export function spotMemory(room: string): SpotMemory {
  // One entry a spot, so that two tabs with one board never overwrite each other's.
  const prefix = `drillboard.spot.${room}.`
  const keyOf = ({ shapes }: ChosenSpot) => prefix + (shapes[0]?.id ?? '')
  return {
    read: () =>
      deviceStorage
        .keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => parse(deviceStorage.read(key)) ?? []),
    keep: (spot) => void deviceStorage.keep(keyOf(spot), JSON.stringify(spot)),
    forget: (spot) => deviceStorage.forget(keyOf(spot)),
  }
}

function parse(stored: string | null): ChosenSpot | null {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return isSpot(value) ? value : null
  } catch {
    return null
  }
}

function isSpot(value: unknown): value is ChosenSpot {
  if (typeof value !== 'object' || value === null) return false
  const { shapes, links } = value as Record<string, unknown>
  const isStand = (stand: unknown) => typeof stand === 'object' && stand !== null && 'id' in stand
  return Array.isArray(shapes) && shapes.length > 0 && shapes.every(isStand) && Array.isArray(links)
}
