import type { LinkMode, Zone } from './kinds.ts'

/**
 * What is on a board, without where it is drawn: the input of every check, estimate, drill and export.
 * The same shape is exported as JSON and read by the command line.
 */
export interface Design {
  /** What step 1 agreed on (ids and units: see the README's table); empty until a requirement card is filled. */
  readonly requirements: Readonly<Record<string, PropertyValue>>
  readonly nodes: readonly DesignNode[]
  readonly links: readonly DesignLink[]
  readonly cards: readonly DesignCard[]
  readonly composites: readonly DesignComposite[]
}

/** Numbers are in the property's base unit; a list is an array of its items. */
export type PropertyValue = number | string | boolean | readonly string[]

export interface DesignNode {
  readonly id: string
  /** A kind of the catalog, or one this version does not know. */
  readonly kind: string
  readonly zone: Zone
  readonly label: string
  readonly props: Readonly<Record<string, PropertyValue>>
  readonly step: number | null
}

export interface DesignLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly mode: LinkMode
  readonly label: string
  /** Calls with the same number run in parallel; absent: one after the other. */
  readonly seq?: number
  readonly optional?: boolean
  /** The part of a composite that the link names: `query`, `item`, `index`, or a stage's id. */
  readonly fromPort?: string
  readonly toPort?: string
}

export interface DesignCard {
  readonly id: string
  readonly type: string
  readonly step: number | null
  readonly fields: Readonly<Record<string, unknown>>
}

export interface DesignComposite {
  readonly id: string
  readonly type: string
  readonly step: number | null
  readonly props: Readonly<Record<string, unknown>>
}
