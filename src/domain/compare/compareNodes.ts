import type { DesignNode } from '../design.ts'
import { type Finding, NOTHING, type Side } from './difference.ts'
import type { NodePair, Pairing } from './pairing.ts'
import { contentOfValue, differingFields, ownOf, shownPair } from './value.ts'
import { nameOf, type Words } from './words.ts'

/** Nodes that one design lacks, and what differs about those that both have. */
export function compareNodes({ pairs, mineOnly, theirsOnly }: Pairing, words: Words): Finding[] {
  const side = (node: DesignNode) => sideOf(node, words, words.kindName(node.kind))
  return [
    ...theirsOnly.map((node) => ({ what: 'node-missing' as const, mine: NOTHING, theirs: side(node) })),
    ...mineOnly.map((node) => ({ what: 'node-extra' as const, mine: side(node), theirs: NOTHING })),
    ...pairs.flatMap((pair) => comparePair(pair, words)),
  ]
}

function comparePair({ a, b }: NodePair, words: Words): Finding[] {
  if (a.parts || b.parts)
    return [{ what: 'node-apart', mine: sideOfParts(a, words), theirs: sideOfParts(b, words) }]
  const found: Finding[] = []
  const both = (what: Finding['what'], mine: string, theirs: string) =>
    found.push({ what, mine: sideOf(a.node, words, mine), theirs: sideOf(b.node, words, theirs) })
  if (a.node.kind !== b.node.kind) both('node-kind', words.kindName(a.node.kind), words.kindName(b.node.kind))
  if (a.node.zone !== b.node.zone) both('node-zone', a.node.zone, b.node.zone)
  // A composite says its figures stage by stage; those of its node are only their totals.
  const isComposite = a.composite && b.composite
  return isComposite ? found : [...found, ...compareProps(a.node, b.node, words)]
}

function compareProps(mine: DesignNode, theirs: DesignNode, words: Words): Finding[] {
  return differingFields(mine.props, theirs.props)
    .filter((id) => mine.kind === theirs.kind || (isSaid(mine, id) && isSaid(theirs, id)))
    .map((id) => {
      const property = words.propertyOf(id)
      const [ours, others] = shownPair(ownOf(mine.props, id), ownOf(theirs.props, id), property?.unit)
      return {
        what: 'node-property',
        property: { id, label: property?.label ?? id },
        mine: sideOf(mine, words, ours),
        theirs: sideOf(theirs, words, others),
      }
    })
}

/** Another kind has other properties: only what both say is a difference of its own. */
function isSaid({ props }: DesignNode, id: string): boolean {
  return contentOfValue(ownOf(props, id)) !== ''
}

function sideOf(node: DesignNode, words: Words, value: string | undefined): Side {
  return { at: [node.id], names: [nameOf(node, words)], ...(value === undefined ? {} : { value }) }
}

function sideOfParts({ node, parts }: NodePair['a'], words: Words): Side {
  const drawn = parts ?? [node]
  return {
    at: drawn.map(({ id }) => id),
    names: [parts ? words.kindName(node.kind) : nameOf(node, words)],
    value: parts ? drawn.map((part) => `“${nameOf(part, words)}”`).join(', ') : 'one shape',
  }
}
