import type { Design, DesignComposite, DesignLink, DesignNode } from '../design.ts'
import { groupBy } from '../groupBy.ts'
import { compareTexts } from '../stages.ts'
import type { LinkView } from './linkViews.ts'
import { contentOfValue } from './value.ts'

/** The nodes of a design by their place in an order that depends on neither ids nor their own order. */
export interface Graph {
  readonly nodes: readonly DesignNode[]
  readonly composites: ReadonlyMap<string, DesignComposite>
  /** The places that each node has links with. */
  readonly around: readonly (readonly number[])[]
  readonly views: (from: number, to: number) => readonly LinkView[]
  /** The number of the links between two places, as the first sees them; 0 where there are none. */
  readonly bundleAt: (from: number, to: number) => number
  /** The links of each such number. */
  readonly bundles: readonly (readonly LinkView[])[]
  /** The places of the nodes of each kind. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>
  /** The same text for graphs that are the same but for ids, order and place. */
  readonly content: string
}

/** Enough rounds for each node to know what lies around what lies around it. */
const ROUNDS = 3

export function readGraph({ nodes: loose, links, composites }: Design): Graph {
  const byId = new Map(composites.map((composite) => [composite.id, composite]))
  const signatures = signaturesOf(loose, links)
  const keyed = loose.map((node) => ({ node, key: `${signatures.get(node.id)} ${node.label}` }))
  keyed.sort((a, b) => compareTexts(a.key, b.key))
  const nodes = keyed.map(({ node }) => node)
  const views = viewsOf(nodes, links, byId)
  const bundles: (readonly LinkView[])[] = [[]]
  const numbers = new Int32Array(nodes.length ** 2)
  views.forEach((toOthers, from) => {
    for (const [to, bundle] of toOthers) numbers[from * nodes.length + to] = bundles.push(bundle) - 1
  })
  const bundleAt = (from: number, to: number) => numbers[from * nodes.length + to] ?? 0
  return {
    nodes,
    composites: byId,
    around: views.map((toOthers) => [...toOthers.keys()].sort((a, b) => a - b)),
    views: (from, to) => bundles[bundleAt(from, to)] ?? [],
    bundleAt,
    bundles,
    placesOf: groupBy([...nodes.keys()], (at) => nodes[at]?.kind ?? ''),
    content: keyed.map(({ key }) => key).join('\n'),
  }
}

/** What each node is and what it is joined to, as a text without ids. */
function signaturesOf(nodes: readonly DesignNode[], links: readonly DesignLink[]): Map<string, string> {
  let signatures = new Map(
    nodes.map(({ id, kind, zone, props }) => [id, digest(`${kind} ${zone} ${contentOfValue(props)}`)]),
  )
  for (let round = 0; round < ROUNDS; round++) {
    const around = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
    for (const { from, to, mode, seq, optional } of links) {
      const how = `${mode} ${seq ?? ''} ${optional ?? false}`
      around.get(from)?.push(`> ${how} ${signatures.get(to)}`)
      around.get(to)?.push(`< ${how} ${signatures.get(from)}`)
    }
    const before = signatures
    signatures = new Map(
      [...around].map(([id, joined]) => [
        id,
        digest(`${before.get(id)} ${joined.sort(compareTexts).join()}`),
      ]),
    )
  }
  return new Map(nodes.map(({ id, kind }) => [id, `${kind} ${signatures.get(id)}`]))
}

/** A short stand-in for a text (FNV-1a): two texts that share one would only make an order less certain. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

function viewsOf(
  nodes: readonly DesignNode[],
  links: readonly DesignLink[],
  composites: ReadonlyMap<string, DesignComposite>,
): Map<number, LinkView[]>[] {
  const placeOf = new Map(nodes.map(({ id }, at) => [id, at]))
  const views = nodes.map(() => new Map<number, LinkView[]>())
  const add = (at: number, other: number, view: LinkView) => {
    const listed = views[at]?.get(other)
    if (listed) listed.push(view)
    else views[at]?.set(other, [view])
  }
  for (const link of links) {
    const [from, to] = [placeOf.get(link.from), placeOf.get(link.to)]
    if (from === undefined || to === undefined) continue
    const fromPort = portKey(composites.get(link.from), link.fromPort)
    const toPort = portKey(composites.get(link.to), link.toPort)
    add(from, to, { link, isOut: true, ownPort: fromPort, otherPort: toPort })
    if (from !== to) add(to, from, { link, isOut: false, ownPort: toPort, otherPort: fromPort })
  }
  return views
}

/** Stages have ids of their own on every board: what they share is their place. */
function portKey(composite: DesignComposite | undefined, port: string | undefined): string {
  const stages = composite?.props.stages
  const place = Array.isArray(stages) ? stages.findIndex((stage) => stage?.id === port) : -1
  return place < 0 || port === undefined ? (port ?? '') : `stage ${place + 1}`
}
