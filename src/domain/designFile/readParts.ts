import type { Design, DesignComposite, DesignLink, DesignNode } from '../design.ts'
import { LINK_MODES, ZONES } from '../kinds.ts'
import { parseNumber } from '../units.ts'
import {
  FileFault,
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  placeIn,
  quoted,
  type Reading,
  warnOfOthers,
} from './reading.ts'
import { readProps } from './readValue.ts'

const NODE = ['id', 'kind', 'zone', 'label', 'props', 'step']
/** Inside of one card or composite; a large one has a tenth of them. */
const MOST_VALUES = 4_000
const LINK = ['id', 'from', 'to', 'mode', 'label', 'seq', 'optional', 'fromPort', 'toPort']

export function readNodes(listed: unknown, reading: Reading): DesignNode[] {
  const taken = new Set<string>()
  return listAt(listed, 'nodes').map((entry, n) => {
    const where = `nodes[${n}]`
    const node = objectAt(entry, where)
    warnOfOthers(node, NODE, where, reading)
    const kind = textOf(node.kind)
    if (!kind) throw new FileFault(where, 'has no kind.')
    if (!reading.words.hasKind(kind))
      reading.warn(`${where}.kind`, `${quoted(kind)} is no kind that this version knows: kept as it is.`)
    const { propertyOf, zoneOf } = reading.words
    return {
      id: idOf(node.id, where, taken),
      kind,
      zone: choiceOf(node.zone, ZONES, zoneOf(kind) ?? 'online', { where: `${where}.zone`, reading }),
      label: labelOf(node.label, where, reading),
      props: readProps(partOf(node, 'props', where), `${where}.props`, propertyOf, reading),
      step: stepOf(node.step, where, reading),
    }
  })
}

export function readLinks(listed: unknown, nodes: readonly DesignNode[], reading: Reading): DesignLink[] {
  const nodeIds = new Set(nodes.map(({ id }) => id))
  const taken = new Set<string>()
  return listAt(listed, 'links').flatMap((entry, n) => {
    const where = `links[${n}]`
    const link = objectAt(entry, where)
    warnOfOthers(link, LINK, where, reading)
    const id = idOf(link.id ?? `link-${n}`, where, taken)
    const [from, to] = [textOf(link.from), textOf(link.to)]
    const loose = [from, to].find((end) => end === undefined || !nodeIds.has(end))
    if (from === undefined || to === undefined || !nodeIds.has(from) || !nodeIds.has(to)) {
      const end = loose === undefined ? 'It names only one end' : `No node has the id ${quoted(loose)}`
      reading.warn(where, `${end}: the link is left out.`)
      return []
    }
    return [
      {
        id,
        from,
        to,
        mode: choiceOf(link.mode, LINK_MODES, 'sync', { where: `${where}.mode`, reading }),
        label: labelOf(link.label, where, reading),
        ...orderOf(link, where, reading),
        ...portsOf(link, where, reading),
      },
    ]
  })
}

export function readCards(listed: unknown, reading: Reading): Design['cards'] {
  const taken = new Set<string>()
  return listAt(listed, 'cards').map((entry, n) => {
    const where = `cards[${n}]`
    const card = objectAt(entry, where)
    warnOfOthers(card, ['id', 'type', 'step', 'fields'], where, reading)
    const type = typeOf(card, where, reading.words.hasCard, reading)
    const id = idOf(card.id ?? `card-${n}`, where, taken)
    return { id, type, step: stepOf(card.step, where, reading), fields: insideOf(card, 'fields', where) }
  })
}

export function readComposites(
  listed: unknown,
  nodes: readonly DesignNode[],
  reading: Reading,
): DesignComposite[] {
  const taken = new Set<string>()
  return listAt(listed, 'composites').map((entry, n) => {
    const where = `composites[${n}]`
    const composite = objectAt(entry, where)
    warnOfOthers(composite, ['id', 'type', 'step', 'props'], where, reading)
    const type = typeOf(composite, where, reading.words.hasComposite, reading)
    const id = idOf(composite.id, where, taken)
    if (!nodes.some((node) => node.id === id))
      reading.warn(`${where}.id`, `No node has the id ${quoted(id)}, so nothing can be joined to it.`)
    return {
      id,
      type,
      step: stepOf(composite.step, where, reading),
      props: readFigures(insideOf(composite, 'props', where), `${where}.props`, reading),
    }
  })
}

/** What is inside of a card or composite; @throws {FileFault} where it is more than one of them can be drawn with. */
function insideOf(part: JsonObject, key: string, where: string): JsonObject {
  const inside = partOf(part, key, where)
  const count = valuesIn(inside)
  if (count <= MOST_VALUES) return inside
  throw new FileFault(
    placeIn(where, key),
    `has ${count} values; a card or composite takes ${MOST_VALUES}. Leave some out.`,
  )
}

