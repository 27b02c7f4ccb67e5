import type { DesignLink } from '../design.ts'

/** A link as one of its ends sees it. */
export interface LinkView {
  readonly link: DesignLink
  readonly isOut: boolean
  /** The part of a composite that it names here and there; of a funnel's stage its place in the order. */
  readonly ownPort: string
  readonly otherPort: string
}

export interface LinkPairs {
  readonly both: readonly (readonly [mine: LinkView, theirs: LinkView])[]
  readonly mineOnly: readonly LinkView[]
  readonly theirsOnly: readonly LinkView[]
}

/** What a link costs that only one of two designs has. */
export const LONE_LINK = 0.5
export const REVERSED = 0.5
export const OTHER_MODE = 0.4
const OTHER_ORDER = 0.04
const OTHER_NEED = 0.03
const OTHER_PORT = 0.01
/** Wording decides only between links that are the same in everything else. */
const OTHER_LABEL = 0.0001

/** Less than what both cost alone, since a link that changed in everything is still one link. */
function costOf(mine: LinkView, theirs: LinkView): number {
  const [a, b] = [mine.link, theirs.link]
  return (
    (mine.isOut === theirs.isOut ? 0 : REVERSED) +
    (a.mode === b.mode ? 0 : OTHER_MODE) +
    (a.seq === b.seq ? 0 : OTHER_ORDER) +
    ((a.optional ?? false) === (b.optional ?? false) ? 0 : OTHER_NEED) +
    (mine.ownPort === theirs.ownPort ? 0 : OTHER_PORT) +
    (mine.otherPort === theirs.otherPort ? 0 : OTHER_PORT) +
    (a.label === b.label ? 0 : OTHER_LABEL)
  )
}

/** The links between two nodes of each design, those together that differ least. */
export function pairLinks(mine: readonly LinkView[], theirs: readonly LinkView[]): LinkPairs {
  const choices = mine
    .flatMap((a) => theirs.map((b) => ({ a, b, cost: costOf(a, b) })))
    .sort((x, y) => x.cost - y.cost)
  const both: [LinkView, LinkView][] = []
  const taken = new Set<LinkView>()
  for (const { a, b } of choices) {
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a).add(b)
    both.push([a, b])
  }
  const isLeft = (view: LinkView) => !taken.has(view)
  return { both, mineOnly: mine.filter(isLeft), theirsOnly: theirs.filter(isLeft) }
}

/** How far the links between two nodes differ; 0 where they are the same. */
export function linksCost(mine: readonly LinkView[], theirs: readonly LinkView[]): number {
  const { both, mineOnly, theirsOnly } = pairLinks(mine, theirs)
  return (
    both.reduce((sum, [a, b]) => sum + costOf(a, b), 0) + (mineOnly.length + theirsOnly.length) * LONE_LINK
  )
}
