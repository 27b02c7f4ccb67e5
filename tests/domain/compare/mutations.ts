import fc from 'fast-check'
import type { Design, DesignLink, DesignNode } from '../../../src/domain/design.ts'
import { KIND_IDS, LINK_MODES, ZONES } from '../../../src/domain/kinds.ts'

/** A design with one thing changed, and how the comparison has to name it. */
interface Mutation {
  readonly name: string
  readonly mutant: Design
  readonly expected: {
    readonly what: string
    readonly mine: readonly string[]
    readonly theirs: readonly string[]
  }
}

type Draw = <Value>(values: readonly Value[]) => Value
type Mutate = (design: Design, draw: Draw) => Mutation

const nodeDeleted: Mutate = (design, draw) => {
  const { id } = draw(design.nodes)
  const mutant = {
    ...design,
    nodes: design.nodes.filter((node) => node.id !== id),
    links: design.links.filter(({ from, to }) => from !== id && to !== id),
  }
  return { name: `${id} deleted`, mutant, expected: { what: 'node-missing', mine: [], theirs: [id] } }
}

const extraBox: Mutate = (design, draw) => {
  const node: DesignNode = {
    id: 'extra',
    kind: draw(KIND_IDS),
    zone: draw(ZONES),
    label: 'Something new',
    props: {},
    step: null,
  }
  const link: DesignLink = {
    id: 'extra-link',
    from: draw(design.nodes).id,
    to: 'extra',
    mode: draw(LINK_MODES),
    label: '',
  }
  const mutant = {
    ...design,
    nodes: [node, ...design.nodes],
    links: draw([[link, ...design.links], design.links]),
  }
  return { name: `${node.kind} added`, mutant, expected: { what: 'node-extra', mine: ['extra'], theirs: [] } }
}

const kindChanged: Mutate = (design, draw) => {
  const { id, kind } = draw(design.nodes)
  const other = draw(KIND_IDS.filter((one) => one !== kind))
  return onNode(design, id, { what: 'node-kind', change: (node) => ({ ...node, kind: other }) }, other)
}

const zoneChanged: Mutate = (design, draw) => {
  const { id, zone } = draw(design.nodes)
  const other = draw(ZONES.filter((one) => one !== zone))
  return onNode(design, id, { what: 'node-zone', change: (node) => ({ ...node, zone: other }) }, other)
}

const propertyChanged: Mutate = (design, draw) => {
  const { id, props } = draw(design.nodes.filter(({ props }) => Object.keys(props).length > 0))
  const property = draw(Object.keys(props))
  const value = props[property]
  const other = typeof value === 'number' ? value * 2 + 1 : typeof value === 'boolean' ? !value : 'another'
  const change = (node: DesignNode) => ({ ...node, props: { ...node.props, [property]: other } })
  return onNode(design, id, { what: 'node-property', change }, property)
}

interface NodeChange {
  readonly what: string
  readonly change: (node: DesignNode) => DesignNode
}

function onNode(design: Design, id: string, { what, change }: NodeChange, to: string): Mutation {
  const nodes = design.nodes.map((node) => (node.id === id ? change(node) : node))
  return {
    name: `${id}: ${what} ${to}`,
    mutant: { ...design, nodes },
    expected: { what, mine: [id], theirs: [id] },
  }
}

const linkDropped: Mutate = (design, draw) => {
  const { id } = draw(design.links)
  const mutant = { ...design, links: design.links.filter((link) => link.id !== id) }
  return { name: `${id} dropped`, mutant, expected: { what: 'link-missing', mine: [], theirs: [id] } }
}

const linkAdded: Mutate = (design, draw) => {
  const from = draw(design.nodes).id
  const isFree = (id: string) => !design.links.some((link) => link.from === from && link.to === id)
  const to = draw(design.nodes.filter(({ id }) => isFree(id))).id
  const link: DesignLink = { id: 'extra', from, to, mode: draw(LINK_MODES), label: '' }
  const mutant = { ...design, links: [link, ...design.links] }
  return {
    name: `link from ${from} to ${to}`,
    mutant,
    expected: { what: 'link-extra', mine: ['extra'], theirs: [] },
  }
}

const linkReversed: Mutate = (design, draw) =>
  onLink(design, draw, 'link-reversed', (link) => ({ ...link, from: link.to, to: link.from }))

const modeChanged: Mutate = (design, draw) =>
  onLink(design, draw, 'link-mode', (link) => ({
    ...link,
    mode: draw(LINK_MODES.filter((mode) => mode !== link.mode)),
  }))

const needChanged: Mutate = (design, draw) =>
  onLink(design, draw, 'link-optional', (link) => ({ ...link, optional: !link.optional }))

const orderChanged: Mutate = (design, draw) =>
  onLink(design, draw, 'link-order', ({ seq, ...link }) => (seq === undefined ? { ...link, seq: 1 } : link))

function onLink(
  design: Design,
  draw: Draw,
  what: string,
  change: (link: DesignLink) => DesignLink,
): Mutation {
  const { id } = draw(design.links)
  const links = design.links.map((link) => (link.id === id ? change(link) : link))
  return {
    name: `${id}: ${what}`,
    mutant: { ...design, links },
    expected: { what, mine: [id], theirs: [id] },
  }
}

const MUTATES: readonly Mutate[] = [
  nodeDeleted,
  kindChanged,
  linkReversed,
  linkDropped,
  extraBox,
  propertyChanged,
  zoneChanged,
  linkAdded,
  modeChanged,
  needChanged,
  orderChanged,
]

const MOST_DRAWS = 5

/** One of the designs with one thing changed: every kind of change as often as the others. */
export function mutationsOf(designs: readonly Design[]) {
  const choices = fc.record({
    design: fc.constantFrom(...designs),
    mutate: fc.constantFrom(...MUTATES),
    draws: fc.array(fc.nat(), { minLength: MOST_DRAWS, maxLength: MOST_DRAWS }),
  })
  return choices.map(({ design, mutate, draws }) => {
    const left = [...draws]
    const draw: Draw = (values) => {
      const value = values[(left.pop() ?? 0) % values.length]
      if (value === undefined) throw new Error('There is nothing to draw from')
      return value
    }
    return { original: design, ...mutate(design, draw) }
  })
}

/** The same design with other ids, steps and labels in another order, and which id became which. */
export function disguise(design: Design, seed: number, labelOf: (label: string) => string) {
  const idOf = (id: string) => `n${seed}-${id.length}-${[...id].reverse().join('')}`
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item, n) => ({ item, key: Math.imul(n + 1, 0x9e3779b1 ^ seed) >>> 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  const nodes = shuffled(design.nodes).map((node, n) => ({
    ...node,
    id: idOf(node.id),
    label: labelOf(node.label),
    step: (n % 7) + 1,
  }))
  const links = shuffled(design.links).map((link) => ({
    ...link,
    id: idOf(link.id),
    from: idOf(link.from),
    to: idOf(link.to),
    label: labelOf(link.label),
  }))
  return { design: { ...design, nodes, links }, idOf }
}
