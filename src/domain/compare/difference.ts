/** What can differ between two designs. The first of a pair becomes the second when the designs change places. */
export const WHATS = [
  'requirement',
  'node-missing',
  'node-extra',
  'node-kind',
  'node-zone',
  'node-property',
  'node-apart',
  'link-missing',
  'link-extra',
  'link-reversed',
  'link-mode',
  'link-order',
  'link-optional',
  'link-port',
  'stage-missing',
  'stage-extra',
  'composite-field',
  'card-missing',
  'card-extra',
  'card-field',
] as const
export type What = (typeof WHATS)[number]

/** One thing that differs, each named once. */
export interface Difference {
  readonly what: What
  /** What it is about, as my design calls it, else as theirs does; of a link, both its ends. */
  readonly label: string
  /** The property, requirement, field of a card or of a stage that differs. */
  readonly property?: string
  readonly mine: Place
  readonly theirs: Place
  /** A sentence for the person whose design is mine. */
  readonly text: string
}

/** Where one design has it. */
interface Place {
  /** Ids of nodes, links, cards and composites; none where this design has nothing of it. */
  readonly at: readonly string[]
  /** What it is there, as it is shown; absent where nothing is written. */
  readonly value?: string
}

/** A difference before it is put into words. */
export interface Finding {
  readonly what: What
  readonly property?: { readonly id: string; readonly label: string }
  readonly mine: Side
  readonly theirs: Side
}

export interface Side extends Place {
  /** How this design calls it: a node, or where a link comes from and goes to. */
  readonly names: readonly string[]
}

/** The side of a design that has nothing of it. */
export const NOTHING: Side = { at: [], names: [] }

const MIRRORED: Readonly<Partial<Record<What, What>>> = {
  'node-missing': 'node-extra',
  'node-extra': 'node-missing',
  'link-missing': 'link-extra',
  'link-extra': 'link-missing',
  'stage-missing': 'stage-extra',
  'stage-extra': 'stage-missing',
  'card-missing': 'card-extra',
  'card-extra': 'card-missing',
}

/** The same finding when the two designs change places. */
export function mirror({ what, mine, theirs, ...rest }: Finding): Finding {
  return { ...rest, what: MIRRORED[what] ?? what, mine: theirs, theirs: mine }
}