/** Fields, rows, criteria, stages and layers, and what is written in each; its depth is known to be small. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, inner) => sum + 1 + valuesIn(inner), 0)
}

/** The parts of composites that carry figures of their own. */
const TOWERS = ['query', 'item']
const STAGES = 'stages'

/** The figures of stages and towers that are typed as text, as numbers; all else stays as it is. */
function readFigures(props: JsonObject, where: string, reading: Reading): JsonObject {
  const read = (part: unknown, place: string) => (isObject(part) ? numbersOf(part, place, reading) : part)
  return mapped(props, (key, value) => {
    if (TOWERS.includes(key)) return read(value, `${where}.${key}`)
    const isStages = key === STAGES && Array.isArray(value)
    return isStages ? value.map((stage, n) => read(stage, `${where}.${key}[${n}]`)) : value
  })
}

function numbersOf(part: JsonObject, where: string, { words, warn }: Reading): JsonObject {
  return mapped(part, (key, value) => {
    const type = typeof value === 'string' && value !== '' ? words.propertyOf(key) : undefined
    if (type?.type !== 'number') return value
    const parsed = parseNumber(String(value), type.rule)
    if (!parsed.ok) warn(placeIn(where, key), `${parsed.problem} Kept as it is.`)
    return parsed.ok ? parsed.value : value
  })
}

function mapped(object: JsonObject, change: (key: string, value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]))
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function idOf(value: unknown, where: string, taken: Set<string>): string {
  const id = textOf(value)
  if (id === undefined) throw new FileFault(where, 'has no id.')
  if (taken.has(id)) throw new FileFault(where, `has the id ${quoted(id)}, which another has as well.`)
  taken.add(id)
  return id
}

function typeOf(
  part: JsonObject,
  where: string,
  isKnown: (type: string) => boolean,
  { warn }: Reading,
): string {
  const type = textOf(part.type)
  if (!type) throw new FileFault(where, 'has no type.')
  if (!isKnown(type))
    warn(`${where}.type`, `${quoted(type)} is no type that this version knows: kept as it is.`)
  return type
}

function partOf(whole: JsonObject, key: string, where: string): JsonObject {
  const value = whole[key] ?? {}
  if (isObject(value)) return value
  throw new FileFault(placeIn(where, key), 'is no object: write { … } there.')
}

function labelOf(value: unknown, where: string, { warn }: Reading): string {
  if (value === undefined || value === null || value === '') return ''
  const label = textOf(value)
  if (label === undefined) warn(`${where}.label`, `${quoted(value)} is no text: left out.`)
  return label ?? ''
}

function choiceOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  otherwise: Choice,
  { where, reading }: { readonly where: string; readonly reading: Reading },
): Choice {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined && value !== undefined && value !== null)
    reading.warn(where, `${quoted(value)} is none of ${choices.join(', ')}: ${otherwise} is taken.`)
  return chosen ?? otherwise
}

function stepOf(value: unknown, where: string, { warn }: Reading): number | null {
  if (value === undefined || value === null) return null
  const step = wholeOf(value, 1)
  if (step === undefined) warn(`${where}.step`, `${quoted(value)} is no step: left out.`)
  return step ?? null
}

function wholeOf(value: unknown, min: number): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const parsed = parseNumber(String(value), { unit: 'count', whole: true, min, max: 1e6 })
  return parsed.ok ? parsed.value : undefined
}

function orderOf({ seq, optional }: JsonObject, where: string, { warn }: Reading) {
  const order = seq === undefined || seq === null ? undefined : wholeOf(seq, 0)
  if (order === undefined && seq !== undefined && seq !== null)
    warn(`${where}.seq`, `${quoted(seq)} is no whole number: left out.`)
  const isOptional = typeof optional === 'boolean' ? optional : undefined
  if (isOptional === undefined && optional !== undefined && optional !== null)
    warn(`${where}.optional`, `${quoted(optional)} is neither true nor false: left out.`)
  return {
    ...(order === undefined ? {} : { seq: order }),
    ...(isOptional === undefined ? {} : { optional: isOptional }),
  }
}

function portsOf({ fromPort, toPort }: JsonObject, where: string, { warn }: Reading) {
  const portOf = (value: unknown, key: string) => {
    const port = textOf(value)
    if (port === undefined && value !== undefined && value !== null)
      warn(`${where}.${key}`, `${quoted(value)} names no part: left out.`)
    return port
  }
  const [first, second] = [portOf(fromPort, 'fromPort'), portOf(toPort, 'toPort')]
  return {
    ...(first === undefined ? {} : { fromPort: first }),
    ...(second === undefined ? {} : { toPort: second }),
  }
}
